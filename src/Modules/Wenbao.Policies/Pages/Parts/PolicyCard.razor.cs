using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit.Controls;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>One policy on a subject's page: the outcome, the amount step by step, each condition with the values behind it.</summary>
public sealed partial class PolicyCard
{
    /// <summary>The subject with all its policies.</summary>
    [Parameter, EditorRequired]
    public SubjectExplanation Subject { get; set; } = null!;

    /// <summary>The policy explained.</summary>
    [Parameter, EditorRequired]
    public PolicyExplanation Policy { get; set; } = null!;

    /// <summary>What the subject can claim; null where nothing is claimed on the page.</summary>
    [Parameter]
    public ClaimOffers? Offers { get; set; }

    private ClaimOffer? Offer => Offers?.Offers.GetValueOrDefault(Policy.Policy.Id);

    private Explanation Best => Policy.Best;

    private IReadOnlyList<PolicyExplanation> Rivals { get; set; } = [];

    private bool IsRecommended { get; set; }

    private IReadOnlyList<ExplainedCondition> Holding { get; set; } = [];

    private StateKind Kind => Best.Outcome switch
    {
        Outcome.Eligible => StateKind.Good,
        Outcome.Undetermined => StateKind.Unknown,
        _ => Best.IsNearMiss ? StateKind.Near : StateKind.Bad,
    };

    private string Word => Best.Outcome == Outcome.Ineligible && Best.IsNearMiss ? PageTexts.NearMiss : PolicyWords.Outcome(Best.Outcome);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Rivals = Best.Outcome == Outcome.Eligible ? Exclusion.RivalsOf(Policy, Subject.Policies) : [];
        IsRecommended = Rivals.Count > 0 && Subject.Recommended.Contains(Policy.Policy.Id);
        Holding = [.. Best.Conditions.Where(c => c.Result == true)];
    }
}
