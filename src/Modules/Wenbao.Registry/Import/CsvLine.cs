using System.Buffers;

namespace Wenbao.Registry;

/// <summary>Writes lines of CSV: cells with separators, quotes or line ends are quoted; lines end with CR LF.</summary>
/// <remarks>Source: RFC 4180.</remarks>
internal static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n;\t");

    /// <summary>One line, its end included.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(Quoted) || text.StartsWith(' ') || text.EndsWith(' ')
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;
}
