using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Wenbao.Feel;

namespace Wenbao.Policies.Tests.Deciding;

/// <summary>Draws cases of a policy: its examples with some inputs changed to values near its thresholds, and some taken away.</summary>
internal sealed class CaseDraws
{
    private readonly Policy policy;
    private readonly List<JsonObject> examples;
    private readonly Dictionary<string, List<JsonObject>> records;
    private readonly IReadOnlyList<FeelValue> mentioned;

    public CaseDraws(Policy policy)
    {
        this.policy = policy;
        examples = [.. policy.Examples.Select(e => JsonNode.Parse(e.Inputs.GetRawText())!.AsObject())];
        records = policy.Inputs.Where(i => i.Type.Kind == InputKind.RecordList)
            .ToDictionary(i => i.Name, i => examples.SelectMany(e => (e[i.Name] as JsonArray ?? []).Select(r => r!.AsObject())).ToList(), StringComparer.Ordinal);
        mentioned = [.. policy.Parameters.SelectMany(p => p.Values).SelectMany(v => v.Value.AsList() is { } list ? list.Items.ToArray() : [v.Value])];
    }

    /// <summary>A case that follows from a number.</summary>
    /// <param name="seed">The number.</param>
    /// <param name="nulls">Of a hundred inputs that may be null, how many are.</param>
    public JsonElement Draw(int seed, int nulls)
    {
        var random = new Random(seed);
        var drawn = examples[random.Next(examples.Count)].DeepClone().AsObject();
        foreach (var input in policy.Inputs)
        {
            if (input.NullKind != NullKind.Never && random.Next(100) < nulls)
            {
                drawn[input.Name] = null;
            }
            else if (random.Next(100) < 30)
            {
                drawn[input.Name] = Value(input, random);
            }
        }

        return JsonSerializer.SerializeToElement(drawn);
    }

    private JsonNode? Value(PolicyInput input, Random random)
    {
        switch (input.Type.Kind)
        {
            case InputKind.RecordList:
                return new JsonArray([.. Enumerable.Range(0, random.Next(4)).Where(_ => records[input.Name].Count > 0).Select(_ => Record(input, random))]);
            case InputKind.TextList:
                return new JsonArray([.. policy.ExclusiveWith.Append(policy.Id).Append("another-policy").Where(_ => random.Next(4) == 0).Select(id => (JsonNode)JsonValue.Create(id))]);
            default:
                return Scalar(input, Known(input.Name), random);
        }
    }

    private IEnumerable<JsonNode?> Known(string input) => examples.Select(e => e[input]);

    private JsonObject Record(PolicyInput input, Random random)
    {
        var all = records[input.Name];
        var record = all[random.Next(all.Count)].DeepClone().AsObject();
        foreach (var field in input.Type.Fields.Where(_ => random.Next(100) < 20))
        {
            if (field.Type.Kind == InputKind.RecordList)
            {
                record[field.Name] = all[random.Next(all.Count)][field.Name]!.DeepClone();
            }
            else
            {
                var alike = new PolicyInput(field.Name, field.Type, NullKind.Never, null, "", new InputSource.EvaluationDate(), 0m, null);
                record[field.Name] = Scalar(alike, all.Select(r => r[field.Name]), random) ?? record[field.Name]?.DeepClone();
            }
        }

        return record;
    }

    private JsonNode? Scalar(PolicyInput input, IEnumerable<JsonNode?> known, Random random)
    {
        var given = known.Where(k => k is not null).ToList();
        if (given.Count > 0 && random.Next(3) == 0)
        {
            return given[random.Next(given.Count)]!.DeepClone();
        }

        var near = given.Select(k => Read(k!, input.Type)).Concat(mentioned).Distinct().ToList();
        var values = TrialValues.Of(input, near);
        return Write(values[random.Next(values.Count)], input.Type);
    }

    private static FeelValue Read(JsonNode json, InputType type) => type.Kind switch
    {
        InputKind.Number => FeelValue.Of(decimal.Parse(json.ToString(), CultureInfo.InvariantCulture)),
        InputKind.Date => FeelValue.Of(DateOnly.ParseExact(json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        InputKind.Boolean => FeelValue.Of(json.GetValue<bool>()),
        _ => FeelValue.Of(json.ToString()),
    };

    private static JsonNode? Write(FeelValue value, InputType type) => type.Kind switch
    {
        InputKind.Number => JsonValue.Create(value.AsNumber()!.Value.ToString(CultureInfo.InvariantCulture)),
        InputKind.Date => JsonValue.Create(value.AsDate()!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        InputKind.Boolean => JsonValue.Create(value.IsTrue),
        _ => JsonValue.Create(value.AsString()),
    };
}
