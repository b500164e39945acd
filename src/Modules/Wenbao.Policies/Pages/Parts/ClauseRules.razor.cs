using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Life;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The rules of a policy side by side: the clause, the conditions and steps that stand for it, the parameters that they use.</summary>
public sealed partial class ClauseRules
{
    /// <summary>The policy.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    [Inject]
    private PolicyEngines Engines { get; set; } = null!;

    private IReadOnlyList<Row> Rows { get; set; } = [];

    private IReadOnlyList<string> SummaryLines => ClauseSummary.Lines(Policy.ClausesEnglishSummary);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var texts = RuleTexts.Of(Engines, Policy);
        var rules = Policy.Conditions.Select(c => (c.Clause, Rule: OfCondition(texts, c)))
            .Concat(Policy.Steps.Select(s => (s.Clause, Rule: OfStep(texts, s)))).ToList();
        var used = rules.SelectMany(r => r.Rule.Parameters).ToHashSet();
        var anchors = Policy.Clauses.Select(c => c.Anchor).ToHashSet(StringComparer.Ordinal);
        var rows = Policy.Clauses.Select(clause => new Row(
            clause,
            [.. rules.Where(r => r.Clause == clause.Anchor).Select(r => r.Rule)],
            [.. Policy.Parameters.Where(p => p.Clause == clause.Anchor && !used.Contains(p))])).ToList();
        var homeless = rules.Where(r => !anchors.Contains(r.Clause)).Select(r => r.Rule).ToList();
        if (homeless.Count > 0)
        {
            rows.Add(new Row(null, homeless, []));
        }

        Rows = rows;
    }

    private static Rule OfCondition(RuleTexts texts, PolicyCondition condition)
    {
        var formula = texts.Formula(condition.Id);
        return new Rule(condition.Id, texts.Condition(condition.Id).For(), formula, condition.Reason.For(), condition.Mend?.For(), texts.ParametersIn(formula));
    }

    private static Rule OfStep(RuleTexts texts, PolicyStep step)
    {
        var formula = texts.Formula(step.Id);
        return new Rule("=", texts.Step(step).For(), formula, null, null, texts.ParametersIn(formula));
    }

    private sealed record Row(PolicyClause? Clause, IReadOnlyList<Rule> Rules, IReadOnlyList<PolicyParameter> Others);

    private sealed record Rule(string Id, string Label, string Formula, string? Reason, string? Mend, IReadOnlyList<PolicyParameter> Parameters);
}
