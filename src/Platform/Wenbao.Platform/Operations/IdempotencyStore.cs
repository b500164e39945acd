using System.Data.Common;
using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Operations;

/// <summary>Remembers the outcome of operations by the sender's key.</summary>
internal static class IdempotencyStore
{
    private const string Select = "SELECT operation, digest, outcome FROM plt_idempotency WHERE idempotency_key = @key AND actor = @actor";

    /// <summary>Whose key it is, for what.</summary>
    public readonly record struct Request(string Key, string Actor, string Operation, string Digest);

    /// <summary>Nothing when the key is new and now reserved; the stored outcome; or the problem of a key used otherwise.</summary>
    public readonly record struct Found(string? Outcome, Problem? Problem);

    /// <summary>Reserves a key, or finds what it led to. A concurrent sender of the same key waits here until the first is through.</summary>
    public static async Task<Found> ReserveAsync(IUnitOfWork work, Request request, DateTimeOffset now, CancellationToken cancel)
    {
        var insert = work.Command("INSERT INTO plt_idempotency (idempotency_key, actor, operation, digest, stored_at) VALUES (@key, @actor, @operation, @digest, @at) ON CONFLICT DO NOTHING")
            .With(work.Dialect, "key", ColumnType.Text, request.Key)
            .With(work.Dialect, "actor", ColumnType.Text, request.Actor)
            .With(work.Dialect, "operation", ColumnType.Text, request.Operation)
            .With(work.Dialect, "digest", ColumnType.Text, request.Digest)
            .With(work.Dialect, "at", ColumnType.Instant, now);
        await using (insert.ConfigureAwait(false))
        {
            if (await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false) == 1)
            {
                return default;
            }
        }

        var select = work.Command(Select);
        await using (select.ConfigureAwait(false))
        {
            return await ReadAsync(Of(select, work.Dialect, request), request, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Finds what a key led to, without reserving it; nothing when it is new, or its first sender is not through.</summary>
    public static async Task<Found> FindAsync(Database database, Request request, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText = Select;
                return await ReadAsync(Of(select, database.Dialect, request), request, cancel).ConfigureAwait(false);
            }
        }
    }

    private static DbCommand Of(DbCommand select, SqlDialect dialect, Request request) =>
        select.With(dialect, "key", ColumnType.Text, request.Key).With(dialect, "actor", ColumnType.Text, request.Actor);

    private static async Task<Found> ReadAsync(DbCommand select, Request request, CancellationToken cancel)
    {
        var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using (row.ConfigureAwait(false))
        {
            return !await row.ReadAsync(cancel).ConfigureAwait(false) ? default
                : row.GetString(0) == request.Operation && row.GetString(1) == request.Digest ? new Found(Convert.ToString(row.GetValue(2), CultureInfo.InvariantCulture), null)
                : new Found(null, OperationProblems.KeyUsedOtherwise.With(request.Key));
        }
    }

    /// <summary>Writes down the outcome of a reserved key.</summary>
    public static async Task FillAsync(IUnitOfWork work, string key, string actor, string outcome, CancellationToken cancel)
    {
        var update = work.Command("UPDATE plt_idempotency SET outcome = @outcome WHERE idempotency_key = @key AND actor = @actor")
            .With(work.Dialect, "outcome", ColumnType.Text, outcome)
            .With(work.Dialect, "key", ColumnType.Text, key)
            .With(work.Dialect, "actor", ColumnType.Text, actor);
        await using (update.ConfigureAwait(false))
        {
            await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }
}
