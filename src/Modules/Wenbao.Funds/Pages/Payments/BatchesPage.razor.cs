using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Payment batches, and what could be put into the next (拨付批次).</summary>
public sealed partial class BatchesPage
{
    /// <summary>The page, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    /// <summary>Batches of one stage, by the name of <see cref="BatchStage"/>; empty for all.</summary>
    [SupplyParameterFromQuery(Name = "stage")]
    public string? StageText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    private FoundBatches? Found { get; set; }

    /// <summary>What is cleared, by line; null for who makes no batches.</summary>
    private IReadOnlyList<WaitingSum>? Cleared { get; set; }

    private Problem? Problem { get; set; }

    private BatchStage? Stage => PageNumbers.Member<BatchStage>(StageText);

    private int PageNumber => PageNumbers.Read(PageText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Pipeline.AskAsync(new FindBatches(PageNumber, Stage), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
        if (await User.HasAsync(Duty.FinanceOfficer))
        {
            var waiting = await Pipeline.AskAsync(new GetPaymentOverview(), User.Context);
            Cleared = waiting.IsSuccess ? [.. waiting.Value.Where(w => w.Stage == PaymentStage.Payable)] : null;
        }
    }
}
