using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>Claims that wait for an officer, the oldest first (待审核).</summary>
public sealed partial class DecisionQueuePage
{
    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "policy")]
    private string? PolicyId { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? AfterText { get; set; }

    private DecisionQueue? Queue { get; set; }

    private Problem? Problem { get; set; }

    private string? Given => string.IsNullOrWhiteSpace(PolicyId) ? null : PolicyId.Trim();

    private long? After => ClaimAddresses.Number(AfterText);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var queue = await Pipeline.AskAsync(new FindDecisionQueue(Given, After), User.Context);
        Problem = queue.Problem;
        Queue = queue.IsSuccess ? queue.Value : null;
    }
}
