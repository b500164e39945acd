using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Pages.Texts;

namespace Wenbao.Policies.Pages.Life;

/// <summary>How far a draft has come on its way into force.</summary>
public sealed partial class StepBar
{
    /// <summary>The draft's state.</summary>
    [Parameter, EditorRequired]
    public DraftState State { get; set; }

    private static IReadOnlyList<string> Steps =>
        [LifeTexts.StepDraft, LifeTexts.StepTested, LifeTexts.StepSimulated, LifeTexts.StepSubmitted, LifeTexts.StepApproved, LifeTexts.StepScheduled, LifeTexts.StepInForce];

    /// <summary>The step that is next to be done, or under way; behind the last one when all are done.</summary>
    private int Current => State switch
    {
        DraftState.Editing => 1,
        DraftState.Tested => 2,
        DraftState.Simulated => 3,
        DraftState.Submitted => 4,
        DraftState.Scheduled => 5,
        DraftState.Published => Steps.Count,
        _ => 0,
    };
}
