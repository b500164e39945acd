using System.Globalization;
using System.Text.Json.Nodes;
using Wenbao.Policies.Explaining;

namespace Wenbao.Policies;

/// <summary>Explanations as JSON, the form that <c>wenbao explain --json</c> prints.</summary>
public static class ExplanationJson
{
    /// <summary>The explanation of the case that stands for all, with the other cases named.</summary>
    public static JsonObject Of(Explanation explanation, IReadOnlyList<Explanation>? cases = null)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var json = new JsonObject
        {
            ["subject"] = explanation.Subject,
            ["policy"] = explanation.Policy.Id,
            ["version"] = explanation.Policy.Version,
            ["evalDate"] = Day(explanation.EvaluationDate),
            ["outcome"] = OutcomeText.Code(explanation.Outcome),
            ["nearMiss"] = explanation.IsNearMiss,
            ["conditions"] = new JsonArray([.. explanation.Conditions.Select(Condition)]),
            ["amount"] = explanation.Amount.ToString(),
            ["steps"] = new JsonArray([.. explanation.Steps.Select(Step)]),
        };
        if (explanation.Record is { } record)
        {
            json["record"] = record;
        }

        if (cases is { Count: > 1 })
        {
            json["cases"] = new JsonArray([.. cases.Select(c => (JsonNode)new JsonObject
            {
                ["evalDate"] = Day(c.EvaluationDate),
                ["record"] = c.Record,
                ["outcome"] = OutcomeText.Code(c.Outcome),
                ["amount"] = c.Amount.ToString(),
            })]);
        }

        return json;
    }

    private static JsonNode Condition(ExplainedCondition condition)
    {
        var json = new JsonObject
        {
            ["id"] = condition.Id,
            ["label"] = condition.Label.For(),
            ["reason"] = condition.Reason.For(),
            ["result"] = condition.Result switch { true => "true", false => "false", null => "unknown" },
            ["clause"] = condition.Clause,
            ["inputs"] = new JsonArray([.. condition.Inputs.Select(Input)]),
        };
        if (condition.Result == false && condition.Mend is { } mend)
        {
            json["mend"] = mend.For();
        }

        if (condition.Gap is { } gap)
        {
            json["gap"] = new JsonObject
            {
                ["actual"] = FeelDisplay.Json(gap.Actual),
                ["operator"] = gap.Operator,
                ["threshold"] = FeelDisplay.Json(gap.Threshold),
            };
        }

        return json;
    }

    private static JsonNode Input(ExplainedInput input) => new JsonObject
    {
        ["name"] = input.Name,
        ["value"] = FeelDisplay.Json(input.Value, input.Type.Kind == InputKind.Number ? input.Type.Scale : null),
        ["source"] = input.Source.For(),
        ["asOf"] = input.AsOf is { } day ? Day(day) : null,
    };

    private static JsonNode Step(ExplainedStep step) => new JsonObject
    {
        ["id"] = step.Id,
        ["value"] = step.Value.AsNumber() is { } number ? JsonValue.Create(number.ToString("0.00##########", CultureInfo.InvariantCulture)) : FeelDisplay.Json(step.Value),
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
