using System.Globalization;
using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Policies.Deciding;

/// <summary>Reads inputs under their catalogue names from JSON into a frame: case files and examples.</summary>
internal static partial class InputJson
{
    private static readonly System.Buffers.SearchValues<char> NumberCharacters = System.Buffers.SearchValues.Create("0123456789.-");

    /// <summary>Fills the frame's inputs and parameters.</summary>
    /// <returns>The first problem, or null when everything is in place.</returns>
    public static Problem? Fill(DecisionProgram program, JsonElement inputs, FeelValue[] frame)
    {
        if (inputs.ValueKind != JsonValueKind.Object)
        {
            return PolicyProblems.BadCaseLine.With("inputs");
        }

        foreach (var given in inputs.EnumerateObject())
        {
            if (!program.Policy.Inputs.Any(i => i.Name == given.Name))
            {
                return PolicyProblems.UnknownInput.At(given.Name, program.Policy.Id, given.Name);
            }
        }

        for (var i = 0; i < program.Policy.Inputs.Count; i++)
        {
            var input = program.Policy.Inputs[i];
            var value = FeelValue.Null;
            if (inputs.TryGetProperty(input.Name, out var json) && json.ValueKind != JsonValueKind.Null)
            {
                var read = Read(json, input.Name, input.Type, program.Model.RecordShapes[i]);
                if (!read.IsSuccess)
                {
                    return read.Problem;
                }

                value = read.Value;
            }
            else if (input.NullKind == NullKind.Never)
            {
                return PolicyProblems.MissingInput.At(input.Name, input.Name);
            }

            if (program.Model.InputSlots[i] >= 0)
            {
                frame[program.Model.InputSlots[i]] = value;
            }
        }

        var day = program.EvaluationDateOf(frame);
        frame[program.Model.ParameterSlot] = program.ParametersOn(day);
        return null;
    }

    /// <summary>One input of a stored case.</summary>
    /// <param name="program">The policy's program.</param>
    /// <param name="input">The input's position.</param>
    /// <param name="inputs">The inputs under their catalogue names.</param>
    public static Result<FeelValue> ReadInput(DecisionProgram program, int input, JsonElement inputs)
    {
        var declared = program.Policy.Inputs[input];
        return inputs.TryGetProperty(declared.Name, out var json) && json.ValueKind != JsonValueKind.Null
            ? Read(json, declared.Name, declared.Type, program.Model.RecordShapes[input])
            : FeelValue.Null;
    }

    private static Result<FeelValue> Read(JsonElement json, string name, InputType type, RecordShape? shape)
    {
        FeelValue? value = type.Kind switch
        {
            InputKind.Number => Number(json, type.Scale),
            InputKind.Boolean => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? FeelValue.Of(json.GetBoolean()) : null,
            InputKind.Date => json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? FeelValue.Of(day) : null,
            InputKind.Text => json.ValueKind == JsonValueKind.String ? FeelValue.Of(json.GetString()) : null,
            InputKind.Code => json.ValueKind == JsonValueKind.String && type.Codes.Contains(json.GetString()!) ? FeelValue.Of(json.GetString()) : null,
            InputKind.TextList => Texts(json),
            _ => null,
        };
        if (value is { } simple)
        {
            return simple;
        }

        return type.Kind == InputKind.RecordList && json.ValueKind == JsonValueKind.Array && shape is not null
            ? Records(json, name, shape)
            : PolicyProblems.WrongInput.At(name, name, Describe(type), json.GetRawText().Length > 60 ? json.ValueKind.ToString() : json.GetRawText());
    }

    private static Result<FeelValue> Records(JsonElement json, string name, RecordShape shape)
    {
        var items = new List<FeelValue>(json.GetArrayLength());
        foreach (var record in json.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}[{items.Count}]");
            if (record.ValueKind != JsonValueKind.Object)
            {
                return PolicyProblems.WrongInput.At(place, place, "一条记录 (a record)", record.ValueKind);
            }

            if (Surplus(record, shape) is { } surplus)
            {
                return PolicyProblems.UnknownInput.At(place + "." + surplus, name, surplus);
            }

            var values = new FeelValue[shape.Fields.Count];
            for (var i = 0; i < values.Length; i++)
            {
                var field = shape.Fields[i];
                if (!record.TryGetProperty(field.Name, out var given) || given.ValueKind == JsonValueKind.Null)
                {
                    return PolicyProblems.MissingInput.At(place + "." + field.Name, place + "." + field.Name);
                }

                var read = Read(given, place + "." + field.Name, field.Type, shape.Nested[i]);
                if (!read.IsSuccess)
                {
                    return read;
                }

                values[i] = read.Value;
            }

            items.Add(FeelValue.Of(new FeelContext(shape.Shape, values)));
        }

        return FeelValue.Of(new FeelList([.. items]));
    }

    private static string? Surplus(JsonElement record, RecordShape shape)
    {
        foreach (var given in record.EnumerateObject())
        {
            if (!shape.Fields.Any(f => f.Name == given.Name))
            {
                return given.Name;
            }
        }

        return null;
    }

    private static FeelValue? Number(JsonElement json, int scale)
    {
        var text = json.ValueKind switch
        {
            JsonValueKind.Number => json.GetRawText(),
            JsonValueKind.String => json.GetString()!,
            _ => "",
        };
        return text.Length > 0 && text.AsSpan().IndexOfAnyExcept(NumberCharacters) < 0
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && decimal.Round(number, scale) == number
            ? FeelValue.Of(number)
            : null;
    }

    private static FeelValue? Texts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? FeelValue.Of(new FeelList([.. json.EnumerateArray().Select(e => FeelValue.Of(e.GetString()))]))
            : null;

    private static string Describe(InputType type) => type.Kind switch
    {
        InputKind.Number => type.Scale == 0 ? "整数 (whole number)" : string.Create(CultureInfo.InvariantCulture, $"至多 {type.Scale} 位小数的数 (number with at most {type.Scale} decimals)"),
        InputKind.Boolean => "true/false",
        InputKind.Date => "YYYY-MM-DD",
        InputKind.Code => string.Join("|", type.Codes),
        InputKind.Text => "文字 (text)",
        InputKind.TextList => "文字列表 (list of texts)",
        _ => "记录列表 (list of records)",
    };
}
