using System.Globalization;
using System.Text.Json.Nodes;
using Wenbao.Feel;

namespace Wenbao.Policies.Explaining;

/// <summary>Values as plain text and as JSON.</summary>
internal static class FeelDisplay
{
    /// <summary>The value without quotes: <c>active</c>, <c>12.5</c>, <c>2020-06-30</c>; empty for null.</summary>
    public static string Plain(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => "",
        FeelKind.String => value.AsString()!,
        FeelKind.Date => value.AsDate()!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => FeelText.Write(value),
    };

    /// <summary>The value as JSON: numbers and days as text, lists as arrays, contexts as objects.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scale">Decimals that numbers are written with; null for as many as they have.</param>
    public static JsonNode? Json(FeelValue value, int? scale = null) => value.Kind switch
    {
        FeelKind.Null => null,
        FeelKind.Boolean => JsonValue.Create(value.IsTrue),
        FeelKind.Number => JsonValue.Create(Number(value.AsNumber()!.Value, scale)),
        FeelKind.List => new JsonArray([.. value.AsList()!.Items.ToArray().Select(item => Json(item))]),
        FeelKind.Context => new JsonObject(value.AsContext()!.Shape.Names.Select((name, i) => KeyValuePair.Create(name, Json(value.AsContext()![i])))),
        _ => JsonValue.Create(Plain(value)),
    };

    /// <summary>Writes a value as JSON: numbers and days as text.</summary>
    public static void Write(System.Text.Json.Utf8JsonWriter json, FeelValue value)
    {
        if (Json(value) is { } node)
        {
            node.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>A number with a fixed number of decimals, or as it is.</summary>
    public static string Number(decimal number, int? scale) => scale is { } decimals
        ? number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : number.ToString("0.############################", CultureInfo.InvariantCulture);
}
