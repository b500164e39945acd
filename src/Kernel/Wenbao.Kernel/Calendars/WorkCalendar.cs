namespace Wenbao.Kernel;

/// <summary>Which days are worked (工作日历), read from announced holidays and make-up days. A year that is not announced yet is a known state: nothing is guessed.</summary>
/// <remarks>Source: annual notices of the State Council on holidays; reading rule in <c>packs/cn/README.md</c>.</remarks>
public sealed class WorkCalendar
{
    private readonly HashSet<DateOnly> daysOff;
    private readonly HashSet<DateOnly> makeUpWorkdays;
    private readonly HashSet<int> announcedYears;

    /// <summary>Makes a calendar.</summary>
    /// <param name="announcedYears">The years whose holidays are known completely.</param>
    /// <param name="daysOff">Every announced day off, weekends within a holiday included.</param>
    /// <param name="makeUpWorkdays">Weekend days that are worked in exchange (调休上班).</param>
    public WorkCalendar(IEnumerable<int> announcedYears, IEnumerable<DateOnly> daysOff, IEnumerable<DateOnly> makeUpWorkdays)
    {
        this.announcedYears = [.. announcedYears];
        this.daysOff = [.. daysOff];
        this.makeUpWorkdays = [.. makeUpWorkdays];
    }

    /// <summary>The years whose holidays are known.</summary>
    public IReadOnlySet<int> AnnouncedYears => announcedYears;

    /// <summary>Whether the day is worked; <see cref="CalendarProblems.YearNotAnnounced"/> when its year is not announced.</summary>
    public Result<bool> IsWorkday(DateOnly day) =>
        announcedYears.Contains(day.Year) ? IsWorkdayOfKnownYear(day) : CalendarProblems.YearNotAnnounced.With(day.Year);

    /// <summary>The working day that lies <paramref name="count"/> working days after <paramref name="start"/>, the start day itself not counted.</summary>
    /// <param name="start">The day of the event.</param>
    /// <param name="count">Zero gives the start day, moved to the next working day if it is none.</param>
    public Result<DateOnly> Add(DateOnly start, WorkingDays count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count.Count);
        var day = start;
        var left = count.Count;
        while (true)
        {
            if (!announcedYears.Contains(day.Year))
            {
                return CalendarProblems.YearNotAnnounced.With(day.Year);
            }

            if (left == 0 && IsWorkdayOfKnownYear(day))
            {
                return day;
            }

            day = day.AddDays(1);
            if (left > 0 && announcedYears.Contains(day.Year) && IsWorkdayOfKnownYear(day))
            {
                left--;
            }
        }
    }

    /// <summary>How many working days lie after <paramref name="start"/> up to and including <paramref name="end"/>; 0 when the end is not later.</summary>
    public Result<WorkingDays> Between(DateOnly start, DateOnly end)
    {
        var count = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (!announcedYears.Contains(day.Year))
            {
                return CalendarProblems.YearNotAnnounced.With(day.Year);
            }

            count += IsWorkdayOfKnownYear(day) ? 1 : 0;
        }

        return new WorkingDays(count);
    }

    private bool IsWorkdayOfKnownYear(DateOnly day) =>
        makeUpWorkdays.Contains(day) || (!daysOff.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}

/// <summary>The numbered problems of calendars.</summary>
public static class CalendarProblems
{
    private static readonly ProblemCatalogue Catalogue = new("CAL");

    /// <summary>The holidays of the year are not announced yet, so its working days are not known.</summary>
    public static readonly ProblemKind YearNotAnnounced = Catalogue.Define(1, 422,
        "{0}年的节假日安排尚未公布。", "The holidays of {0} are not announced yet.",
        "公布后把该年的放假和调休日加入节假日表。", "Add the year's days off and make-up days to the holiday table once they are announced.");
}
