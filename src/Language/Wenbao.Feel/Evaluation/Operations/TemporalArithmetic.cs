namespace Wenbao.Feel.Evaluation;

/// <summary>Dates, times and durations. A day stays a day: a duration of days and time is added from its midnight, then the time is dropped.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.3.6 and table 56 (addition and subtraction of temporal values).</remarks>
internal static class TemporalArithmetic
{
    private const decimal TicksPerSecond = TimeSpan.TicksPerSecond;
    private const decimal SecondsPerDay = 86400m;

    public static FeelValue AddSeconds(FeelValue value, decimal seconds)
    {
        switch (value.Kind)
        {
            case FeelKind.Date:
                var day = value.AsDate()!.Value.DayNumber + Math.Floor(seconds / SecondsPerDay);
                return day >= 0 && day <= DateOnly.MaxValue.DayNumber ? FeelValue.Of(DateOnly.FromDayNumber((int)day)) : FeelValue.Null;
            case FeelKind.Time:
                var time = value.AsTime()!;
                var ofDay = ((time.Time.Ticks / TicksPerSecond) + seconds) % SecondsPerDay;
                return FeelValue.Of(time with { Time = new TimeOnly((long)((ofDay < 0 ? ofDay + SecondsPerDay : ofDay) * TicksPerSecond)) });
            case FeelKind.DateTime:
                var moment = value.AsDateTime()!;
                var ticks = moment.Local.Ticks + (seconds * TicksPerSecond);
                return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? FeelValue.Of(moment with { Local = new DateTime((long)ticks) }) : FeelValue.Null;
            default:
                return FeelValue.Null;
        }
    }

    /// <summary>The same day of a later or earlier month, or the month's last day when it has no such day.</summary>
    public static FeelValue AddMonths(FeelValue value, long months)
    {
        if (Math.Abs(months) > 120_000)
        {
            return FeelValue.Null;
        }

        try
        {
            return value.Kind switch
            {
                FeelKind.Date => FeelValue.Of(value.AsDate()!.Value.AddMonths((int)months)),
                FeelKind.DateTime => FeelValue.Of(value.AsDateTime()! with { Local = value.AsDateTime()!.Local.AddMonths((int)months) }),
                _ => FeelValue.Null,
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return FeelValue.Null;
        }
    }

    /// <summary>The time from one value to another; null for different kinds, and when only one of two moments has an offset.</summary>
    public static FeelValue Between(FeelValue from, FeelValue to)
    {
        if (from.AsDate() is { } first && to.AsDate() is { } last)
        {
            return FeelValue.OfSeconds((last.DayNumber - first.DayNumber) * SecondsPerDay);
        }

        if (from.AsTime() is { } early && to.AsTime() is { } late)
        {
            return Seconds(early.Time.Ticks, OffsetOf(early), late.Time.Ticks, OffsetOf(late));
        }

        return MomentOf(from) is { } start && MomentOf(to) is { } end
            ? Seconds(start.Local.Ticks, OffsetOf(start), end.Local.Ticks, OffsetOf(end))
            : FeelValue.Null;
    }

    /// <summary>Whether two times or moments lie in one second, which makes them equal; null when only one has an offset.</summary>
    public static bool? SameSecond(FeelValue left, FeelValue right) => Between(WholeSecond(left), WholeSecond(right)).AsSeconds() is { } between ? between == 0m : null;

    private static FeelValue WholeSecond(FeelValue value) => value.Kind switch
    {
        FeelKind.Time when value.AsTime() is { } time => FeelValue.Of(time with { Time = new TimeOnly(time.Time.Ticks - (time.Time.Ticks % TimeSpan.TicksPerSecond)) }),
        FeelKind.DateTime when value.AsDateTime() is { } moment => FeelValue.Of(moment with { Local = new DateTime(moment.Local.Ticks - (moment.Local.Ticks % TimeSpan.TicksPerSecond)) }),
        _ => value,
    };

    /// <summary>The moment, or a day's midnight in UTC.</summary>
    public static FeelDateTime? MomentOf(FeelValue value) =>
        value.AsDateTime() ?? (value.AsDate() is { } day ? new FeelDateTime(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero, null) : null);

    public static TimeSpan? OffsetOf(FeelDateTime moment)
    {
        if (moment.Offset is not null || moment.Zone is null)
        {
            return moment.Offset;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(moment.Zone, out var zone) ? zone.GetUtcOffset(DateTime.SpecifyKind(moment.Local, DateTimeKind.Unspecified)) : null;
    }

    public static TimeSpan? OffsetOf(FeelTime time)
    {
        if (time.Offset is not null || time.Zone is null)
        {
            return time.Offset;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(time.Zone, out var zone) ? zone.BaseUtcOffset : null;
    }

    private static FeelValue Seconds(long from, TimeSpan? fromOffset, long to, TimeSpan? toOffset)
    {
        if ((fromOffset is null) != (toOffset is null))
        {
            return FeelValue.Null;
        }

        var ticks = (to - (toOffset?.Ticks ?? 0)) - (from - (fromOffset?.Ticks ?? 0));
        return FeelValue.OfSeconds(ticks / TicksPerSecond);
    }
}
