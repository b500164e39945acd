using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Objections to published items, and the form that decides them (异议处理).</summary>
public sealed partial class ObjectionsPage
{
    /// <summary>Whether those decided are shown too: <c>1</c> or nothing.</summary>
    [SupplyParameterFromQuery(Name = "all")]
    public string? AllText { get; set; }

    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private FoundObjections? Found { get; set; }

    private bool IsOfficer { get; set; }

    private Problem? Problem { get; set; }

    private bool IsAll => AllText == "1";

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Pipeline.AskAsync(new FindObjections(!IsAll, PageNumber), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
    }
}
