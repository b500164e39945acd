using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What an approver reads before the button (审批): what changes, what it comes to, what becomes of open entitlements.</summary>
public sealed partial class ApprovalPage
{
    /// <summary>The draft.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private DraftDetail? Detail { get; set; }

    private PolicyDiff? Diff { get; set; }

    private SimulationDetail? Simulation { get; set; }

    private Problem? Problem { get; set; }

    private Problem? DiffProblem { get; set; }

    private Problem? SimulationProblem { get; set; }

    private DraftItem Item => Detail!.Item;

    private string Title => Detail!.Policy?.Title.For() ?? (Library.Find(Item.Policy) is { IsSuccess: true } found ? found.Value.Title.For() : Item.Policy);

    private bool IsOwn => Detail!.History.Any(e => e.Actor == User.Actor && e.Kind is LifeEventKind.Drafted or LifeEventKind.Edited or LifeEventKind.ParameterSet or LifeEventKind.Submitted);

    private bool CanDecide => Item.State == DraftState.Submitted && !IsOwn && DemoUsers.All.Any(u => u.Actor == User.Actor && u.Duties.Contains(Duty.PolicyOfficer));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var detail = await Pipeline.AskAsync(new GetDraft(Id), User.Context);
        Problem = detail.Problem;
        if (Problem is not null)
        {
            return;
        }

        Detail = detail.Value;
        var diff = await Pipeline.AskAsync(new DiffDraft(Id), User.Context);
        DiffProblem = diff.Problem;
        Diff = diff.IsSuccess ? diff.Value : null;
        if (Detail.Simulation is { } number)
        {
            var simulation = await Pipeline.AskAsync(new GetSimulation(number), User.Context);
            SimulationProblem = simulation.Problem;
            Simulation = simulation.IsSuccess ? simulation.Value : null;
        }
    }
}
