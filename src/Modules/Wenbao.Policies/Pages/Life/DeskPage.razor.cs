using System.Globalization;
using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Life;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What a policy officer has on the desk (政策工作台): what waits for one's own approval first, then drafts, what is on its way, what came into force lately, and the start of a new draft.</summary>
public sealed partial class DeskPage
{
    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "copy")]
    private string? CopyId { get; set; }

    private PolicyDesk? Desk { get; set; }

    private Problem? Problem { get; set; }

    private IReadOnlyList<DraftItem> ToApprove => [.. Desk!.Drafts.Where(d => d.State == DraftState.Submitted && d.SubmittedBy != User.Actor && d.CreatedBy != User.Actor)];

    private IReadOnlyList<PolicyChangeItem> ChangesToApprove => [.. Desk!.Changes.Where(c => c.State == PolicyChangeState.Waiting && c.RequestedBy != User.Actor)];

    /// <summary>Drafts that somebody works on, and one's own that wait for another person; one's own first.</summary>
    private IReadOnlyList<DraftItem> Working =>
        [.. Desk!.Drafts.Where(d => d.State != DraftState.Scheduled && !ToApprove.Contains(d)).OrderBy(d => d.CreatedBy != User.Actor).ThenByDescending(d => d.ChangedAt)];

    private IReadOnlyList<DraftItem> Scheduled => [.. Desk!.Drafts.Where(d => d.State == DraftState.Scheduled).OrderBy(d => d.InForceOn)];

    private IReadOnlyList<PolicyChangeItem> ChangesOnTheWay => [.. Desk!.Changes.Where(c => !ChangesToApprove.Contains(c)).OrderBy(c => c.On)];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var desk = await Pipeline.AskAsync(new FindPolicyDesk(), User.Context);
        Problem = desk.Problem;
        Desk = desk.IsSuccess ? desk.Value : null;
    }

    private static string NextOf(DraftItem draft) => draft.State switch
    {
        DraftState.Editing => LifeTexts.RunExamples,
        DraftState.Tested => LifeTexts.StepSimulated,
        DraftState.Simulated => LifeTexts.Submit,
        _ => LifeTexts.NextOther,
    };

    private string TitleOf(DraftItem draft) => draft.CopiedFrom is { } source ? LifeTexts.Fill(LifeTexts.NewFrom, draft.Policy, TitleOf(source)) : TitleOf(draft.Policy);

    private string TitleOf(string policy) => Library.Find(policy) is { IsSuccess: true } found ? found.Value.Title.For() : policy;

    private string Moment(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Clock.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
