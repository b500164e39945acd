namespace Wenbao.Feel.Syntax;

/// <summary>Which characters make names and white space.</summary>
/// <remarks>Source: DMN 1.5 §10.3.1.2, grammar rules 27 to 30 and 61. Full-width punctuation counts as name characters there, but is told apart here.</remarks>
internal static class CharacterClasses
{
    /// <summary>Full-width punctuation and the half-width one meant.</summary>
    private static readonly Dictionary<char, string> FullWidth = new()
    {
        ['，'] = ",",
        ['：'] = ":",
        ['（'] = "(",
        ['）'] = ")",
        ['“'] = "\"",
        ['”'] = "\"",
        ['；'] = ",",
        ['、'] = ",",
        ['。'] = ".",
        ['＞'] = ">",
        ['＜'] = "<",
        ['＝'] = "=",
        ['＋'] = "+",
        ['－'] = "-",
        ['＊'] = "*",
        ['／'] = "/",
        ['【'] = "[",
        ['】'] = "]",
        ['！'] = "!",
        ['［'] = "[",
        ['］'] = "]",
        ['｛'] = "{",
        ['｝'] = "}",
        ['≥'] = ">=",
        ['≤'] = "<=",
        ['≠'] = "!=",
        ['×'] = "*",
        ['÷'] = "/",
        ['‘'] = "\"",
        ['’'] = "\"",
    };

    public static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\u000b' or '\u000c' or '\u0085' or '\u00a0' or '\u1680' or '\u180e'
        or (>= '\u2000' and <= '\u200b') or '\u2028' or '\u2029' or '\u202f' or '\u205f' or '\u3000' or '\ufeff';

    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    public static bool IsNameStart(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        || (character >= '\u00c0' && character is not ('\u00d7' or '\u00f7') && !FullWidth.ContainsKey(character) && !IsSpace(character) && (char.IsLetter(character) || char.IsSurrogate(character) || char.IsLetterOrDigit(character)));

    public static bool IsNamePart(char character) => IsNameStart(character) || IsDigit(character)
        || (character >= '\u00b7' && (character == '\u00b7' || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark));

    /// <summary>Characters that known names and keys may hold besides: <c>. / - ' + *</c>.</summary>
    public static bool IsNameSymbol(char character) => character is '.' or '/' or '-' or '\'' or '’' or '+' or '*' or '%' or '&' or '（' or '）' or '、' or '，' or '“' or '”';

    public static string? HalfWidthOf(char character) => FullWidth.GetValueOrDefault(character);
}
