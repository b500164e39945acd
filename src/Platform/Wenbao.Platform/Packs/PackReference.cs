using Wenbao.Kernel;

namespace Wenbao.Platform.Packs;

/// <summary>Reads the reference tables of a pack: holidays, industries, divisions and monthly series.</summary>
/// <remarks>Problems go to the reader; what could be read is given all the same.</remarks>
public static class PackReference
{
    /// <summary>Reads <c>reference/holidays.csv</c> (columns <c>date</c>, <c>year</c>, <c>kind</c> = <c>day_off</c> or <c>makeup_workday</c>). A year counts as announced when it has rows.</summary>
    public static WorkCalendar Holidays(Pack pack, PackReader reader)
    {
        var (years, off, worked) = (new HashSet<int>(), new List<DateOnly>(), new List<DateOnly>());
        foreach (var row in Rows(pack, "reference/holidays.csv", reader))
        {
            var day = row.Required("date").Date();
            years.Add(row.Required("year").Int());
            (row.Required("kind").OneOf("day_off", "makeup_workday") == "day_off" ? off : worked).Add(day);
        }

        return new WorkCalendar(years, off, worked);
    }

    /// <summary>Reads <c>reference/gbt4754.csv</c> (columns <c>code</c>, <c>name</c>, <c>parent</c>, <c>level</c> 1 to 4): the industries of GB/T 4754.</summary>
    public static CodeTree Industries(Pack pack, PackReader reader) => Tree(
        [.. Rows(pack, "reference/gbt4754.csv", reader).Select(row => Entry(row, row.Required("name").Text()))]);

    /// <summary>Reads <c>reference/divisions.csv</c> (columns <c>code</c>, <c>name_zh</c>, <c>name_en</c>, <c>parent</c>, <c>kind</c>). Entries whose parent is not listed are the top; levels follow from the depth.</summary>
    public static CodeTree Divisions(Pack pack, PackReader reader) => Tree(
        [.. Rows(pack, "reference/divisions.csv", reader).Select(row => Entry(row, row.Required("name_zh").Text()))]);

    /// <summary>Reads every <c>series/*.csv</c>: a <c>month</c> column and one numeric column a series. A column <c>X_published_on</c> gives the publication days of the series whose id starts with <c>X</c>; columns ending in <c>_basis</c> or <c>_zh</c> are notes.</summary>
    /// <returns>The series by id.</returns>
    public static IReadOnlyDictionary<string, MonthlySeries> Series(Pack pack, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(reader);
        var series = new SortedDictionary<string, MonthlySeries>(StringComparer.Ordinal);
        foreach (var file in pack.Files("series/*.csv"))
        {
            var rows = reader.ReadCsv(file);
            var columns = rows is [var first, ..] ? first.Entries().Select(e => e.Key).ToList() : [];
            foreach (var id in columns.Where(IsSeries))
            {
                var publishedOn = columns.Find(c => c.EndsWith("_published_on", StringComparison.Ordinal) && id.StartsWith(c[..^"_published_on".Length], StringComparison.Ordinal));
                series[id] = new MonthlySeries(id, rows
                    .Where(row => row.Optional(id) is not null)
                    .Select(row => (row.Required("month").Month(), row.Required(id).Decimal(), publishedOn is null ? null : row.Optional(publishedOn)?.Date())));
            }
        }

        return series;
    }

    /// <summary>The rows of a table that must be there.</summary>
    public static IReadOnlyList<PackNode> Rows(Pack pack, string path, PackReader reader)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(reader);
        if (pack.Find(path) is { } file)
        {
            return reader.ReadCsv(file);
        }

        reader.Report(PackProblems.FileMissing.At(path, path));
        return [];
    }

    private static bool IsSeries(string column) =>
        column != "month"
        && !column.EndsWith("_published_on", StringComparison.Ordinal)
        && !column.EndsWith("_basis", StringComparison.Ordinal)
        && !column.EndsWith("_zh", StringComparison.Ordinal);

    private static (PackNode Row, string Code, string Name, string NameEn, string? Parent, string? Kind) Entry(PackNode row, string name) =>
        (row, row.Required("code").Text(), name, row.Optional("name_en")?.Text() ?? name, row.Optional("parent")?.Text(), row.Optional("kind")?.Text());

    private static CodeTree Tree(IReadOnlyList<(PackNode Row, string Code, string Name, string NameEn, string? Parent, string? Kind)> rows)
    {
        var known = new Dictionary<string, string?>(StringComparer.Ordinal);
        var good = new List<(PackNode Row, string Code, string Name, string NameEn, string? Parent, string? Kind)>();
        foreach (var row in rows)
        {
            if (known.TryAdd(row.Code, row.Parent))
            {
                good.Add(row);
            }
            else
            {
                row.Row.Report(PackProblems.CodeListBroken, row.Code, "重复", "it stands twice");
            }
        }

        var entries = new List<CodeEntry>();
        foreach (var row in good)
        {
            if (Depth(row.Code, known) is { } level)
            {
                entries.Add(new CodeEntry(row.Code, new LocalizedText(row.Name, row.NameEn), row.Parent is not null && known.ContainsKey(row.Parent) ? row.Parent : null, level, row.Kind));
            }
            else
            {
                row.Row.Report(PackProblems.CodeListBroken, row.Code, "上级代码形成循环", "its parents lead round in a circle");
            }
        }

        return new CodeTree(entries);
    }

    private static int? Depth(string code, Dictionary<string, string?> parents)
    {
        var depth = 1;
        for (var at = parents[code]; at is not null && parents.ContainsKey(at); at = parents[at])
        {
            if (++depth > parents.Count)
            {
                return null;
            }
        }

        return depth;
    }
}
