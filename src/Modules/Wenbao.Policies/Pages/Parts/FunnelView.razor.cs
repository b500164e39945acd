using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Life;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The funnel (漏斗): how many subjects remain after each condition, as bars and numbers.</summary>
public sealed partial class FunnelView
{
    /// <summary>The policy.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    /// <summary>Its funnel.</summary>
    [Parameter, EditorRequired]
    public Funnel Funnel { get; set; } = null!;

    /// <summary>Where the list of those found stands.</summary>
    [Parameter, EditorRequired]
    public string FoundAddress { get; set; } = "";

    [Inject]
    private PolicyEngines Engines { get; set; } = null!;

    private string LabelOf(string condition) => RuleTexts.Of(Engines, Policy).Condition(condition).For();

    private bool IsMendable(string condition) => Policy.IndexOfCondition(condition) is >= 0 and var i && Policy.Conditions[i].Mend is not null;
}
