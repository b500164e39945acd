using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Time;

namespace Wenbao.Platform.Operations;

/// <summary>Hands stored events to their handlers after the commit, each handler exactly once, failed ones again later.</summary>
public sealed class OutboxDispatcher : IDisposable
{
    /// <summary>How often a message is tried before it is left for the operator.</summary>
    public const int AttemptsMax = 10;

    private const int BatchMessagesMax = 100;

    private readonly IServiceProvider services;
    private readonly Database database;
    private readonly BusinessClock clock;
    private readonly ILogger<OutboxDispatcher> logger;
    private readonly ILookup<string, EventRoute> routes;
    private readonly SemaphoreSlim busy = new(1, 1);
    private int asked;

    internal OutboxDispatcher(IServiceProvider services, Database database, BusinessClock clock, IEnumerable<EventRoute> routes, ILogger<OutboxDispatcher> logger)
    {
        this.services = services;
        this.database = database;
        this.clock = clock;
        this.logger = logger;
        this.routes = routes.ToLookup(r => r.EventName, StringComparer.Ordinal);
    }

    /// <summary>Hands out everything that is due, events raised by handlers included. Answers at once when it is already running in this process: that run takes the new messages along.</summary>
    /// <returns>The messages that every handler has handled.</returns>
    public async Task<int> DispatchPendingAsync(CancellationToken cancel = default)
    {
        // Whoever finds the door shut leaves his wish here; whoever is inside looks again after opening it, so no message waits unseen.
        Interlocked.Exchange(ref asked, 1);
        var done = 0;
        while (Volatile.Read(ref asked) == 1 && await busy.WaitAsync(TimeSpan.Zero, cancel).ConfigureAwait(false))
        {
            try
            {
                Interlocked.Exchange(ref asked, 0);
                while (await DueAsync(cancel).ConfigureAwait(false) is { Count: > 0 } due)
                {
                    foreach (var message in due)
                    {
                        done += await DispatchAsync(message, cancel).ConfigureAwait(false) ? 1 : 0;
                    }
                }
            }
            finally
            {
                busy.Release();
            }
        }

        return done;
    }

    /// <inheritdoc/>
    public void Dispose() => busy.Dispose();

    /// <summary>Stores events with the change that raised them.</summary>
    internal static async Task StoreAsync(IUnitOfWork work, IReadOnlyList<IDomainEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var happened in events)
        {
            var insert = work.Command("INSERT INTO plt_outbox (event, content, raised_at, attempts, next_attempt_at) VALUES (@event, @content, @at, 0, @at)")
                .With(work.Dialect, "event", ColumnType.Text, happened.GetType().Name)
                .With(work.Dialect, "content", ColumnType.Text, OperationJson.Write(happened))
                .With(work.Dialect, "at", ColumnType.Instant, now);
            await using (insert.ConfigureAwait(false))
            {
                await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<Message>> DueAsync(CancellationToken cancel)
    {
        var due = new List<Message>();
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = "SELECT id, event, content, attempts FROM plt_outbox WHERE done_at IS NULL AND attempts < @max AND next_attempt_at <= @now ORDER BY id LIMIT @limit";
                command.With(database.Dialect, "max", ColumnType.Integer, AttemptsMax)
                    .With(database.Dialect, "now", ColumnType.Instant, clock.Now)
                    .With(database.Dialect, "limit", ColumnType.Integer, BatchMessagesMax);
                var row = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        due.Add(new Message(row.GetInt64(0), row.GetString(1), row.GetString(2), Convert.ToInt32(row.GetValue(3), CultureInfo.InvariantCulture)));
                    }
                }
            }
        }

        return due;
    }

    private async Task<bool> DispatchAsync(Message message, CancellationToken cancel)
    {
        Exception? failure = null;
        foreach (var route in routes[message.Event])
        {
            try
            {
                await HandleOnceAsync(message, route, cancel).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // whatever a handler throws, the others get their turn and this one gets another later
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                failure = error;
                logger.LogWarning(error, "Event {Event} {Id}: {Handler} failed, attempt {Attempt} of {Max}.", message.Event, message.Id, route.HandlerName, message.Attempts + 1, AttemptsMax);
            }
        }

        await MarkAsync(message, failure, cancel).ConfigureAwait(false);
        return failure is null;
    }

    private async Task HandleOnceAsync(Message message, EventRoute route, CancellationToken cancel)
    {
        var work = await database.BeginAsync("event/" + route.Name, cancel).ConfigureAwait(false);
        await using (work.ConfigureAwait(false))
        {
            var claim = work.Command("INSERT INTO plt_processed (message_id, handler, processed_at) VALUES (@id, @handler, @at) ON CONFLICT DO NOTHING")
                .With(work.Dialect, "id", ColumnType.Integer, message.Id)
                .With(work.Dialect, "handler", ColumnType.Text, route.HandlerName)
                .With(work.Dialect, "at", ColumnType.Instant, clock.Now);
            await using (claim.ConfigureAwait(false))
            {
                if (await claim.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) == 0)
                {
                    return;
                }
            }

            var scope = new OperationScope(new ScopeGrant("system", new LocalizedText("系统", "System"), [Duty.System]), clock.Now, clock.Today);
            var session = new OperationSession(services.GetRequiredService<OperationPipeline>(), scope, work, null);
            var inner = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await using (inner.ConfigureAwait(false))
            {
                await route.HandleAsync(inner.ServiceProvider, message.Content, session, cancel).ConfigureAwait(false);
            }

            await work.SaveAsync(cancel).ConfigureAwait(false);
            await StoreAsync(work, session.Events, clock.Now, cancel).ConfigureAwait(false);
            await work.CommitAsync(cancel).ConfigureAwait(false);
        }
    }

    private async Task MarkAsync(Message message, Exception? failure, CancellationToken cancel)
    {
        var now = clock.Now;
        var wait = TimeSpan.FromSeconds(Math.Min(3600, 5 * Math.Pow(2, message.Attempts)));
        var work = await database.BeginAsync("outbox/" + message.Event, cancel).ConfigureAwait(false);
        await using (work.ConfigureAwait(false))
        {
            var update = work.Command("UPDATE plt_outbox SET done_at = @done, attempts = @attempts, next_attempt_at = @next, last_error = @error WHERE id = @id")
                .With(work.Dialect, "done", ColumnType.Instant, failure is null ? now : null)
                .With(work.Dialect, "attempts", ColumnType.Integer, message.Attempts + 1)
                .With(work.Dialect, "next", ColumnType.Instant, now + wait)
                .With(work.Dialect, "error", ColumnType.Text, failure?.GetType().FullName)
                .With(work.Dialect, "id", ColumnType.Integer, message.Id);
            await using (update.ConfigureAwait(false))
            {
                await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }

            await work.CommitAsync(cancel).ConfigureAwait(false);
        }
    }

    private sealed record Message(long Id, string Event, string Content, int Attempts);
}
