using System.Text;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions over texts; characters are code points, not UTF-16 units.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.3.</remarks>
internal static class StringFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("substring(string: string, start position: number, length?: number): string", Substring),
        Define("string length(string: string): number", arguments => arguments[0].AsString() is { } text ? FeelValue.Of((decimal?)Length(text)) : FeelValue.Null),
        Define("upper case(string: string): string", arguments => FeelValue.Of(arguments[0].AsString()?.ToUpperInvariant())),
        Define("lower case(string: string): string", arguments => FeelValue.Of(Lower(arguments[0].AsString()))),
        Define("substring before(string: string, match: string): string", SubstringBefore),
        Define("substring after(string: string, match: string): string", SubstringAfter),
        Define("contains(string: string, match: string): boolean", arguments => Test(arguments, (text, match) => text.Contains(match, StringComparison.Ordinal))),
        Define("starts with(string: string, match: string): boolean", arguments => Test(arguments, (text, match) => text.StartsWith(match, StringComparison.Ordinal))),
        Define("ends with(string: string, match: string): boolean", arguments => Test(arguments, (text, match) => text.EndsWith(match, StringComparison.Ordinal))),
        Define("string join(list: strings, delimiter?: string): string", Join),
    ];

    private static FeelValue Test(ReadOnlySpan<FeelValue> arguments, Func<string, string, bool> test) =>
        arguments[0].AsString() is { } text && arguments[1].AsString() is { } match ? FeelValue.Of((bool?)test(text, match)) : FeelValue.Null;

#pragma warning disable CA1308 // The language has lower case, and means it.
    private static string? Lower(string? text) => text?.ToLowerInvariant();
#pragma warning restore CA1308

    private static int Length(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    /// <summary>From a position (1 is the first character, -1 the last) to the end or for a length; null for position 0, beyond the text, or a length below 1.</summary>
    private static FeelValue Substring(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsString() is not { } text || arguments[1].AsNumber() is not { } position || (!arguments[2].IsNull && arguments[2].AsNumber() is null))
        {
            return FeelValue.Null;
        }

        var runes = text.EnumerateRunes().ToArray();
        var start = decimal.Truncate(position) is var whole && whole > 0 ? whole - 1 : runes.Length + whole;
        var length = arguments[2].AsNumber() is { } given ? decimal.Truncate(given) : runes.Length;
        if (decimal.Truncate(position) == 0 || start < 0 || start >= runes.Length || length < 1)
        {
            return FeelValue.Null;
        }

        var result = new StringBuilder();
        foreach (var rune in runes.AsSpan((int)start, (int)Math.Min(length, runes.Length - start)))
        {
            result.Append(rune.ToString());
        }

        return FeelValue.Of(result.ToString());
    }

    private static FeelValue SubstringBefore(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsString() is not { } text || arguments[1].AsString() is not { } match)
        {
            return FeelValue.Null;
        }

        var at = text.IndexOf(match, StringComparison.Ordinal);
        return FeelValue.Of(at <= 0 ? string.Empty : text[..at]);
    }

    private static FeelValue SubstringAfter(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsString() is not { } text || arguments[1].AsString() is not { } match)
        {
            return FeelValue.Null;
        }

        var at = text.IndexOf(match, StringComparison.Ordinal);
        return FeelValue.Of(at < 0 ? string.Empty : text[(at + match.Length)..]);
    }

    /// <summary>Nulls among the texts are left out; a null delimiter is an empty one.</summary>
    private static FeelValue Join(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list || (!arguments[1].IsNull && arguments[1].AsString() is null))
        {
            return FeelValue.Null;
        }

        List<string> texts = [];
        var length = 0L;
        foreach (var item in list.Items)
        {
            if (item.AsString() is { } text)
            {
                length += text.Length + (arguments[1].AsString()?.Length ?? 0);
                texts.Add(text);
            }
            else if (!item.IsNull)
            {
                return FeelValue.Null;
            }
        }

        return length > Evaluation.EvaluationLimits.TextMax ? FeelValue.Null : FeelValue.Of(string.Join(arguments[1].AsString() ?? string.Empty, texts));
    }
}
