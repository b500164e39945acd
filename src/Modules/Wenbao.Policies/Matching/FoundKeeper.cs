using System.Buffers;
using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Explaining;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>Keeps the inputs and steps of every eligible case of a batch as JSON, so that each can be decided again to the same result.</summary>
internal sealed class FoundKeeper(AudiencePlan audience) : IBatchListener
{
    private readonly Dictionary<(int Plan, long Subject), List<string>> cases = [];
    private readonly ArrayBufferWriter<byte> buffer = new();
    private SubjectRow? subject;

    /// <inheritdoc/>
    public void Begin(SubjectRow row) => subject = row;

    /// <inheritdoc/>
    public void Decided(int plan, in CaseContext at, in CaseDecision decision, FeelValue[] frame)
    {
        if (decision.Outcome != Outcome.Eligible)
        {
            return;
        }

        if (!cases.TryGetValue((plan, subject!.Id), out var list))
        {
            cases[(plan, subject.Id)] = list = [];
        }

        list.Add(Write(audience.Plans[plan], at, decision, frame));
    }

    /// <summary>The eligible cases of a subject under a plan as a JSON array, compressed.</summary>
    public byte[] Detail(int plan, long subjectId) =>
        Persistence.CellCodec.Compress(System.Text.Encoding.UTF8.GetBytes("[" + string.Join(',', cases[(plan, subjectId)]) + "]"));

    private string Write(CasePlan plan, in CaseContext at, in CaseDecision decision, FeelValue[] frame)
    {
        buffer.ResetWrittenCount();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var program = plan.Program;
        json.WriteStartObject();
        json.WriteString("on", at.EvaluationDate.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("key", plan.KeyOf(at));
        json.WriteString("amount", Kernel.Money.Round(decision.AmountYuan ?? 0m).ToString());
        json.WriteStartObject("inputs");
        for (var i = 0; i < program.Policy.Inputs.Count; i++)
        {
            var slot = program.Model.InputSlots[i];
            if (slot >= 0)
            {
                json.WritePropertyName(program.Policy.Inputs[i].Name);
                InputJson.Write(json, frame[slot], program.Policy.Inputs[i].Type);
            }
        }

        json.WriteEndObject();
        json.WriteStartObject("steps");
        for (var i = 0; i < program.Model.Steps.Count; i++)
        {
            json.WritePropertyName(program.Model.Steps[i].Id);
            FeelDisplay.Write(json, program.StepValue(frame, i));
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
