using Microsoft.AspNetCore.Components;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>The one thing that is next for a draft, with its button.</summary>
public sealed partial class DraftNext
{
    /// <summary>The draft.</summary>
    [Parameter, EditorRequired]
    public DraftDetail Detail { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    private long Draft => Detail.Item.Draft;

    private long Version => Detail.Item.RowVersion;

    private bool IsOfficer => DemoUsers.All.Any(u => u.Actor == User.Actor && u.Duties.Contains(Duty.PolicyOfficer));

    /// <summary>Whether the reader has worked on it and so cannot approve it.</summary>
    private bool IsOwn => Detail.History.Any(e => e.Actor == User.Actor && e.Kind is LifeEventKind.Drafted or LifeEventKind.Edited or LifeEventKind.ParameterSet or LifeEventKind.Submitted);

    private DateOnly FirstDay => LifeWords.NextMonth(Clock.Today);
}
