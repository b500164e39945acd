using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>The versions of a policy (政策版本): how it stands, every version with its day and its people, suspensions, extensions and ends, and the forms that ask for them.</summary>
public sealed partial class VersionsPage
{
    /// <summary>The policy.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private PolicyVersions? Found { get; set; }

    private Problem? Problem { get; set; }

    private bool IsOfficer => DemoUsers.All.Any(u => u.Actor == User.Actor && u.Duties.Contains(Duty.PolicyOfficer));

    /// <summary>The changes that make sense as the policy stands.</summary>
    private IReadOnlyList<PolicyChangeKind> Kinds => Found!.Standing.Kind == PolicyStandingKind.Suspended
        ? [PolicyChangeKind.Resume, PolicyChangeKind.Extend, PolicyChangeKind.End]
        : [PolicyChangeKind.Suspend, PolicyChangeKind.Extend, PolicyChangeKind.End];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var found = await Pipeline.AskAsync(new FindPolicyVersions(Id), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
    }

    private static string AskFor(PolicyChangeKind kind) => kind switch
    {
        PolicyChangeKind.Suspend => LifeTexts.AskSuspend,
        PolicyChangeKind.Resume => LifeTexts.AskResume,
        PolicyChangeKind.Extend => LifeTexts.AskExtend,
        _ => LifeTexts.AskEnd,
    };

    private static string Explains(PolicyChangeKind kind) => kind switch
    {
        PolicyChangeKind.Suspend => LifeTexts.SuspendMeans,
        PolicyChangeKind.Resume => LifeTexts.ResumeMeans,
        PolicyChangeKind.Extend => LifeTexts.ExtendMeans,
        _ => LifeTexts.EndMeans,
    };

    /// <summary>The day that the form begins with: a year longer, or the end of the month before the change.</summary>
    private DateOnly LastDayFor(PolicyChangeKind kind) => kind == PolicyChangeKind.Extend ? Found!.Policy.Validity.To.AddYears(1) : LifeWords.NextMonth(Clock.Today).AddDays(-1);
}
