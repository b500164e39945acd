namespace Wenbao.TestKit;

/// <summary>A clock that stands still until it is moved. Timers still run on the machine's clock.</summary>
/// <param name="start">Where it stands at first; null means 2020-06-30 09:00 in Shanghai.</param>
public sealed class TestClock(DateTimeOffset? start = null) : TimeProvider
{
    private DateTimeOffset now = start ?? new DateTimeOffset(2020, 6, 30, 9, 0, 0, TimeSpan.FromHours(8));

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves the clock on.</summary>
    public void Advance(TimeSpan by) => now += by;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    /// <inheritdoc/>
    public override long GetTimestamp() => now.UtcTicks;
}
