using System.Data.Common;
using System.Runtime.CompilerServices;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>An account as it is stored, whatever stands there.</summary>
/// <param name="Line">The line.</param>
/// <param name="Level">The level's name.</param>
/// <param name="Stage">The stage's name.</param>
/// <param name="Mark">Its mark in digests.</param>
internal sealed record StoredAccount(string Line, string Level, string Stage, byte[] Mark);

/// <summary>A voucher as the walk found it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsLost">Whether only entries are there: then everything else is empty.</param>
/// <param name="On">The business day; null when what is stored is no day.</param>
/// <param name="Stored">The digest that is stored.</param>
/// <param name="Computed">The digest of what is stored.</param>
/// <param name="Sealed">The digest in the audit; null when the audit does not know the voucher.</param>
/// <param name="IsWhole">Whether the number and the sum of its entries are what the voucher says.</param>
internal readonly record struct WalkedVoucher(long Id, bool IsLost, DateOnly? On, string Stored, string Computed, string? Sealed, bool IsWhole);

/// <summary>An entry as the walk found it.</summary>
internal readonly record struct WalkedEntry(long Voucher, DateOnly? On, long Ordinal, long Debit, long Credit, long Fen);

/// <summary>Reads every voucher with its entries in order, in bounded memory, and takes each digest afresh. One statement at a time, so that any connection will do.</summary>
/// <param name="connection">An open connection; what it sees should not change meanwhile.</param>
/// <param name="dialect">How SQL is spelt there.</param>
/// <param name="visit">Told of every entry; null when nobody asks.</param>
internal sealed class VoucherWalk(DbConnection connection, SqlDialect dialect, Action<WalkedEntry>? visit = null) : IDisposable
{
    private const int VouchersAtOnce = 4_096;
    private static readonly byte[] NoMark = new byte[VoucherDigest.MarkBytes];

    private readonly VoucherDigest digest = new();
    private readonly Dictionary<long, StoredAccount> accounts = [];

    /// <summary>Every account by its number; filled when the walk begins.</summary>
    public IReadOnlyDictionary<long, StoredAccount> Accounts => accounts;

    /// <summary>Entries read so far.</summary>
    public long Entries { get; private set; }

    /// <summary>Walks.</summary>
    public async IAsyncEnumerable<WalkedVoucher> ReadAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await BookAccounts.ReadAsync(
            Command("SELECT id, line, level, stage FROM fnd_account"),
            row => accounts.Add(row.GetInt64(0), new StoredAccount(row.GetString(1), row.GetString(2), row.GetString(3), VoucherDigest.MarkOf(row.GetString(1), row.GetString(2), row.GetString(3)))),
            cancel).ConfigureAwait(false);
        var floor = 0L;
        while (true)
        {
            var heads = await HeadsAsync(floor, cancel).ConfigureAwait(false);
            var isLast = heads.Count < VouchersAtOnce;
            var ceiling = isLast ? long.MaxValue : heads[^1].Id;
            await foreach (var voucher in EntriesAsync(heads, floor, ceiling, cancel).ConfigureAwait(false))
            {
                yield return voucher;
            }

            if (isLast)
            {
                yield break;
            }

            floor = ceiling;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => digest.Dispose();

    private async Task<List<Head>> HeadsAsync(long floor, CancellationToken cancel)
    {
        var heads = new List<Head>();
        var select = Command("""
            SELECT v.id, v.kind, v.day, v.at, v.actor, v.reference, v.entries, v.total_fen, v.digest,
              (SELECT MAX(a.digest) FROM plt_audit a WHERE a.subject = 'voucher/' || v.id), (SELECT COUNT(*) FROM plt_audit a WHERE a.subject = 'voucher/' || v.id)
            FROM fnd_voucher v WHERE v.id > @floor ORDER BY v.id LIMIT @rows
            """)
            .With(dialect, "floor", ColumnType.Integer, floor)
            .With(dialect, "rows", ColumnType.Integer, VouchersAtOnce);
        await BookAccounts.ReadAsync(
            select,
            row => heads.Add(new Head(
                row.GetInt64(0), row.GetString(1), Day(row.GetValue(2)), Moment(row.GetValue(3)), row.GetString(4), row.GetString(5), row.GetInt64(6), row.GetInt64(7), row.GetString(8),
                row.IsDBNull(9) || row.GetInt64(10) != 1 ? null : row.GetString(9))),
            cancel).ConfigureAwait(false);
        return heads;
    }

    /// <summary>Entries and vouchers come in the same order, so they are walked side by side.</summary>
    private async IAsyncEnumerable<WalkedVoucher> EntriesAsync(List<Head> heads, long floor, long ceiling, [EnumeratorCancellation] CancellationToken cancel)
    {
        var select = Command("""
            SELECT voucher_id, ordinal, debit_account, credit_account, amount_fen, entitlement FROM fnd_entry
            WHERE voucher_id > @floor AND voucher_id <= @ceiling ORDER BY voucher_id, ordinal
            """)
            .With(dialect, "floor", ColumnType.Integer, floor)
            .With(dialect, "ceiling", ColumnType.Integer, ceiling);
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                var more = await row.ReadAsync(cancel).ConfigureAwait(false);
                foreach (var head in heads)
                {
                    while (more && row.GetInt64(0) < head.Id)
                    {
                        yield return Lost(row.GetInt64(0));
                        more = await row.ReadAsync(cancel).ConfigureAwait(false);
                    }

                    digest.Begin(head.Id, head.Kind, head.On ?? DateOnly.MinValue, head.At ?? DateTimeOffset.MinValue, head.Actor, head.Reference);
                    var (count, total) = (0L, 0L);
                    while (more && row.GetInt64(0) == head.Id)
                    {
                        total += Take(head, row);
                        count++;
                        more = await row.ReadAsync(cancel).ConfigureAwait(false);
                    }

                    yield return new WalkedVoucher(head.Id, false, head.On, head.Digest, digest.End(), head.Sealed, count == head.Entries && total == head.TotalFen);
                }

                while (more)
                {
                    yield return Lost(row.GetInt64(0));
                    more = await row.ReadAsync(cancel).ConfigureAwait(false);
                }
            }
        }
    }

    private long Take(Head head, DbDataReader row)
    {
        var (debit, credit, fen) = (row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
        digest.Add(Mark(debit), Mark(credit), fen, row.IsDBNull(5) ? null : row.GetInt64(5));
        visit?.Invoke(new WalkedEntry(head.Id, head.On, row.GetInt64(1), debit, credit, fen));
        Entries++;
        return fen;
    }

    private byte[] Mark(long account) => accounts.TryGetValue(account, out var found) ? found.Mark : NoMark;

    private static WalkedVoucher Lost(long id) => new(id, true, null, "", "", null, false);

    private DateOnly? Day(object stored)
    {
        try
        {
            return (DateOnly?)dialect.FromStorage(ColumnType.Date, stored);
        }
        catch (FormatException)
        {
            return null; // altered; the digest shows it
        }
    }

    private DateTimeOffset? Moment(object stored)
    {
        try
        {
            return (DateTimeOffset?)dialect.FromStorage(ColumnType.Instant, stored);
        }
        catch (FormatException)
        {
            return null; // altered; the digest shows it
        }
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private readonly record struct Head(long Id, string Kind, DateOnly? On, DateTimeOffset? At, string Actor, string Reference, long Entries, long TotalFen, string Digest, string? Sealed);
}
