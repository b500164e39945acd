namespace Wenbao.Kernel;

/// <summary>A span of calendar days with both ends included (期间).</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before <paramref name="From"/>.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>Whether the day lies within.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The number of days, both ends counted.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The days that both spans share, or null when they share none.</summary>
    public Period? Overlap(Period other)
    {
        var from = From > other.From ? From : other.From;
        var to = To < other.To ? To : other.To;
        return from <= to ? new Period(from, to) : null;
    }

    /// <summary>The last day of every month that ends within the span.</summary>
    public IEnumerable<DateOnly> MonthEnds()
    {
        var first = new DateOnly(From.Year, From.Month, 1);
        for (var month = first; month <= To; month = month.AddMonths(1))
        {
            var end = month.AddMonths(1).AddDays(-1);
            if (Contains(end))
            {
                yield return end;
            }
        }
    }
}
