using Wenbao.Kernel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Life;

namespace Wenbao.Policies.Pages;

/// <summary>The labels and formulas of a policy's model, by the ids of conditions and steps.</summary>
internal sealed class RuleTexts
{
    private readonly Policy policy;
    private readonly PolicyModel? model;

    private RuleTexts(Policy policy, PolicyModel? model)
    {
        this.policy = policy;
        this.model = model;
    }

    /// <summary>The texts of a policy in the version given, in force or not any more.</summary>
    public static RuleTexts Of(PolicyEngines engines, Policy policy) =>
        new(policy, engines.FindProgram(policy.Id, policy.Version) is { IsSuccess: true } program ? program.Value.Model : null);

    /// <summary>A condition's label; its id when the model has no such entry.</summary>
    public LocalizedText Condition(string id)
    {
        var label = EntryOf(model?.Conditions, id)?.Label ?? id;
        var index = policy.IndexOfCondition(id);
        return new LocalizedText(label, index < 0 ? label : policy.Conditions[index].EnglishLabel ?? label);
    }

    /// <summary>A step's label.</summary>
    public LocalizedText Step(PolicyStep step) => new(EntryOf(model?.Steps, step.Id)?.Label ?? step.Id, step.EnglishLabel);

    /// <summary>The expression of a condition or step as the model writes it; empty when there is none.</summary>
    public string Formula(string id) => (EntryOf(model?.Conditions, id) ?? EntryOf(model?.Steps, id))?.Text ?? "";

    /// <summary>The parameters that an expression names, in the policy's order.</summary>
    public IReadOnlyList<PolicyParameter> ParametersIn(string formula) =>
        [.. policy.Parameters.Where(p => Names(formula, p.Name.Zh))];

    private static bool Names(string formula, string name)
    {
        for (var at = formula.IndexOf(name, StringComparison.Ordinal); at >= 0; at = formula.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (at > 0 && formula[at - 1] == '.' && (end == formula.Length || !char.IsLetterOrDigit(formula[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static ModelEntry? EntryOf(IReadOnlyList<ModelEntry>? entries, string id) => entries?.FirstOrDefault(e => e.Id == id);
}
