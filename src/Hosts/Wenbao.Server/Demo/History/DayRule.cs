using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Server;

/// <summary>On which days something of the played half year happens: dates, weekdays, days of the month, month-ends, or every day.</summary>
internal sealed class DayRule
{
    private static readonly DayOfWeek[] Weekdays = Enum.GetValues<DayOfWeek>();
    private readonly HashSet<DateOnly> dates = [];
    private readonly HashSet<DayOfWeek> weekdays = [];
    private readonly HashSet<int> daysOfMonth = [];
    private bool everyDay;
    private bool monthEnds;

    private DayRule()
    {
    }

    /// <summary>Reads one mark or a list: <c>2020-03-16</c>, <c>monday</c>, <c>15</c>, <c>month_end</c>, <c>daily</c>.</summary>
    public static DayRule Read(PackNode node)
    {
        var rule = new DayRule();
        foreach (var mark in node.Items())
        {
            rule.Add(mark);
        }

        return rule;
    }

    /// <summary>Whether it happens on the day itself.</summary>
    public bool FallsOn(DateOnly day) =>
        everyDay || dates.Contains(day) || weekdays.Contains(day.DayOfWeek) || daysOfMonth.Contains(day.Day) || (monthEnds && day.AddDays(1).Day == 1);

    /// <summary>Whether people do it on the day: it is worked, and the rule falls on it or on a free day just before.</summary>
    /// <returns>The problem when the year's holidays are not announced.</returns>
    public Result<bool> IsDoneOn(DateOnly day, WorkCalendar calendar)
    {
        var works = calendar.IsWorkday(day);
        if (!works.IsSuccess || !works.Value)
        {
            return works;
        }

        for (var back = day; ; back = back.AddDays(-1))
        {
            if (FallsOn(back))
            {
                return true;
            }

            var before = calendar.IsWorkday(back.AddDays(-1));
            if (!before.IsSuccess || before.Value)
            {
                return false;
            }
        }
    }

    private void Add(PackNode mark)
    {
        var text = mark.RawText ?? "";
        if (text == "daily")
        {
            everyDay = true;
        }
        else if (text == "month_end")
        {
            monthEnds = true;
        }
        else if (Array.Find(Weekdays, w => string.Equals(w.ToString(), text, StringComparison.OrdinalIgnoreCase)) is var weekday && string.Equals(weekday.ToString(), text, StringComparison.OrdinalIgnoreCase))
        {
            weekdays.Add(weekday);
        }
        else if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 28)
        {
            daysOfMonth.Add(number);
        }
        else if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            dates.Add(date);
        }
        else
        {
            mark.Report(PackProblems.WrongType, "日期、星期（monday）、每月的日（1 至 28）、month_end 或 daily", text, "a date, a weekday (monday), a day of the month (1 to 28), month_end or daily");
        }
    }
}
