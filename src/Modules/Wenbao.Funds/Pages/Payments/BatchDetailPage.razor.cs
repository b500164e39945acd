using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>A batch: who made and released it, its control sum, and what the bank's word about every payment comes to (批次详情).</summary>
public sealed partial class BatchDetailPage
{
    /// <summary>The batch.</summary>
    [Parameter]
    public long Id { get; set; }

    /// <summary>Payments of one state, by the name of <see cref="BatchItemState"/>; empty for all.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? StateText { get; set; }

    /// <summary>The place in the batch after which the page begins; empty for the first page.</summary>
    [SupplyParameterFromQuery(Name = "after")]
    public string? AfterText { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [Inject]
    private FundLines Names { get; set; } = null!;

    private BatchPage? Page { get; set; }

    private bool IsOfficer { get; set; }

    private bool MayTakeFile { get; set; }

    /// <summary>Whether the reader may open entitlements; the bank's officers may not.</summary>
    private bool IsOfFunds { get; set; }

    private bool IsMaker => Page?.Summary.MadeBy == User.Actor;

    private Problem? Problem { get; set; }

    private BatchItemState? State => PageNumbers.Member<BatchItemState>(StateText);

    private long? After => PageNumbers.Number(AfterText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = await Pipeline.AskAsync(new GetBatch(Id, State, After: After ?? 0), User.Context);
        Problem = page.Problem;
        Page = page.IsSuccess ? page.Value : null;
        IsOfficer = await User.HasAsync(Duty.FinanceOfficer);
        MayTakeFile = await User.HasAsync(Duty.FinanceOfficer, Duty.Auditor) && Page?.Summary.Stage == BatchStage.HandedOver;
        IsOfFunds = await User.HasAsync(Duty.FinanceOfficer, Duty.Auditor);
    }
}
