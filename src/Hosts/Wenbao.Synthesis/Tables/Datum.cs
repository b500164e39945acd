using System.Globalization;

namespace Wenbao.Synthesis;

/// <summary>What sort of value a <see cref="Datum"/> is.</summary>
internal enum DatumKind : byte
{
    /// <summary>No value.</summary>
    Null,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text, or the code of a choice.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Truth,

    /// <summary>A calendar day.</summary>
    Day,
}

/// <summary>One drawn value. Days are day numbers, truth is 0 or 1.</summary>
internal readonly record struct Datum(DatumKind Kind, decimal Number, string? Text)
{
    /// <summary>No value.</summary>
    public static readonly Datum Null;

    /// <summary>Whether there is no value.</summary>
    public bool IsNull => Kind == DatumKind.Null;

    /// <summary>A number.</summary>
    public static Datum Of(decimal number) => new(DatumKind.Number, number, null);

    /// <summary>A text; null gives no value.</summary>
    public static Datum Of(string? text) => text is null ? Null : new(DatumKind.Text, 0, text);

    /// <summary>Yes or no.</summary>
    public static Datum Of(bool truth) => new(DatumKind.Truth, truth ? 1 : 0, null);

    /// <summary>A day.</summary>
    public static Datum Of(DateOnly day) => new(DatumKind.Day, day.DayNumber, null);

    /// <summary>The value of a text as written in a pack: a number, a day, yes or no, else the text itself.</summary>
    public static Datum Parse(string written, bool asText = false)
    {
        // A leading zero marks a code, not a number.
        if (asText || written is ['0', >= '0' and <= '9', ..])
        {
            return Of(written);
        }

        if (written is "true" or "false")
        {
            return Of(written == "true");
        }

        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Of(day);
        }

        return decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Of(number)
            : Of(written);
    }

    /// <summary>The value as files write it; empty for none.</summary>
    public string Written => Kind switch
    {
        DatumKind.Null => "",
        DatumKind.Text => Text!,
        DatumKind.Truth => Number != 0 ? "true" : "false",
        DatumKind.Day => DateOnly.FromDayNumber((int)Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };
}
