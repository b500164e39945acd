using Microsoft.AspNetCore.Components;
using Wenbao.Funds.Pages.Texts;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Links between the pages of payments, as far as the reader may see them.</summary>
public sealed partial class PaymentLinks
{
    private static readonly Duty[] Payers = [Duty.FinanceOfficer, Duty.Auditor];
    private static readonly Duty[] WithBank = [Duty.FinanceOfficer, Duty.Auditor, Duty.BankOfficer];
    private static readonly Duty[] WithPolicies = [Duty.FinanceOfficer, Duty.Auditor, Duty.DepartmentOfficer, Duty.PolicyOfficer, Duty.Operator];
    private static readonly Duty[] WithDepartment = [Duty.FinanceOfficer, Duty.Auditor, Duty.DepartmentOfficer];

    /// <summary>The address of the page that shows them.</summary>
    [Parameter, EditorRequired]
    public string Here { get; set; } = "";

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private List<(string Address, string Text)> Shown { get; } = [];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Shown.Clear();
        (string Address, string Text, Duty[] Duties)[] all =
        [
            (PaymentAddresses.Desk, PayTexts.Desk, [.. WithBank, Duty.DepartmentOfficer]),
            (PaymentAddresses.Lists, PayTexts.Publicity, Payers),
            (PaymentAddresses.Objections, PayTexts.Objections, Payers),
            (PaymentAddresses.Batches, PayTexts.Batches, WithBank),
            (PaymentAddresses.Bank, PayTexts.BankMessages, WithBank),
            (PaymentAddresses.Exceptions, PayTexts.Exceptions, WithBank),
            (PaymentAddresses.Returned, PayTexts.Returned, WithDepartment),
            (PaymentAddresses.Recoveries, PayTexts.Recoveries, WithDepartment),
            (PaymentAddresses.Reconciliation, PayTexts.Reconciliation, Payers),
            (PaymentAddresses.Totals, PayTexts.PaidOut, WithPolicies),
            (PaymentAddresses.Late, PayTexts.LatePayments, WithPolicies),
        ];
        foreach (var (address, text, duties) in all)
        {
            if (await User.HasAsync(duties))
            {
                Shown.Add((address, text));
            }
        }
    }
}
