using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wenbao.Platform.Operations;

/// <summary>Tries again what could not be handed out at once, as long as the server runs.</summary>
internal sealed class OutboxWorker(OutboxDispatcher dispatcher, TimeProvider time, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await dispatcher.DispatchPendingAsync(stoppingToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // a database that is away for a while must not end the worker
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                logger.LogError(error, "The outbox could not be read.");
            }
        }
    }
}
