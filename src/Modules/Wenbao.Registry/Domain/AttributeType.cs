using System.Globalization;
using System.Text.RegularExpressions;
using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>The declared type of an attribute or a record field: <c>string</c>, <c>int</c>, <c>decimal(18,2)</c>, <c>bool</c>, <c>date</c>, <c>enum:a|b</c>, <c>ref:enterprise</c>.</summary>
public sealed partial class AttributeType
{
    /// <summary>Digits a stored number may have: scaled to whole units it must fit 64 bits.</summary>
    public const int DigitsMax = 18;

    private AttributeType(AttributeKind kind, string text, int precision = 0, int scale = 0, IReadOnlyList<string>? choices = null, string? target = null)
    {
        Kind = kind;
        Text = text;
        Precision = precision;
        Scale = scale;
        Choices = choices ?? [];
        Target = target;
    }

    /// <summary>The sort of values.</summary>
    public AttributeKind Kind { get; }

    /// <summary>The type as it is written in the declaration.</summary>
    public string Text { get; }

    /// <summary>Digits in all of a decimal number, 1 to 18; 0 for other kinds.</summary>
    public int Precision { get; }

    /// <summary>Decimals of a decimal number, 0 to <see cref="Precision"/>; 0 for other kinds.</summary>
    public int Scale { get; }

    /// <summary>The codes of a choice, in declared order; empty for other kinds.</summary>
    public IReadOnlyList<string> Choices { get; }

    /// <summary>The subject type a reference points to; null for other kinds.</summary>
    public string? Target { get; }

    /// <summary>The static type in decision models.</summary>
    public FeelType FeelType => Kind switch
    {
        AttributeKind.Whole or AttributeKind.Decimal => FeelType.Number,
        AttributeKind.Truth => FeelType.Boolean,
        AttributeKind.Day => FeelType.Date,
        _ => FeelType.String,
    };

    /// <summary>Reads a type; null when the text is none.</summary>
    public static AttributeType? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        switch (text)
        {
            case "string": return new AttributeType(AttributeKind.Text, text);
            case "int": return new AttributeType(AttributeKind.Whole, text);
            case "bool": return new AttributeType(AttributeKind.Truth, text);
            case "date": return new AttributeType(AttributeKind.Day, text);
        }

        if (DecimalPattern().Match(text) is { Success: true } match)
        {
            var precision = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var scale = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            return precision is >= 1 and <= DigitsMax && scale <= precision ? new AttributeType(AttributeKind.Decimal, text, precision, scale) : null;
        }

        if (text.StartsWith("enum:", StringComparison.Ordinal))
        {
            var choices = text[5..].Split('|');
            return choices.All(c => c.Length > 0 && c == c.Trim()) && choices.Distinct(StringComparer.Ordinal).Count() == choices.Length
                ? new AttributeType(AttributeKind.Choice, text, choices: choices)
                : null;
        }

        return text.StartsWith("ref:", StringComparison.Ordinal) && text.Length > 4
            ? new AttributeType(AttributeKind.Reference, text, target: text[4..])
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex(@"^decimal\((\d{1,2}),\s*(\d{1,2})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalPattern();
}
