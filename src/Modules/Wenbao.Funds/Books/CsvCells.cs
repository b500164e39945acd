using System.Globalization;
using System.Text;

namespace Wenbao.Funds;

/// <summary>Writes rows of a CSV file that spreadsheet programs open as they are: cells with commas, quotes or line ends in quotes, texts that would be taken for formulas behind an apostrophe.</summary>
public static class CsvCells
{
    /// <summary>A row, ended by CR LF (RFC 4180).</summary>
    public static string Row(params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                row.Append(',');
            }

            Append(row, Guarded(cells[i]));
        }

        return row.Append("\r\n").ToString();
    }

    private static void Append(StringBuilder row, string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0)
        {
            row.Append(cell);
            return;
        }

        row.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }

    /// <summary>Numbers stay as they are; a sign in front of anything else would start a formula.</summary>
    private static string Guarded(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'
        && !decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? "'" + cell
            : cell;
}
