using System.Globalization;
using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>A table in a file, CSV or XLSX, read row by row with bounded memory.</summary>
internal sealed class TableFile
{
    private static readonly char[] Delimiters = [',', '\t', ';', '|'];
    private readonly string path;
    private readonly Encoding? encoding;
    private readonly char delimiter;

    private TableFile(string path, Encoding? encoding, char delimiter)
    {
        this.path = path;
        this.encoding = encoding;
        this.delimiter = delimiter;
    }

    /// <summary>Opens a file: refused at once when too large, then when it is no table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="sizeMax">Bytes allowed.</param>
    public static Result<TableFile> Open(string path, long sizeMax)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return RegistryProblems.FileMissing.With(file.Name);
        }

        if (file.Length > sizeMax)
        {
            return RegistryProblems.FileTooLarge.With(file.Length / 1_048_576, sizeMax / 1_048_576);
        }

        if (file.Length == 0)
        {
            return RegistryProblems.FileEmpty.With();
        }

        var head = new byte[(int)Math.Min(file.Length, 4096)];
        using (var stream = file.OpenRead())
        {
            stream.ReadExactly(head);
        }

        if (head.AsSpan().StartsWith("PK"u8))
        {
            return OpenWorkbook(path, sizeMax);
        }

        return NotText(head) is { } why ? NotATable(why.Zh, why.En) : OpenText(path);
    }

    /// <summary>The rows, the header first. Throws <see cref="TableBrokenException"/> where the structure of the file breaks.</summary>
    public IEnumerable<TableRow> Rows() => encoding is null ? WorkbookRows() : TextRows(encoding);

    private static LocalizedText? NotText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return new LocalizedText("这是旧版 XLS 工作簿", "it is a workbook of the old XLS format");
        }

        if (head.StartsWith("%PDF"u8))
        {
            return new LocalizedText("这是 PDF", "it is a PDF");
        }

        var isWide = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
        if (!isWide && head.Contains((byte)0))
        {
            return new LocalizedText("这是二进制文件", "it is a binary file");
        }

        var start = head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? head[3..] : head;
        start = start.TrimStart(" \t\r\n"u8);
        return start.Length == 0 ? null
            : start[0] == '<' ? new LocalizedText("这是 HTML 或 XML", "it is HTML or XML")
            : start[0] is (byte)'{' or (byte)'[' ? new LocalizedText("这是 JSON", "it is JSON")
            : null;
    }

    private static Problem NotATable(string zh, string en)
    {
        var kind = RegistryProblems.NotATable;
        return new Problem(kind, new LocalizedText(
            string.Format(CultureInfo.InvariantCulture, kind.Title.Zh, zh), string.Format(CultureInfo.InvariantCulture, kind.Title.En, "", en)));
    }

    private static Result<TableFile> OpenWorkbook(string path, long sizeMax)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.GetEntry("xl/workbook.xml") is null)
            {
                return NotATable("这是压缩包，不是 XLSX", "it is an archive, not XLSX");
            }

            var unpacked = zip.Entries.Sum(e => e.Length);
            return unpacked > sizeMax * 8
                ? RegistryProblems.FileTooLarge.With(unpacked / 1_048_576, sizeMax * 8 / 1_048_576)
                : new TableFile(path, null, ',');
        }
        catch (InvalidDataException)
        {
            return NotATable("压缩包已损坏", "it is a broken archive");
        }
    }

    private static Result<TableFile> OpenText(string path)
    {
        var detected = TextEncoding.Detect(path);
        if (detected is null)
        {
            return RegistryProblems.EncodingUnknown.With();
        }

        using var reader = new StreamReader(path, detected);
        var firstLine = ReadLine(reader);
        if (firstLine.Trim().Length == 0)
        {
            return RegistryProblems.FileEmpty.With();
        }

        var delimiter = Delimiters.MaxBy(d => firstLine.Count(c => c == d));
        return firstLine.Contains(delimiter, StringComparison.Ordinal)
            ? new TableFile(path, detected, delimiter)
            : NotATable("第一行只有一列", "its first line has one column only");
    }

    private static string ReadLine(StreamReader reader)
    {
        var line = new StringBuilder();
        while (line.Length < CsvText.CellLengthMax && reader.Read() is var c and >= 0 && c is not ('\n' or '\r'))
        {
            line.Append((char)c);
        }

        return line.ToString();
    }

    private IEnumerable<TableRow> TextRows(Encoding from)
    {
        using var reader = new StreamReader(path, from);
        foreach (var row in CsvText.Rows(reader, delimiter))
        {
            yield return row;
        }
    }

    private IEnumerable<TableRow> WorkbookRows()
    {
        using var stream = File.OpenRead(path);
        using var rows = stream.Query(useHeaderRow: false).GetEnumerator();
        var width = 0;
        for (var line = 1; ; line++)
        {
            IDictionary<string, object?> cells;
            try
            {
                if (!rows.MoveNext())
                {
                    yield break;
                }

                cells = (IDictionary<string, object?>)rows.Current;
            }
            catch (Exception e) when (e is InvalidDataException or System.Xml.XmlException or InvalidOperationException or FormatException)
            {
                throw new TableBrokenException(line, e);
            }

            var texts = cells.Values.Select(CellText).ToArray();
            width = Math.Max(width, line == 1 ? texts.Length : 0);
            if (texts.Length < width)
            {
                // Spreadsheets leave out empty cells at the end of a row.
                Array.Resize(ref texts, width);
            }

            if (texts.Any(t => !string.IsNullOrWhiteSpace(t)))
            {
                yield return new TableRow(line, texts);
            }
        }
    }

    private static string? CellText(object? cell) => cell switch
    {
        null => null,
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime time => time.TimeOfDay == TimeSpan.Zero ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        // Spreadsheets keep 15 digits; the shortest text that reads back is the number the person typed.
        double number => Math.Abs(number) < 1e15 ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };
}
