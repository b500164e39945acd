using System.Globalization;
using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Values as plain text for the history, files and screens: numbers with a point, days as <c>yyyy-MM-dd</c>, <c>true</c>, <c>false</c>.</summary>
public static class ValueText
{
    /// <summary>The text of a value; null for null.</summary>
    public static string? Write(FeelValue value) => value.Kind switch
    {
        FeelKind.String => value.AsString(),
        FeelKind.Number => value.AsNumber()!.Value.ToString("0.##################", CultureInfo.InvariantCulture),
        FeelKind.Boolean => value.IsTrue ? "true" : "false",
        FeelKind.Date => value.AsDate()!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The value of a text that <see cref="Write"/> made; null for null and for text that is not of the type.</summary>
    public static FeelValue Read(AttributeType type, string? text)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (text is null)
        {
            return FeelValue.Null;
        }

        switch (type.Kind)
        {
            case AttributeKind.Whole or AttributeKind.Decimal:
                return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    ? FeelValue.Of(number)
                    : FeelValue.Null;
            case AttributeKind.Truth:
                return text switch { "true" => FeelValue.True, "false" => FeelValue.False, _ => FeelValue.Null };
            case AttributeKind.Day:
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? FeelValue.Of(day)
                    : FeelValue.Null;
            default:
                return FeelValue.Of(text);
        }
    }
}
