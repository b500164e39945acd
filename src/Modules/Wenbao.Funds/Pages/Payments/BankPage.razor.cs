using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>The bank's files that were read, and the form that reads another (银行报文).</summary>
public sealed partial class BankPage
{
    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private FoundBankMessages? Found { get; set; }

    private bool MayImport { get; set; }

    private Problem? Problem { get; set; }

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Pipeline.AskAsync(new FindBankMessages(PageNumber), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
        MayImport = await User.HasAsync(Duty.FinanceOfficer, Duty.BankOfficer);
    }
}
