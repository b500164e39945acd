using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Time;

/// <summary>Begins each business day while a server runs on the real clock (业务日自动开始): at its start the days since the last one begun, then every new one. Where the business day is fixed it does nothing.</summary>
/// <remarks>
/// It looks once a minute rather than sleeping until midnight, so that a machine that slept or whose clock was set does not miss the day. A day begins once
/// (<see cref="BeginBusinessDay.Key"/>), so several servers may keep the days of one database. A day that cannot begin is tried again; later ones wait for it.
/// </remarks>
internal sealed class BusinessDayKeeper(IOperationPipeline pipeline, Database database, BusinessClock clock, TimeProvider time, ILogger<BusinessDayKeeper> logger) : BackgroundService
{
    /// <summary>How often it looks whether the day has changed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    private const string LastQuery = "SELECT max(idempotency_key) FROM plt_idempotency WHERE operation = 'BeginBusinessDay' AND idempotency_key LIKE 'business-day-____-__-__'";

    private DateOnly? last;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (clock.IsFixed)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await BeginDueAsync(stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // a database that is away for a while must not end the keeping of days
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                logger.LogError(error, "The business day {Day} could not begin; it is tried again.", clock.Today);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    /// <summary>Begins every day since the last one begun, in order, up to today; only today where none was begun before.</summary>
    /// <returns>The days begun.</returns>
    public async Task<IReadOnlyList<DateOnly>> BeginDueAsync(CancellationToken cancel)
    {
        var begun = new List<DateOnly>();
        var today = clock.Today;
        if (last >= today)
        {
            return begun;
        }

        last = await LastAsync(cancel).ConfigureAwait(false) ?? today.AddDays(-1);
        while (last < today)
        {
            var begin = new BeginBusinessDay(last.Value.AddDays(1));
            var sent = await pipeline.SendAsync(begin, new OperationContext(DemoUsers.Operator, begin.Key), cancel).ConfigureAwait(false);
            if (!sent.IsSuccess)
            {
                logger.LogError("The business day {Day} could not begin: {Problem}", begin.Day, sent.Problem);
                break;
            }

            last = begin.Day;
            begun.Add(begin.Day);
        }

        return begun;
    }

    private async Task<DateOnly?> LastAsync(CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = LastQuery;
                return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is string key ? BeginBusinessDay.DayOf(key) : null;
            }
        }
    }
}
