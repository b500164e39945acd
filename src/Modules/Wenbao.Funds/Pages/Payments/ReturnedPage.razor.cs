using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Payments that the bank rejected or sent back, with the forms that mend them or give the money back to the line (退回待处理).</summary>
public sealed partial class ReturnedPage
{
    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private ReturnedPayments? Found { get; set; }

    private bool IsOfficer { get; set; }

    private Problem? Problem { get; set; }

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Pipeline.AskAsync(new FindReturnedPayments(PageNumber), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
    }
}
