using System.Text;
using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>Reads CSV files of packs (RFC 4180, UTF-8, header row) into mapping nodes, one a row. All values are text until asked otherwise; columns nobody asks for are allowed.</summary>
public static class PackCsv
{
    /// <summary>Reads a file; rows with the wrong number of cells are reported and left out.</summary>
    public static IReadOnlyList<PackNode> Read(PackFile file, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reader);
        return reader.ReadText(file) is { } text ? Read(text, file, reader) : [];
    }

    /// <summary>Reads text as if it were the content of a file.</summary>
    public static IReadOnlyList<PackNode> Read(string text, PackFile file, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(reader);
        var rows = new List<PackNode>();
        List<string>? header = null;
        var watch = new KeyWatch(file) { IsOpen = true };
        foreach (var (line, cells) in Records(text, file, reader))
        {
            if (header is null)
            {
                header = Header(cells, line, file, reader);
            }
            else if (cells.Count != header.Count)
            {
                reader.Report(PackProblems.RaggedRow.At($"{file.Display}:{line}", cells.Count, header.Count));
            }
            else
            {
                rows.Add(Row(header, cells, line, file, reader, watch));
            }
        }

        return rows;
    }

    private static List<string> Header(List<string> cells, int line, PackFile file, PackReader reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in cells.Where(name => !seen.Add(name)))
        {
            reader.Report(PackProblems.DuplicateKey.At($"{file.Display}:{line}", name, line));
        }

        return cells;
    }

    private static PackNode Row(List<string> header, List<string> cells, int line, PackFile file, PackReader reader, KeyWatch watch)
    {
        var entries = new OrderedDictionary<string, PackNode>(header.Count, StringComparer.Ordinal);
        for (var i = 0; i < header.Count; i++)
        {
            entries.TryAdd(header[i], cells[i].Length == 0 ? PackNode.Null(file, reader, line) : PackNode.Scalar(file, reader, line, cells[i]));
        }

        return PackNode.Map(file, reader, line, entries, watch);
    }

    /// <summary>Splits the text into records with the line each starts at; blank lines are passed over.</summary>
    private static IEnumerable<(int Line, List<string> Cells)> Records(string text, PackFile file, PackReader reader)
    {
        var (line, start) = (1, 1);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, wasQuoted) = (false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else if (c == '"')
                {
                    quoted = false;
                }
                else
                {
                    cell.Append(c);
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                (quoted, wasQuoted) = (true, true);
            }
            else if (c == ',')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                wasQuoted = false;
            }
            else if (c == '\n')
            {
                if (cells.Count > 0 || cell.Length > 0 || wasQuoted)
                {
                    cells.Add(cell.ToString());
                    yield return (start, cells);
                }

                cells = [];
                cell.Clear();
                (start, wasQuoted) = (line, false);
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (quoted)
        {
            reader.Report(PackProblems.OpenQuote.At($"{file.Display}:{start}"));
        }
        else if (cells.Count > 0 || cell.Length > 0 || wasQuoted)
        {
            cells.Add(cell.ToString());
            yield return (start, cells);
        }
    }
}
