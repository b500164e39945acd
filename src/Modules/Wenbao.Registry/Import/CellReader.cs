using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Wenbao.Feel;
using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>Reads one cell of a file as a value of its attribute, or says what is wrong with it.</summary>
/// <param name="declaration">The code lists that codes are looked up in.</param>
/// <param name="today">The business date; nobody is born after it.</param>
internal sealed partial class CellReader(RegistryDeclaration declaration, DateOnly today)
{
    /// <summary>Characters a text may have.</summary>
    public const int TextLengthMax = 4000;

    private static readonly SearchValues<char> NumberWords = SearchValues.Create("万亿千百元%％¥￥");
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy/M/d", "yyyy-M-d", "yyyyMMdd", "yyyy.M.d", "yyyy年M月d日"];
    private static readonly DateOnly DayMin = new(1900, 1, 1);
    private static readonly DateOnly DayMax = new(2099, 12, 31);
    private readonly Dictionary<RegistryAttribute, Dictionary<string, FeelValue>> choices = [];

    /// <summary>Reads the cell.</summary>
    /// <param name="attribute">What the cell is to be.</param>
    /// <param name="cell">The cell's text; empty or blank is null.</param>
    /// <param name="value">The value; null when there is a problem.</param>
    /// <returns>The problem, or null.</returns>
    public Problem? Read(RegistryAttribute attribute, string? cell, out FeelValue value)
    {
        value = FeelValue.Null;
        var text = FormulaGuard.Remove(cell?.Trim() ?? "");
        if (text.Length == 0)
        {
            return null;
        }

        return attribute.Type.Kind switch
        {
            AttributeKind.Whole or AttributeKind.Decimal => ReadNumber(attribute, text, out value),
            AttributeKind.Truth => ReadTruth(text, out value),
            AttributeKind.Day => ReadDay(attribute, text, out value),
            AttributeKind.Choice => ReadChoice(attribute, text, out value),
            _ => ReadText(attribute, text, out value),
        };
    }

    private Problem? ReadText(RegistryAttribute attribute, string text, out FeelValue value)
    {
        value = FeelValue.Null;
        if (text.Length > TextLengthMax)
        {
            return RegistryProblems.TextTooLong.With(TextLengthMax);
        }

        switch (attribute.Check)
        {
            case IdentifierCheck.CreditCode:
                text = CreditCode.Normalize(text);
                if (!CreditCode.IsValid(text))
                {
                    return RegistryProblems.CreditCodeInvalid.With();
                }

                break;
            case IdentifierCheck.IdentityNumber:
                text = text.ToUpperInvariant();
                if (!IdentityNumber.IsValid(text, today))
                {
                    return RegistryProblems.IdentityNumberInvalid.With();
                }

                break;
            case IdentifierCheck.Division when declaration.Divisions is { } divisions && divisions.Find(text) is null:
                return CodeUnknown("行政区划代码表", "administrative divisions");
            case IdentifierCheck.Industry when declaration.Industries is { } industries && industries.Find(text) is null:
                return CodeUnknown("国民经济行业分类", "industries (GB/T 4754)");
        }

        value = FeelValue.Of(text);
        return null;
    }

    private static Problem CodeUnknown(string zh, string en)
    {
        var kind = RegistryProblems.CodeUnknown;
        return new Problem(kind, new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, kind.Title.Zh, zh), string.Format(CultureInfo.InvariantCulture, kind.Title.En, "", en)));
    }

    private static Problem? ReadNumber(RegistryAttribute attribute, string text, out FeelValue value)
    {
        value = FeelValue.Null;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return text.AsSpan().ContainsAny(NumberWords) ? NumberWithUnit(attribute)
                : SeparatedNumber().IsMatch(text) ? RegistryProblems.NumberWithSeparators.With()
                : ExponentNumber().IsMatch(text) ? RegistryProblems.NumberWithExponent.With()
                : RegistryProblems.NumberUnreadable.With();
        }

        var scale = attribute.Type.Scale;
        if (decimal.Round(number, scale) != number)
        {
            return RegistryProblems.NumberTooFine.With(scale);
        }

        var digits = attribute.Type.Kind == AttributeKind.Whole ? AttributeType.DigitsMax : attribute.Type.Precision - scale;
        var limit = PowerOfTen(digits);
        if (Math.Abs(number) >= limit)
        {
            return RegistryProblems.ValueOutOfRange.With($"-{limit - 1}", $"{limit - 1}");
        }

        value = FeelValue.Of(number);
        return OutOfRange(attribute, (attribute.Min.AsNumber() is { } min && number < min) || (attribute.Max.AsNumber() is { } max && number > max), ref value);
    }

    private static Problem NumberWithUnit(RegistryAttribute attribute)
    {
        var kind = RegistryProblems.NumberWithUnit;
        return new Problem(kind, new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, kind.Title.Zh, attribute.Unit?.Zh ?? "个", ""),
            string.Format(CultureInfo.InvariantCulture, kind.Title.En, "", attribute.Unit?.En ?? "one")));
    }

    private static Problem? ReadDay(RegistryAttribute attribute, string text, out FeelValue value)
    {
        value = FeelValue.Null;
        var dayText = text.EndsWith(" 00:00:00", StringComparison.Ordinal) ? text[..^9] : text;
        if (!DateOnly.TryParseExact(dayText, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return RegistryProblems.DateUnreadable.With();
        }

        value = FeelValue.Of(day);
        var min = attribute.Min.AsDate() ?? DayMin;
        var max = attribute.Max.AsDate() ?? DayMax;
        if (day >= min && day <= max)
        {
            return null;
        }

        value = FeelValue.Null;
        return RegistryProblems.ValueOutOfRange.With(ValueText.Write(FeelValue.Of(min)), ValueText.Write(FeelValue.Of(max)));
    }

    private static Problem? OutOfRange(RegistryAttribute attribute, bool isOut, ref FeelValue value)
    {
        if (!isOut)
        {
            return null;
        }

        value = FeelValue.Null;
        return RegistryProblems.ValueOutOfRange.With(ValueText.Write(attribute.Min) ?? "−∞", ValueText.Write(attribute.Max) ?? "+∞");
    }

    private static Problem? ReadTruth(string text, out FeelValue value)
    {
        value = text.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "是" or "YES" or "Y" => FeelValue.True,
            "FALSE" or "0" or "否" or "NO" or "N" => FeelValue.False,
            _ => FeelValue.Null,
        };
        return value.IsNull ? RegistryProblems.TruthUnreadable.With() : null;
    }

    private Problem? ReadChoice(RegistryAttribute attribute, string text, out FeelValue value)
    {
        if (!choices.TryGetValue(attribute, out var known))
        {
            known = new Dictionary<string, FeelValue>(StringComparer.OrdinalIgnoreCase);
            foreach (var code in attribute.Type.Choices)
            {
                known[code] = FeelValue.Of(code);
            }

            foreach (var (code, label) in attribute.Labels)
            {
                known.TryAdd(label.Zh, FeelValue.Of(code));
                known.TryAdd(label.En, FeelValue.Of(code));
            }

            choices.Add(attribute, known);
        }

        return known.TryGetValue(text, out value)
            ? null
            : RegistryProblems.ChoiceUnknown.With(string.Join("、", attribute.Type.Choices.Select(c => attribute.Labels.TryGetValue(c, out var label) ? $"{c}（{label.Zh}）" : c)));
    }

    private static decimal PowerOfTen(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10m;
        }

        return power;
    }

    [GeneratedRegex(@"^[+-]?\d{1,3}([,，' ]\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex SeparatedNumber();

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?[eE][+-]?\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex ExponentNumber();
}
