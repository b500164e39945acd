using System.Data.Common;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Debits and credits of an account, in fen.</summary>
internal readonly record struct AccountSums(long Debit, long Credit)
{
    /// <summary>Debits less credits.</summary>
    public long Balance => Debit - Credit;

    public static AccountSums operator +(AccountSums left, AccountSums right) => new(checked(left.Debit + right.Debit), checked(left.Credit + right.Credit));
}

/// <summary>Reads accounts and their sums. <paramref name="command"/> makes commands on a snapshot or in a unit of work.</summary>
internal sealed class BookAccounts(SqlDialect dialect, Func<string, DbCommand> command)
{
    public BookAccounts(BookSnapshot snapshot)
        : this(snapshot.Dialect, snapshot.Command)
    {
    }

    public BookAccounts(IUnitOfWork work)
        : this(work.Dialect, work.Command)
    {
    }

    /// <summary>Every account by its number.</summary>
    public async Task<SortedDictionary<long, AccountKey>> KeysAsync(CancellationToken cancel)
    {
        var keys = new SortedDictionary<long, AccountKey>();
        await ReadAsync(
            command("SELECT id, line, level, stage FROM fnd_account"),
            row => keys.Add(row.GetInt64(0), new AccountKey(row.GetString(1), StoredNames.Level(row.GetString(2)), StoredNames.Stage(row.GetString(3)))),
            cancel).ConfigureAwait(false);
        return keys;
    }

    /// <summary>The running sums, as they stand now.</summary>
    public Task<SortedDictionary<long, AccountSums>> RunningAsync(CancellationToken cancel) =>
        SumsAsync(command("SELECT account_id, debit_fen, credit_fen FROM fnd_balance"), cancel);

    /// <summary>The sums kept when a month was closed, from the beginning of the books.</summary>
    public Task<SortedDictionary<long, AccountSums>> ClosedAsync(DateOnly month, CancellationToken cancel) =>
        SumsAsync(command("SELECT account_id, debit_fen, credit_fen FROM fnd_month_balance WHERE month = @month").With(dialect, "month", ColumnType.Date, month), cancel);

    /// <summary>The last month that was closed; null when none was.</summary>
    /// <param name="until">Only months over by this day; null for any.</param>
    /// <param name="asOf">Only months closed by this moment; null for any.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<DateOnly?> LastClosedAsync(DateOnly? until, DateTimeOffset? asOf, CancellationToken cancel)
    {
        // A month is over by a day when the next one begins by the day after it.
        var select = command("SELECT MAX(month) FROM fnd_month WHERE month < @before AND closed_at <= @at")
            .With(dialect, "before", ColumnType.Date, until is { } day ? new DateOnly(day.AddDays(1).Year, day.AddDays(1).Month, 1) : DateOnly.MaxValue)
            .With(dialect, "at", ColumnType.Instant, asOf ?? Latest);
        await using (select.ConfigureAwait(false))
        {
            return (DateOnly?)dialect.FromStorage(ColumnType.Date, await select.ExecuteScalarAsync(cancel).ConfigureAwait(false));
        }
    }

    /// <summary>The sums by a day and a moment: those of the last month closed by then, and the entries that came after it.</summary>
    /// <param name="until">The last business day that counts; null for all.</param>
    /// <param name="asOf">The last moment that counts; null for all.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The sums, and the closed month they start from (null when they start from nothing).</returns>
    public async Task<(SortedDictionary<long, AccountSums> Sums, DateOnly? Month)> SumsAsync(DateOnly? until, DateTimeOffset? asOf, CancellationToken cancel)
    {
        var month = await LastClosedAsync(until, asOf, cancel).ConfigureAwait(false);
        var sums = month is { } closed ? await ClosedAsync(closed, cancel).ConfigureAwait(false) : [];
        foreach (var (account, later) in await EntriesAsync(month?.AddMonths(1), until, asOf, cancel).ConfigureAwait(false))
        {
            sums[account] = sums.GetValueOrDefault(account) + later;
        }

        return (sums, month);
    }

    /// <summary>The sums of entries by business day and moment.</summary>
    /// <param name="from">The first business day; null for all.</param>
    /// <param name="until">The last business day; null for all.</param>
    /// <param name="asOf">The last moment; null for all.</param>
    /// <param name="cancel">Stops the reading.</param>
    public Task<SortedDictionary<long, AccountSums>> EntriesAsync(DateOnly? from, DateOnly? until, DateTimeOffset? asOf, CancellationToken cancel) =>
        SumsAsync(
            command("""
                WITH counted AS (
                  SELECT e.debit_account, e.credit_account, SUM(e.amount_fen) AS fen
                  FROM fnd_voucher v JOIN fnd_entry e ON e.voucher_id = v.id
                  WHERE v.day >= @from AND v.day <= @until AND v.at <= @at
                  GROUP BY e.debit_account, e.credit_account)
                SELECT account, SUM(debit), SUM(credit) FROM (
                  SELECT debit_account AS account, fen AS debit, 0 AS credit FROM counted
                  UNION ALL
                  SELECT credit_account, 0, fen FROM counted) sides
                GROUP BY account
                """)
                .With(dialect, "from", ColumnType.Date, from ?? new DateOnly(1, 1, 1))
                .With(dialect, "until", ColumnType.Date, until ?? DateOnly.MaxValue)
                .With(dialect, "at", ColumnType.Instant, asOf ?? Latest),
            cancel);

    /// <summary>Runs a statement and reads its rows; the command is disposed.</summary>
    public static async Task ReadAsync(DbCommand select, Action<DbDataReader> read, CancellationToken cancel)
    {
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    read(row);
                }
            }
        }
    }

    /// <summary>Later than any voucher, and still a moment that both systems can hold.</summary>
    private static readonly DateTimeOffset Latest = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private static async Task<SortedDictionary<long, AccountSums>> SumsAsync(DbCommand select, CancellationToken cancel)
    {
        var sums = new SortedDictionary<long, AccountSums>();
        // PostgreSQL sums whole numbers into decimals.
        await ReadAsync(select, row => sums.Add(row.GetInt64(0), new AccountSums(Whole(row, 1), Whole(row, 2))), cancel).ConfigureAwait(false);
        return sums;
    }

    private static long Whole(DbDataReader row, int column) => Convert.ToInt64(row.GetValue(column), System.Globalization.CultureInfo.InvariantCulture);
}
