using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Audit;

/// <summary>The audit (审计日志): append-only, each link hashed together with the one before, so that nothing can be altered or taken out unseen.</summary>
public static class AuditLog
{
    private const string Columns = "sequence, at, actor, operation, subject, digest, previous_hash, hash";
    private const long LockKey = 0x57454E42414F; // "WENBAO": the advisory lock that lets one appender at a time on PostgreSQL
    private static readonly string Origin = new('0', 64);

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
            var link = new AuditLink(head.Sequence + 1, entry, head.Hash, HashOf(head.Sequence + 1, entry, head.Hash));
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

    /// <summary>Walks the whole chain.</summary>
    /// <param name="database">The database.</param>
    /// <param name="anchor">An end kept elsewhere earlier; null when none was kept, and then a cut tail is not seen.</param>
    /// <param name="cancel">Stops the walk.</param>
    /// <returns>The end of the chain; or the first bad link: <see cref="AuditProblems.LinkAltered"/>, <see cref="AuditProblems.LinkMissing"/>, <see cref="AuditProblems.TailCut"/>.</returns>
    public static async Task<Result<AuditAnchor>> VerifyAsync(Database database, AuditAnchor? anchor = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var head = new AuditAnchor(0, Origin);
        var anchorSeen = anchor is null or { Sequence: 0 };
        await foreach (var link in ReadAsync(database, cancel).ConfigureAwait(false))
        {
            if (link.Sequence != head.Sequence + 1 || link.PreviousHash != head.Hash)
            {
                return AuditProblems.LinkMissing.At($"plt_audit:{head.Sequence + 1}", head.Sequence + 1);
            }

            if (link.Hash != HashOf(link.Sequence, link.Entry, link.PreviousHash))
            {
                return AuditProblems.LinkAltered.At($"plt_audit:{link.Sequence}", link.Sequence);
            }

            head = new AuditAnchor(link.Sequence, link.Hash);
            anchorSeen |= head == anchor;
        }

        return anchorSeen ? head : AuditProblems.TailCut.At($"plt_audit:{anchor!.Sequence}", anchor.Sequence);
    }

    /// <summary>Reads the chain from its start.</summary>
    public static async IAsyncEnumerable<AuditLink> ReadAsync(Database database, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var select = connection.CreateCommand();
            await using (select.ConfigureAwait(false))
            {
                select.CommandText = $"SELECT {Columns} FROM plt_audit ORDER BY sequence";
                var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
                await using (row.ConfigureAwait(false))
                {
                    while (await row.ReadAsync(cancel).ConfigureAwait(false))
                    {
                        var at = (DateTimeOffset)database.Dialect.FromStorage(ColumnType.Instant, row.GetValue(1))!;
                        yield return new AuditLink(
                            row.GetInt64(0), new AuditEntry(at, row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5)), row.GetString(6), row.GetString(7));
                    }
                }
            }
        }
    }

    private static async Task<AuditAnchor> HeadAsync(DbCommand select, CancellationToken cancel)
    {
        var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await using (row.ConfigureAwait(false))
        {
            return await row.ReadAsync(cancel).ConfigureAwait(false) ? new AuditAnchor(row.GetInt64(0), row.GetString(1)) : new AuditAnchor(0, Origin);
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

    /// <summary>Each field is hashed behind its length, so that no two different links give the same bytes.</summary>
    private static string HashOf(long sequence, AuditEntry entry, string previousHash)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        hash.AppendData(number);
        BinaryPrimitives.WriteInt64BigEndian(number, entry.At.UtcTicks);
        hash.AppendData(number);
        foreach (var text in (ReadOnlySpan<string>)[entry.Actor, entry.Operation, entry.Subject, entry.Digest, previousHash])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static DateTimeOffset WholeMicroseconds(DateTimeOffset moment) => moment.ToUniversalTime().AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}
