using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages;

/// <summary>A policy (政策页): what it says, clause beside condition beside parameter, and whom it lets through condition by condition.</summary>
public sealed partial class PolicyPage
{
    /// <summary>The policy's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "town")]
    private string? Town { get; set; }

    [SupplyParameterFromQuery(Name = "industry")]
    private string? Industry { get; set; }

    [SupplyParameterFromQuery(Name = "size")]
    private string? Size { get; set; }

    private Policy? Policy { get; set; }

    private Problem? Missing { get; set; }

    private Funnel? Funnel { get; set; }

    private Problem? FunnelProblem { get; set; }

    private bool IsDecided { get; set; }

    private IReadOnlyList<QueuedLine> QueuedLines { get; set; } = [];

    private SubjectFilter Filter => Filters.Of(Town, Industry, Size);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var policy = Library.Find(Id);
        Missing = policy.Problem;
        if (!policy.IsSuccess)
        {
            return;
        }

        Policy = policy.Value;
        var overview = await Pipeline.AskAsync(new GetPolicyOverview(), User.Context);
        IsDecided = overview is { IsSuccess: true, Value.AsOf: not null };
        var funnel = await Pipeline.AskAsync(new GetFunnel(Id, Filter), User.Context);
        FunnelProblem = funnel.Problem;
        Funnel = funnel.IsSuccess ? funnel.Value : null;
        var queued = await Pipeline.AskAsync(new FindQueuedLines(), User.Context);
        QueuedLines = queued.IsSuccess ? [.. queued.Value.Where(l => Policy.Funding.Any(f => f.Line == l.Line))] : [];
    }
}
