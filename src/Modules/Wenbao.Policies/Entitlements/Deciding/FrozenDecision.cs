using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Explaining;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Entitlements;

/// <summary>A decision as it is kept: inputs, steps and outcome as compressed JSON, so that it can be decided again to the same result.</summary>
internal sealed class FrozenDecision
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private FrozenDecision(DateOnly on, Outcome outcome, IReadOnlyList<string> failed, IReadOnlyList<string> unknown, string amount, JsonElement inputs, JsonElement steps)
    {
        On = on;
        Outcome = outcome;
        Failed = failed;
        Unknown = unknown;
        Amount = amount;
        Inputs = inputs;
        Steps = steps;
    }

    /// <summary>The evaluation date.</summary>
    public DateOnly On { get; }

    /// <summary>The outcome.</summary>
    public Outcome Outcome { get; }

    /// <summary>Ids of conditions that did not hold.</summary>
    public IReadOnlyList<string> Failed { get; }

    /// <summary>Those of them that could hold with missing data.</summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>The amount in yuan, as text with two decimals.</summary>
    public string Amount { get; }

    /// <summary>The inputs under their catalogue names.</summary>
    public JsonElement Inputs { get; }

    /// <summary>The steps of the amount; empty unless eligible.</summary>
    public JsonElement Steps { get; }

    /// <summary>Writes a decided case.</summary>
    /// <param name="program">The policy's program.</param>
    /// <param name="on">The evaluation date.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="values">The inputs, in the policy's order.</param>
    /// <param name="frame">The frame it was decided in.</param>
    /// <param name="buffer">A buffer to write in; cleared before.</param>
    public static byte[] Write(DecisionProgram program, DateOnly on, in CaseDecision decision, IReadOnlyList<FeelValue> values, FeelValue[] frame, ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("on", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("outcome", OutcomeText.Code(decision.Outcome));
            WriteConditions(json, "failed", program, decision.Failed);
            WriteConditions(json, "unknown", program, decision.Unknown);
            json.WriteString("amount", Kernel.Money.Round(decision.AmountYuan ?? 0m).ToString());
            json.WriteStartObject("inputs");
            for (var i = 0; i < values.Count; i++)
            {
                json.WritePropertyName(program.Policy.Inputs[i].Name);
                InputJson.Write(json, values[i], program.Policy.Inputs[i].Type);
            }

            json.WriteEndObject();
            WriteSteps(json, program, decision, frame);
            json.WriteEndObject();
        }

        return CellCodec.Compress(buffer.WrittenSpan.ToArray());
    }

    /// <summary>Reads what was written.</summary>
    public static FrozenDecision Read(byte[] content)
    {
        using var json = JsonDocument.Parse(CellCodec.Decompress(content));
        var root = json.RootElement;
        return new FrozenDecision(
            DateOnly.ParseExact(root.GetProperty("on").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            OutcomeText.Read(root.GetProperty("outcome").GetString()!),
            Texts(root.GetProperty("failed")),
            Texts(root.GetProperty("unknown")),
            root.GetProperty("amount").GetString()!,
            root.GetProperty("inputs").Clone(),
            root.GetProperty("steps").Clone());
    }

    private static void WriteConditions(Utf8JsonWriter json, string name, DecisionProgram program, uint mask)
    {
        json.WriteStartArray(name);
        for (; mask != 0; mask &= mask - 1)
        {
            json.WriteStringValue(program.Policy.Conditions[System.Numerics.BitOperations.TrailingZeroCount(mask)].Id);
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, DecisionProgram program, in CaseDecision decision, FeelValue[] frame)
    {
        json.WriteStartObject("steps");
        for (var i = 0; decision.Outcome == Outcome.Eligible && i < program.Model.Steps.Count; i++)
        {
            json.WritePropertyName(program.Model.Steps[i].Id);
            FeelDisplay.Write(json, program.StepValue(frame, i));
        }

        json.WriteEndObject();
    }

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
