using Microsoft.AspNetCore.Routing;
using Wenbao.Funds.Pages.Books;
using Wenbao.Funds.Pages.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit;

namespace Wenbao.Funds;

/// <summary>Puts the pages of funds together for a host.</summary>
public static class FundsPages
{
    /// <summary>The entries of the main navigation.</summary>
    public static IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new(PaymentAddresses.Lists, new LocalizedText("公示", "Publicity")),
        new(PaymentAddresses.Desk, new LocalizedText("拨付", "Payments"), [Duty.FinanceOfficer, Duty.Auditor, Duty.BankOfficer, Duty.DepartmentOfficer]),
        new(BookAddresses.Lines, new LocalizedText("账簿", "Books"), [Duty.FinanceOfficer, Duty.Auditor, Duty.Operator]),
        new(BookAddresses.Budget, new LocalizedText("预算", "Budget"), [Duty.FinanceOfficer, Duty.Auditor]),
    ];

    /// <summary>Maps what the forms of the pages post to, and the files they hand out.</summary>
    public static IEndpointRouteBuilder MapFundsForms(this IEndpointRouteBuilder routes) => routes.MapBookForms().MapPaymentForms();
}
