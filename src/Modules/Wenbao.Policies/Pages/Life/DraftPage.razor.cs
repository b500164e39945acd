using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Life;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>A draft (草稿): how far it is, what is next, what it changes, its examples until they are green, its parameters from a day on, its texts.</summary>
public sealed partial class DraftPage
{
    /// <summary>The draft.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private ValueWords Words { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private DraftDetail? Detail { get; set; }

    private PolicyDiff? Diff { get; set; }

    private Problem? Problem { get; set; }

    private Problem? DiffProblem { get; set; }

    private DraftItem Item => Detail!.Item;

    private string Title => Detail!.Policy?.Title.For() ?? (Library.Find(Item.Policy) is { IsSuccess: true } found ? found.Value.Title.For() : Item.Policy);

    private bool IsOpen => DraftDesk.Open.Contains(Item.State) && User.Actor is { } actor && DemoUsers.All.Any(u => u.Actor == actor && u.Duties.Contains(Duty.PolicyOfficer));

    private int Red => Detail!.Examples.Count(e => !e.Passes);

    private DateOnly NextMonth => LifeWords.NextMonth(Clock.Today);

    private IReadOnlySet<string> ChangedParameters => Diff?.Parameters.Select(p => p.Id).ToHashSet(StringComparer.Ordinal) ?? [];

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
    }
}
