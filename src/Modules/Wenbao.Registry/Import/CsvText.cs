using System.Text;

namespace Wenbao.Registry;

/// <summary>Splits CSV text into rows as it comes: quoted cells, doubled quotes, any line end; cells and rows are bounded, so hostile text cannot fill the memory.</summary>
/// <remarks>Source: RFC 4180.</remarks>
internal static class CsvText
{
    /// <summary>Characters a cell may have.</summary>
    public const int CellLengthMax = 64 * 1024;

    /// <summary>Cells a row may have.</summary>
    public const int CellsMax = 4096;

    /// <summary>The rows; blank lines are passed over.</summary>
    /// <exception cref="TableBrokenException">A quotation mark is never closed, a bound is passed, or bytes are no text.</exception>
    public static IEnumerable<TableRow> Rows(TextReader reader, char delimiter)
    {
        var buffer = new char[16 * 1024];
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, start) = (1, 1);
        var state = State.CellStart;
        var previous = '\0';
        int length;
        while ((length = Fill(reader, buffer, line)) > 0)
        {
            for (var i = 0; i < length; i++)
            {
                var c = buffer[i];
                line += c == '\n' || (previous == '\r' && c != '\n') ? 1 : 0;
                var isSecondOfLineEnd = c == '\n' && previous == '\r' && state == State.CellStart && cells.Count == 0;
                previous = c;
                if (isSecondOfLineEnd)
                {
                    start = line;
                    continue;
                }

                if (state == State.Quoted)
                {
                    state = c == '"' ? State.QuoteInQuoted : Append(cell, c, state, start);
                }
                else if (c == '"' && state is (State.CellStart or State.QuoteInQuoted))
                {
                    state = state == State.CellStart ? State.Quoted : Append(cell, c, State.Quoted, start);
                }
                else if (c == delimiter)
                {
                    state = EndCell(cells, cell, start);
                }
                else if (c is '\n' or '\r')
                {
                    EndCell(cells, cell, start);
                    if (cells.Count > 1 || cells[0].Length > 0)
                    {
                        yield return new TableRow(start, [.. cells]);
                    }

                    cells.Clear();
                    state = State.CellStart;
                    start = c == '\n' ? line : line + 1;
                }
                else
                {
                    state = Append(cell, c, State.Plain, start);
                }
            }
        }

        if (state == State.Quoted)
        {
            throw new TableBrokenException(start);
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            EndCell(cells, cell, start);
            yield return new TableRow(start, [.. cells]);
        }
    }

    private static State Append(StringBuilder cell, char c, State state, int start)
    {
        if (cell.Length >= CellLengthMax)
        {
            throw new TableBrokenException(start);
        }

        cell.Append(c);
        return state;
    }

    private static State EndCell(List<string> cells, StringBuilder cell, int start)
    {
        if (cells.Count >= CellsMax)
        {
            throw new TableBrokenException(start);
        }

        cells.Add(cell.ToString());
        cell.Clear();
        return State.CellStart;
    }

    private static int Fill(TextReader reader, char[] buffer, int line)
    {
        try
        {
            return reader.Read(buffer, 0, buffer.Length);
        }
        catch (DecoderFallbackException e)
        {
            throw new TableBrokenException(line, e);
        }
    }

    private enum State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }
}
