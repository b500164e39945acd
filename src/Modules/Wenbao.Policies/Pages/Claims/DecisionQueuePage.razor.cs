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

    private IReadOnlyList<ClaimFigures> Figures { get; set; } = [];

    private Problem? Problem { get; set; }

    private string? Given => string.IsNullOrWhiteSpace(PolicyId) ? null : PolicyId.Trim();

    private long? After => ClaimAddresses.Number(AfterText);

    private static string Days(decimal? days) => days?.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) ?? "—";

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var queue = await Pipeline.AskAsync(new FindDecisionQueue(Given, After), User.Context);
        Problem = queue.Problem;
        Queue = queue.IsSuccess ? queue.Value : null;

        // Of one policy: over all of them every claim there ever was would be read.
        Figures = [];
        if (Given is { } one && await Pipeline.AskAsync(new GetClaimFigures(null, [one]), User.Context) is { IsSuccess: true } figures)
        {
            Figures = figures.Value;
        }
    }
}
