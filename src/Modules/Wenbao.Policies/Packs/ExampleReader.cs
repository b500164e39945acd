using System.Text.Json;
using System.Text.Json.Nodes;
using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Packs;

/// <summary>Reads worked examples: their inputs become JSON, so that examples and case files take one way into the model.</summary>
internal static class ExampleReader
{
    /// <summary>Reads one example.</summary>
    public static PolicyExample Read(PackNode node, IReadOnlyList<PolicyInput> inputs)
    {
        var json = new JsonObject();
        foreach (var (name, value) in node.Required("inputs").Entries())
        {
            json[name] = Json(value, inputs.FirstOrDefault(i => i.Name == name)?.Type ?? InputType.Of(InputKind.Text));
        }

        var expect = node.Required("expect");
        expect.Allow("eligible");
        return new PolicyExample(
            node.Required("id").Text(),
            node.Required("title").LocalizedText().Zh,
            JsonSerializer.SerializeToElement(json),
            new ExpectedDecision(
                expect.Required("outcome").Enum<Outcome>(),
                expect.Optional("failed")?.Texts() ?? [],
                expect.Optional("unknown")?.Texts() ?? [],
                Amount(expect.Required("amount"))));
    }

    private static decimal Amount(PackNode node)
    {
        var amount = node.Decimal();
        if (Math.Abs(amount) <= Deciding.DecisionProgram.AmountYuanMax)
        {
            return amount;
        }

        node.Report(PackProblems.WrongType, "不超过一万亿元的金额", node.RawText, "an amount of at most a trillion yuan");
        return 0m;
    }

    private static JsonNode? Json(PackNode node, InputType type)
    {
        if (node.IsNull)
        {
            return null;
        }

        if (type.Kind == InputKind.RecordList)
        {
            return new JsonArray([.. node.Items().Select(item => (JsonNode)Record(item, type))]);
        }

        if (node.IsList)
        {
            return new JsonArray([.. node.Items().Select(item => (JsonNode)JsonValue.Create(item.Text()))]);
        }

        return type.Kind == InputKind.Boolean ? JsonValue.Create(node.Bool()) : JsonValue.Create(node.Text());
    }

    private static JsonObject Record(PackNode node, InputType type)
    {
        var record = new JsonObject();
        foreach (var (name, value) in node.Entries())
        {
            record[name] = Json(value, type.Fields.FirstOrDefault(f => f.Name == name)?.Type ?? InputType.Of(InputKind.Text));
        }

        return record;
    }
}
