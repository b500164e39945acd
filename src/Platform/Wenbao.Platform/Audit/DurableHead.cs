using System.Data.Common;
using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Audit;

/// <summary>The end of the chain that a power cut cannot take back, so that an anchor of it never leads.</summary>
internal sealed class DurableHead(Database database, TimeProvider time)
{
    private const int StepsMax = 150;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>What was found.</summary>
    /// <param name="Head">The end; null when none can be taken for safe now.</param>
    /// <param name="IsContradicted">Whether the anchor before is not on the chain.</param>
    public readonly record struct Found(AuditAnchor? Head, bool IsContradicted);

    /// <summary>Reads the end and sees to it that it is safe.</summary>
    /// <param name="before">The youngest anchor kept; null for none.</param>
    /// <param name="mayPress">Whether a database that does not press commits onto the disk may be pressed now, which takes a while.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<Found> FindAsync(AuditAnchor? before, bool mayPress, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var head = await LinkAsync(connection, "ORDER BY sequence DESC LIMIT 1", cancel).ConfigureAwait(false) ?? new AuditAnchor(0, LinkHash.Origin);
            if (head == before)
            {
                return new Found(head, false);
            }

            if (before is not null && (before.Sequence > head.Sequence
                || await LinkAsync(connection, string.Create(CultureInfo.InvariantCulture, $"WHERE sequence = {before.Sequence}"), cancel).ConfigureAwait(false) != before))
            {
                return new Found(null, true);
            }

            return new Found(await IsSafeAsync(connection, mayPress, cancel).ConfigureAwait(false) ? head : null, false);
        }
    }

    private async Task<bool> IsSafeAsync(DbConnection connection, bool mayPress, CancellationToken cancel) => (database.Kind, database.Synchronous) switch
    {
        (DatabaseKind.PostgreSql, _) => await IsFlushedAsync(connection, cancel).ConfigureAwait(false),
        (_, SqliteSynchronous.Full) => true,
        (_, SqliteSynchronous.Normal) => await CheckpointAsync(connection, "PASSIVE", cancel).ConfigureAwait(false),

        // Without any pressing, earlier checkpoints are not safe either: one more page is written, so that the next checkpoint presses the whole file.
        _ => mayPress && await PressAsync(connection, cancel).ConfigureAwait(false),
    };

    private static async Task<bool> PressAsync(DbConnection connection, CancellationToken cancel)
    {
        await connection.ExecuteAsync("PRAGMA synchronous = FULL", cancel).ConfigureAwait(false);
        var version = await ScalarAsync(connection, "PRAGMA user_version", cancel).ConfigureAwait(false);
        await connection.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Convert.ToInt64(version, CultureInfo.InvariantCulture)}"), cancel).ConfigureAwait(false);
        return await CheckpointAsync(connection, "FULL", cancel).ConfigureAwait(false);
    }

    /// <summary>A checkpoint presses the log before it copies it.</summary>
    private static async Task<bool> CheckpointAsync(DbConnection connection, string mode, CancellationToken cancel)
    {
        await connection.ExecuteAsync("PRAGMA synchronous = FULL", cancel).ConfigureAwait(false);
        return Convert.ToInt64(await ScalarAsync(connection, $"PRAGMA wal_checkpoint({mode})", cancel).ConfigureAwait(false), CultureInfo.InvariantCulture) == 0;
    }

    /// <summary>Whether the log is on the disk up to here; with <c>synchronous_commit = off</c> that comes a moment after the commit.</summary>
    private async Task<bool> IsFlushedAsync(DbConnection connection, CancellationToken cancel)
    {
        if (await ScalarAsync(connection, "SELECT current_setting('synchronous_commit')", cancel).ConfigureAwait(false) is not "off")
        {
            return true;
        }

        var end = (string)(await ScalarAsync(connection, "SELECT pg_current_wal_insert_lsn()::text", cancel).ConfigureAwait(false))!;
        for (var step = 0; step < StepsMax; step++)
        {
            if (await ScalarAsync(connection, $"SELECT pg_current_wal_flush_lsn() >= '{end}'::pg_lsn", cancel).ConfigureAwait(false) is true)
            {
                return true;
            }

            await Task.Delay(Step, time, cancel).ConfigureAwait(false);
        }

        return false;
    }

    private static async Task<AuditAnchor?> LinkAsync(DbConnection connection, string which, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // made of numbers
            command.CommandText = "SELECT sequence, hash FROM plt_audit " + which;
#pragma warning restore CA2100
            var row = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                return await row.ReadAsync(cancel).ConfigureAwait(false) ? new AuditAnchor(row.GetInt64(0), row.GetString(1)) : null;
            }
        }
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // made of what the database itself said
            command.CommandText = sql;
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
        }
    }
}
