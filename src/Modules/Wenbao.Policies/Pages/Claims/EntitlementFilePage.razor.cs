using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>One entitlement (权益详情): its history, the frozen decision, the money, and what the reader may do with it.</summary>
public sealed partial class EntitlementFilePage
{
    /// <summary>The entitlement.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "replay")]
    private string? ReplayText { get; set; }

    private EntitlementDetail? Detail { get; set; }

    private ReplayedDecision? Replayed { get; set; }

    private Problem? ReplayProblem { get; set; }

    private Problem? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var detail = await Pipeline.AskAsync(new GetEntitlement(Id), User.Context);
        Problem = detail.Problem;
        Detail = detail.IsSuccess ? detail.Value : null;
        if (Detail?.Actions.Contains(EntitlementAction.Replay) == true && ReplayText == "1")
        {
            var replayed = await Pipeline.AskAsync(new ReplayDecision(Id), User.Context);
            (Replayed, ReplayProblem) = (replayed.IsSuccess ? replayed.Value : null, replayed.Problem);
        }
    }
}
