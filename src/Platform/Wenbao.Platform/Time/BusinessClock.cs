namespace Wenbao.Platform.Time;

/// <summary>The business day and the moment (业务时间): the day in the pack's time zone, or a fixed day when the data stands at a past date.</summary>
/// <param name="time">The machine's clock.</param>
/// <param name="zone">The pack's time zone.</param>
/// <param name="asOf">The fixed business day (<c>--as-of</c>); null to follow the clock.</param>
public sealed class BusinessClock(TimeProvider time, TimeZoneInfo zone, DateOnly? asOf = null)
{
    // Day numbers are read and written whole; 0 stands for following the clock.
    private volatile int fixedDay = asOf is { } day ? day.DayNumber + 1 : 0;

    /// <summary>The business day: the fixed one, else today in the pack's zone.</summary>
    public DateOnly Today => fixedDay is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).DateTime);

    /// <summary>The moment in UTC, in whole microseconds (the finest both databases keep); never fixed, so that the audit tells when things really happened.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>The pack's time zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>Whether the business day is fixed.</summary>
    public bool IsFixed => fixedDay > 0;

    /// <summary>Moves the fixed day of made-up data; what a day brings is sent by <see cref="BeginBusinessDay"/>.</summary>
    /// <exception cref="InvalidOperationException">The day is not fixed: real time cannot be moved.</exception>
    public void MoveTo(DateOnly day) => fixedDay = IsFixed ? day.DayNumber + 1 : throw new InvalidOperationException("The business day follows the clock.");

    /// <summary>The business day of a moment, in the pack's zone.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>The moment at which a day begins in the pack's zone, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
