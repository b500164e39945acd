using Wenbao.Feel;
using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Matching;

/// <summary>Published monthly series of the pack (公布的指标序列): prices and rates.</summary>
internal sealed class SeriesTable
{
    private readonly Dictionary<(string Column, int Year, int Month), FeelValue> byMonth = [];
    private readonly Dictionary<string, List<(DateOnly On, FeelValue Value)>> byPublication = new(StringComparer.Ordinal);

    /// <summary>Reads every file under <c>series/</c>: a column <c>month</c> and one column a series; a column named <c>…_published_on</c> dates the publication of the series whose name starts like it.</summary>
    public static SeriesTable Read(Pack pack, PackReader reader)
    {
        var table = new SeriesTable();
        foreach (var row in pack.Files("series/*.csv").SelectMany(reader.ReadCsv))
        {
            table.Add(row);
        }

        foreach (var series in table.byPublication.Values)
        {
            series.Sort((a, b) => a.On.CompareTo(b.On));
        }

        return table;
    }

    /// <summary>The value for the month of a day; null when it is not published.</summary>
    public FeelValue InMonth(string column, DateOnly day) => byMonth.GetValueOrDefault((column, day.Year, day.Month));

    /// <summary>The last value published on or before a day; null before the first publication.</summary>
    public FeelValue PublishedBy(string column, DateOnly day)
    {
        var found = FeelValue.Null;
        foreach (var (on, value) in byPublication.GetValueOrDefault(column) ?? [])
        {
            if (on > day)
            {
                break;
            }

            found = value;
        }

        return found;
    }

    private void Add(PackNode row)
    {
        var month = row.Required("month").Month();
        var cells = row.Entries();
        var publications = cells.Where(c => c.Key.EndsWith("_published_on", StringComparison.Ordinal) && !c.Value.IsNull)
            .ToDictionary(c => c.Key[..^"_published_on".Length], c => c.Value.Date(), StringComparer.Ordinal);
        foreach (var (column, cell) in cells)
        {
            if (column is "month" || cell.IsNull || column.EndsWith("_published_on", StringComparison.Ordinal) || column.EndsWith("_basis", StringComparison.Ordinal))
            {
                continue;
            }

            var value = FeelValue.Of(cell.Decimal());
            byMonth[(column, month.Year, month.Month)] = value;
            foreach (var (prefix, on) in publications)
            {
                if (column.StartsWith(prefix, StringComparison.Ordinal))
                {
                    if (!byPublication.TryGetValue(column, out var series))
                    {
                        byPublication[column] = series = [];
                    }

                    series.Add((on, value));
                }
            }
        }
    }
}
