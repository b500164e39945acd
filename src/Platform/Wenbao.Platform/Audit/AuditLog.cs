using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;

namespace Wenbao.Platform.Audit;

/// <summary>The audit (审计日志): append-only, each link hashed together with the one before, so that nothing can be altered or taken out unseen.</summary>
public static class AuditLog
{
    internal const string Columns = "sequence, at, actor, operation, subject, digest, previous_hash, hash";
    private const long LockKey = 0x57454E42414F; // "WENBAO": the advisory lock that lets one appender at a time on PostgreSQL

    /// <summary>Appends a link within a unit of work; it is there when that commits. Append last, because others wait meanwhile.</summary>
    public static async Task<AuditLink> AppendAsync(IUnitOfWork unitOfWork, AuditEntry entry, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        ArgumentNullException.ThrowIfNull(entry);
        if (unitOfWork.Database.Kind == DatabaseKind.PostgreSql)
        {
            await unitOfWork.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({LockKey})"), cancel).ConfigureAwait(false);
        }

        entry = entry with { At = WholeMicroseconds(entry.At) };
        var select = unitOfWork.Command("SELECT sequence, hash FROM plt_audit ORDER BY sequence DESC LIMIT 1");
        await using (select.ConfigureAwait(false))
        {
            var head = await HeadAsync(select, cancel).ConfigureAwait(false);
            var link = new AuditLink(head.Sequence + 1, entry, head.Hash, LinkHash.Of(head.Sequence + 1, entry, head.Hash));
            await InsertAsync(unitOfWork, link, cancel).ConfigureAwait(false);
            return link;
        }
    }

    /// <summary>The end of the chain now, to be kept elsewhere.</summary>
    public static async Task<AuditAnchor> AnchorAsync(Database database, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText = "SELECT sequence, hash FROM plt_audit ORDER BY sequence DESC LIMIT 1";
                return await HeadAsync(select, cancel).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Walks the whole chain in one state of the database, while others go on writing.</summary>
    /// <param name="database">The database.</param>
    /// <param name="anchors">Ends kept elsewhere, read before this is called, so that none can be younger than the state; null when none were kept, and then a cut tail is not seen.</param>
    /// <param name="witnesses">Who knows what the links sealed; null for nobody.</param>
    /// <param name="progress">Told how far it is, a unit a link; null when nobody watches.</param>
    /// <param name="cancel">Stops the walk.</param>
    /// <returns>What is proved; or the first bad link or content (<see cref="AuditProblems"/>).</returns>
    public static Task<Result<AuditReport>> VerifyAsync(
        Database database,
        IReadOnlyList<KeptAnchor>? anchors = null,
        IReadOnlyList<IAuditWitness>? witnesses = null,
        JobProgress? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        return new ChainVerifier(database, anchors ?? [], witnesses ?? [], progress ?? JobProgress.None).RunAsync(cancel);
    }

    /// <summary>Reads the chain from its start.</summary>
    public static async IAsyncEnumerable<AuditLink> ReadAsync(Database database, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText = $"SELECT {Columns} FROM plt_audit ORDER BY sequence";
                await foreach (var link in ReadAsync(select, database.Dialect, cancel).ConfigureAwait(false))
                {
                    yield return link;
                }
            }
        }
    }

    /// <summary>Reads the links that a statement selects by <see cref="Columns"/>.</summary>
    internal static async IAsyncEnumerable<AuditLink> ReadAsync(DbCommand select, SqlDialect dialect, [EnumeratorCancellation] CancellationToken cancel)
    {
        var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using (row.ConfigureAwait(false))
        {
            while (await row.ReadAsync(cancel).ConfigureAwait(false))
            {
                var at = (DateTimeOffset)dialect.FromStorage(ColumnType.Instant, row.GetValue(1))!;
                yield return new AuditLink(
                    row.GetInt64(0), new AuditEntry(at, row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), row.GetString(6), row.GetString(7));
            }
        }
    }

    private static async Task<AuditAnchor> HeadAsync(DbCommand select, CancellationToken cancel)
    {
        var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using (row.ConfigureAwait(false))
        {
            return await row.ReadAsync(cancel).ConfigureAwait(false) ? new AuditAnchor(row.GetInt64(0), row.GetString(1)) : new AuditAnchor(0, LinkHash.Origin);
        }
    }

    private static async Task InsertAsync(IUnitOfWork unitOfWork, AuditLink link, CancellationToken cancel)
    {
        var insert = unitOfWork.Command($"INSERT INTO plt_audit ({Columns}) VALUES (@sequence, @at, @actor, @operation, @subject, @digest, @previous, @hash)")
            .With(unitOfWork.Dialect, "sequence", ColumnType.Integer, link.Sequence)
            .With(unitOfWork.Dialect, "at", ColumnType.Instant, link.Entry.At)
            .With(unitOfWork.Dialect, "actor", ColumnType.Text, link.Entry.Actor)
            .With(unitOfWork.Dialect, "operation", ColumnType.Text, link.Entry.Operation)
            .With(unitOfWork.Dialect, "subject", ColumnType.Text, link.Entry.Subject)
            .With(unitOfWork.Dialect, "digest", ColumnType.Text, link.Entry.Digest)
            .With(unitOfWork.Dialect, "previous", ColumnType.Text, link.PreviousHash)
            .With(unitOfWork.Dialect, "hash", ColumnType.Text, link.Hash);
        await using (insert.ConfigureAwait(false))
        {
            await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static DateTimeOffset WholeMicroseconds(DateTimeOffset moment) => moment.ToUniversalTime().AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
