using System.Text.RegularExpressions;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions over texts with regular expressions. A pattern that is wrong or takes too long gives null.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.3, XQuery and XPath functions 3.1 §5.6.1; block names and class subtraction under <c>i</c> are read as .NET reads them.</remarks>
internal static class PatternFunctions
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromMilliseconds(500);

    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("matches(input: string, pattern: string, flags?: string): boolean", Matches),
        Define("replace(input: string, pattern: string, replacement: string, flags?: string): string", Replace),
        Define("split(string: string, delimiter: string): strings", Split),
    ];

    private static FeelValue Matches(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsString() is not { } text || Pattern(arguments[1], arguments[2]) is not { } pattern)
        {
            return FeelValue.Null;
        }

        return Guarded(() => Arguments.Truth(pattern.IsMatch(text)));
    }

    private static FeelValue Replace(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsString() is not { } text || arguments[2].AsString() is not { } replacement || Pattern(arguments[1], arguments[3]) is not { } pattern)
        {
            return FeelValue.Null;
        }

        return Guarded(() => pattern.IsMatch(string.Empty) ? FeelValue.Null : FeelValue.Of(pattern.Replace(text, match => Expand(replacement, match))));
    }

    private static FeelValue Split(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsString() is not { } text || Pattern(arguments[1], FeelValue.Null) is not { } pattern)
        {
            return FeelValue.Null;
        }

        return Guarded(() =>
        {
            List<FeelValue> parts = [];
            var from = 0;
            foreach (Match match in pattern.Matches(text))
            {
                if (match.Length > 0)
                {
                    parts.Add(FeelValue.Of(text[from..match.Index]));
                    from = match.Index + match.Length;
                }
            }

            parts.Add(FeelValue.Of(text[from..]));
            return Arguments.ListOf(parts);
        });
    }

    private static FeelValue Guarded(Func<FeelValue> run)
    {
        try
        {
            return run();
        }
        catch (RegexMatchTimeoutException)
        {
            return FeelValue.Null;
        }
    }

    private static string Expand(string replacement, Match match)
    {
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] == '$' && i + 1 < replacement.Length && char.IsAsciiDigit(replacement[i + 1]))
            {
                result.Append(match.Groups[replacement[++i] - '0'].Value);
            }
            else if (replacement[i] == '\\' && i + 1 < replacement.Length && replacement[i + 1] is '$' or '\\')
            {
                result.Append(replacement[++i]);
            }
            else
            {
                result.Append(replacement[i]);
            }
        }

        return result.ToString();
    }

    private static Regex? Pattern(FeelValue pattern, FeelValue flags)
    {
        if (pattern.AsString() is not { } text || (!flags.IsNull && flags.AsString() is null))
        {
            return null;
        }

        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags.AsString() ?? string.Empty)
        {
            switch (flag)
            {
                case 's':
                    options |= RegexOptions.Singleline;
                    break;
                case 'm':
                    options |= RegexOptions.Multiline;
                    break;
                case 'i':
                    options |= RegexOptions.IgnoreCase;
                    break;
                case 'x':
                    text = WithoutSpace(text);
                    break;
                default:
                    return null;
            }
        }

        try
        {
            return new Regex(Translate(text, options), options, TimeMax);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>White space outside character classes is left out.</summary>
    private static string WithoutSpace(string pattern)
    {
        var result = new System.Text.StringBuilder();
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character == '\\' && i + 1 < pattern.Length && !char.IsWhiteSpace(pattern[i + 1]))
            {
                result.Append(character).Append(pattern[++i]);
                continue;
            }

            depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            if (depth > 0 || !char.IsWhiteSpace(character))
            {
                result.Append(character);
            }
        }

        return result.ToString();
    }

    /// <summary>Where .NET means something else: <c>$</c> is the very end, and <c>.</c> excludes the carriage return too.</summary>
    private static string Translate(string pattern, RegexOptions options)
    {
        var result = new System.Text.StringBuilder();
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character == '\\' && i + 1 < pattern.Length)
            {
                if (depth > 0 && char.IsAsciiDigit(pattern[i + 1]))
                {
                    throw new ArgumentException("A reference to a group may not stand in a character class.", nameof(pattern));
                }

                result.Append(character).Append(pattern[++i]);
                continue;
            }

            depth += character == '[' ? 1 : character == ']' ? -1 : 0;
            _ = (character, depth) switch
            {
                ('$', 0) when !options.HasFlag(RegexOptions.Multiline) => result.Append(@"\z"),
                ('.', 0) when !options.HasFlag(RegexOptions.Singleline) => result.Append(@"[^\n\r]"),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }
}
