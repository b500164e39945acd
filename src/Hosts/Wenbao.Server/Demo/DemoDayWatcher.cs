using Wenbao.Platform.Time;

namespace Wenbao.Server;

/// <summary>Follows the business day of a made-up district when another process moves it on (<c>wenbao clock advance</c>).</summary>
internal sealed class DemoDayWatcher(WenbaoOptions options, BusinessClock clock, TimeProvider time, ILogger<DemoDayWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.AsOf is not null || !clock.IsFixed)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                if (DemoDistrict.Find(options.DataDirectory) is { Today: { } today } && today != clock.Today)
                {
                    clock.MoveTo(today);
                }
            }
            catch (Exception error) when (error is IOException or System.Text.Json.JsonException or UnauthorizedAccessException)
            {
                logger.LogWarning(error, "The day of the district could not be read; it stays {Day}.", clock.Today);
            }
        }
    }
}
