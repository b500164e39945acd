using Microsoft.AspNetCore.Components;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit.Controls;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>A condition with its result, the values behind it and where they come from, and the clause on demand.</summary>
public sealed partial class ConditionView
{
    /// <summary>The explanation it belongs to.</summary>
    [Parameter, EditorRequired]
    public Explanation Explanation { get; set; } = null!;

    /// <summary>The condition.</summary>
    [Parameter, EditorRequired]
    public ExplainedCondition Condition { get; set; } = null!;

    /// <summary>Whether the explanation is that of a frozen decision, whose clause stands on the page of its version.</summary>
    [Parameter]
    public bool IsFrozen { get; set; }

    [Inject]
    private ValueWords Words { get; set; } = null!;

    private StateKind Kind => Condition.Result switch
    {
        true => StateKind.Good,
        false => StateKind.Bad,
        null => StateKind.Unknown,
    };

    private IEnumerable<ExplainedInput> MissingInputs => Condition.Inputs.Where(i => i.IsMissing);

    private string ClauseAddress => IsFrozen
        ? Life.LifeAddresses.Clause(Explanation.Policy.Id, Explanation.Policy.Version, Condition.Clause)
        : Addresses.Clause(Explanation.Policy.Id, Condition.Clause);

    private string? ClauseText => Explanation.Policy.Clauses.FirstOrDefault(c => c.Anchor == Condition.Clause)?.Text.Trim();

    // Only numbers and days have a distance; for codes the reason says all there is to say.
    private string? GapText
    {
        get
        {
            if (Condition.Gap is not { Distance: { } distance } gap)
            {
                return null;
            }

            var isDay = gap.Actual.Kind == FeelKind.Date;
            var unit = isDay ? PageTexts.Both(nameof(PageTexts.DayUnit)) : UnitOf(gap.Actual);
            return PageTexts.Fill(
                PageTexts.Gap,
                Words.Of(gap.Actual, isDay ? null : unit, null),
                PolicyWords.Comparison(gap.Operator, isDay),
                Words.Of(gap.Threshold, isDay ? null : unit, null),
                Words.Of(FeelValue.Of(distance), unit, null));
        }
    }

    private LocalizedText? UnitOf(FeelValue actual) => Condition.Inputs.FirstOrDefault(i => i.Value == actual)?.Unit;
}
