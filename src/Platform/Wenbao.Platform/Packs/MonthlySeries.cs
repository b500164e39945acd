namespace Wenbao.Platform.Packs;

/// <summary>Values by month, such as a price index or a lending rate (月度序列). A month without a value is known to be missing.</summary>
public sealed class MonthlySeries
{
    private readonly SortedDictionary<DateOnly, decimal> values;
    private readonly List<(DateOnly PublishedOn, decimal Value)> published;

    internal MonthlySeries(string id, IEnumerable<(DateOnly Month, decimal Value, DateOnly? PublishedOn)> points)
    {
        Id = id;
        values = [];
        published = [];
        foreach (var (month, value, publishedOn) in points)
        {
            values[month] = value;
            if (publishedOn is { } day)
            {
                published.Add((day, value));
            }
        }

        published.Sort((a, b) => a.PublishedOn.CompareTo(b.PublishedOn));
    }

    /// <summary>The id: the column's name, such as <c>lpr_1y</c>.</summary>
    public string Id { get; }

    /// <summary>The months with values, by their first day, in order.</summary>
    public IReadOnlyDictionary<DateOnly, decimal> Values => values;

    /// <summary>The value of a month; null when there is none.</summary>
    /// <param name="day">Any day of the month.</param>
    public decimal? Of(DateOnly day) => values.TryGetValue(new DateOnly(day.Year, day.Month, 1), out var value) ? value : null;

    /// <summary>The value last published on the day or before; null when none was, or the series has no publication days.</summary>
    public decimal? LastPublished(DateOnly on)
    {
        var index = published.FindLastIndex(p => p.PublishedOn <= on);
        return index < 0 ? null : published[index].Value;
    }

    /// <summary>The publications in order of their day; empty when the series has no publication days.</summary>
    public IReadOnlyList<(DateOnly PublishedOn, decimal Value)> Published => published;
}
