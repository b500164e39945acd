using System.Globalization;
using System.Text.Json;
using Wenbao.Feel;

namespace Wenbao.Policies.Deciding;

/// <summary>Writes inputs back as the JSON they are read from, so that a stored case runs again.</summary>
internal static partial class InputJson
{
    /// <summary>Writes a value of a type.</summary>
    public static void Write(Utf8JsonWriter json, FeelValue value, InputType type)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                json.WriteNullValue();
                break;
            case FeelKind.Boolean:
                json.WriteBooleanValue(value.IsTrue);
                break;
            case FeelKind.Number when type.Scale == 0:
                json.WriteNumberValue(value.AsNumber()!.Value);
                break;
            case FeelKind.Number:
                json.WriteStringValue(Explaining.FeelDisplay.Number(value.AsNumber()!.Value, type.Scale));
                break;
            case FeelKind.Date:
                json.WriteStringValue(value.AsDate()!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case FeelKind.List:
                json.WriteStartArray();
                foreach (var item in value.AsList()!.Items)
                {
                    WriteItem(json, item, type);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.AsString());
                break;
        }
    }

    private static void WriteItem(Utf8JsonWriter json, FeelValue item, InputType type)
    {
        if (item.AsContext() is not { } record)
        {
            Write(json, item, type);
            return;
        }

        json.WriteStartObject();
        for (var i = 0; i < record.Values.Length; i++)
        {
            var name = record.Shape.Names[i];
            if (type.Fields.FirstOrDefault(f => f.ModelName == name) is { } field)
            {
                json.WritePropertyName(field.Name);
                Write(json, record[i], field.Type);
            }
        }

        json.WriteEndObject();
    }
}
