using System.Globalization;

namespace Wenbao.Registry;

/// <summary>Keeps spreadsheet programs from taking a text for a formula: a leading apostrophe on the way out, removed on the way in.</summary>
internal static class FormulaGuard
{
    /// <summary>The text with an apostrophe in front when a spreadsheet would take it for a formula; numbers stay as they are.</summary>
    public static string Add(string text)
    {
        if (text.Length == 0)
        {
            return text;
        }

        var isDangerous = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' or '＝' or '＋' or '－' or '＠';
        return isDangerous && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;
    }

    /// <summary>The text that <see cref="Add"/> guarded; any other text as it is.</summary>
    public static string Remove(string text) => text.Length > 1 && text[0] == '\'' && Add(text[1..]) == text ? text[1..] : text;
}
