using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <content>The statements behind it.</content>
internal sealed partial class Ledger
{
    private const long MonthsLockKey = 0x464E444D4F4E5448; // "FNDMONTH": posters hold it together, who closes a month holds it alone

    /// <summary>Lets no month be closed while the unit of work posts, or nobody post while it closes one.</summary>
    internal static async Task HoldMonthsAsync(IUnitOfWork work, bool isClosing, CancellationToken cancel)
    {
        if (work.Database.Kind == DatabaseKind.PostgreSql)
        {
            var function = isClosing ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
            await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"SELECT {function}({MonthsLockKey})"), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The first day of the last closed month; null when none is closed.</summary>
    internal static async Task<DateOnly?> LastClosedAsync(IUnitOfWork work, CancellationToken cancel)
    {
        var select = work.Command("SELECT MAX(month) FROM fnd_month");
        await using (select.ConfigureAwait(false))
        {
            return (DateOnly?)work.Dialect.FromStorage(ColumnType.Date, await select.ExecuteScalarAsync(cancel).ConfigureAwait(false));
        }
    }

    /// <summary>Holds lines and reads their accounts.</summary>
    private async Task<Result<SortedDictionary<string, LineAccounts>>> OpenAsync(IUnitOfWork work, IEnumerable<string> wanted, CancellationToken cancel)
    {
        var opened = new SortedDictionary<string, LineAccounts>(StringComparer.Ordinal);
        foreach (var line in wanted.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!await HoldLineAsync(work, line, cancel).ConfigureAwait(false))
            {
                return FundsProblems.LineNotFound.With(line);
            }

            opened.Add(line, await ReadAccountsAsync(work, line, cancel).ConfigureAwait(false));
        }

        return opened;
    }

    /// <summary>Holds the line's row until the unit of work ends; makes it when the line is used for the first time.</summary>
    /// <returns>False when neither pack nor ledger knows the line.</returns>
    private async Task<bool> HoldLineAsync(IUnitOfWork work, string line, CancellationToken cancel)
    {
        if (await SelectLineAsync(work, line, cancel).ConfigureAwait(false))
        {
            return true;
        }

        if (lines.Find(line) is null)
        {
            return false;
        }

        var insert = work.Command("INSERT INTO fnd_line (line) VALUES (@line) ON CONFLICT DO NOTHING").With(work.Dialect, "line", ColumnType.Text, line);
        await using (insert.ConfigureAwait(false))
        {
            await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        return await SelectLineAsync(work, line, cancel).ConfigureAwait(false);
    }

    private static async Task<bool> SelectLineAsync(IUnitOfWork work, string line, CancellationToken cancel)
    {
        var select = work.Command("SELECT 1 FROM fnd_line WHERE line = @line" + (work.Database.Kind == DatabaseKind.PostgreSql ? " FOR UPDATE" : ""))
            .With(work.Dialect, "line", ColumnType.Text, line);
        await using (select.ConfigureAwait(false))
        {
            return await select.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not null;
        }
    }

    private static async Task<LineAccounts> ReadAccountsAsync(IUnitOfWork work, string line, CancellationToken cancel)
    {
        var found = new LineAccounts(line);
        var select = work.Command("SELECT a.id, a.level, a.stage, b.debit_fen, b.credit_fen FROM fnd_account a JOIN fnd_balance b ON b.account_id = a.id WHERE a.line = @line")
            .With(work.Dialect, "line", ColumnType.Text, line);
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    var key = new AccountKey(line, StoredNames.Level(row.GetString(1)), StoredNames.Stage(row.GetString(2)));
                    found.Add(new OpenAccount(key, row.GetInt64(0), row.GetInt64(3), row.GetInt64(4)));
                }
            }
        }

        return found;
    }

    /// <summary>Stores accounts that are new, with their first sums.</summary>
    private static async Task StoreAccountsAsync(IUnitOfWork work, IReadOnlyList<OpenAccount> touched, CancellationToken cancel)
    {
        foreach (var account in touched.Where(a => a.Id == 0))
        {
            var insert = work.Command("INSERT INTO fnd_account (line, level, stage) VALUES (@line, @level, @stage)" + work.Dialect.Returning("id"))
                .With(work.Dialect, "line", ColumnType.Text, account.Key.Line)
                .With(work.Dialect, "level", ColumnType.Text, account.Key.Level.ToString())
                .With(work.Dialect, "stage", ColumnType.Text, account.Key.Stage.ToString());
            await using (insert.ConfigureAwait(false))
            {
                account.Id = (long)(await insert.ExecuteScalarAsync(cancel).ConfigureAwait(false))!;
            }

            await work.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO fnd_balance (account_id, debit_fen, credit_fen) VALUES ({account.Id}, 0, 0)"), cancel).ConfigureAwait(false);
        }
    }

    private static async Task<PostedVoucher> StoreVoucherAsync(
        IUnitOfWork work, string actor, DateTimeOffset at, VoucherDraft draft, List<(OpenAccount Debit, OpenAccount Credit)> entries, CancellationToken cancel)
    {
        var id = await NextVoucherAsync(work, cancel).ConfigureAwait(false);
        var kind = draft.Kind.ToString();
        using var digest = new VoucherDigest();
        digest.Begin(id, kind, draft.On, at, actor, draft.Reference);
        var total = 0L;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = draft.Entries[i];
            digest.Add(entries[i].Debit.Mark, entries[i].Credit.Mark, entry.Amount.Fen, entry.Entitlement);
            total = checked(total + entry.Amount.Fen);
        }

        var posted = new PostedVoucher(id, digest.End());
        var insert = work.Command("INSERT INTO fnd_voucher (id, kind, day, at, actor, reference, entries, total_fen, digest) VALUES (@id, @kind, @day, @at, @actor, @reference, @entries, @total, @digest)")
            .With(work.Dialect, "id", ColumnType.Integer, id)
            .With(work.Dialect, "kind", ColumnType.Text, kind)
            .With(work.Dialect, "day", ColumnType.Date, draft.On)
            .With(work.Dialect, "at", ColumnType.Instant, at)
            .With(work.Dialect, "actor", ColumnType.Text, actor)
            .With(work.Dialect, "reference", ColumnType.Text, draft.Reference)
            .With(work.Dialect, "entries", ColumnType.Integer, entries.Count)
            .With(work.Dialect, "total", ColumnType.Integer, total)
            .With(work.Dialect, "digest", ColumnType.Text, posted.Digest);
        await using (insert.ConfigureAwait(false))
        {
            await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        return posted;
    }

    /// <summary>The digest covers the number, so the number is taken before the row is written; on PostgreSQL a voucher that is given up leaves a gap.</summary>
    private static async Task<long> NextVoucherAsync(IUnitOfWork work, CancellationToken cancel)
    {
        var select = work.Command(work.Database.Kind == DatabaseKind.PostgreSql
            ? "SELECT nextval(pg_get_serial_sequence('fnd_voucher', 'id'))"
            : "SELECT COALESCE(MAX(id), 0) + 1 FROM fnd_voucher");
        await using (select.ConfigureAwait(false))
        {
            return (long)(await select.ExecuteScalarAsync(cancel).ConfigureAwait(false))!;
        }
    }

    private static async Task StoreEntriesAsync(IUnitOfWork work, long voucher, VoucherDraft draft, List<(OpenAccount Debit, OpenAccount Credit)> entries, CancellationToken cancel)
    {
        var rows = await work.BulkAsync("fnd_entry", EntryColumns, cancel).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            var row = new object?[EntryColumns.Length];
            row[0] = voucher;
            for (var i = 0; i < entries.Count; i++)
            {
                var entry = draft.Entries[i];
                row[1] = i + 1L;
                row[2] = entries[i].Debit.Id;
                row[3] = entries[i].Credit.Id;
                row[4] = entry.Amount.Fen;
                row[5] = entry.Entitlement;
                await rows.WriteAsync(row, cancel).ConfigureAwait(false);
            }

            await rows.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    private static async Task StoreBalancesAsync(IUnitOfWork work, IEnumerable<OpenAccount> touched, CancellationToken cancel)
    {
        var update = work.Command("UPDATE fnd_balance SET debit_fen = debit_fen + @debit, credit_fen = credit_fen + @credit WHERE account_id = @account")
            .With(work.Dialect, "debit", ColumnType.Integer, 0L)
            .With(work.Dialect, "credit", ColumnType.Integer, 0L)
            .With(work.Dialect, "account", ColumnType.Integer, 0L);
        await using (update.ConfigureAwait(false))
        {
            foreach (var account in touched)
            {
                update.Parameters[0].Value = account.AddedDebitFen;
                update.Parameters[1].Value = account.AddedCreditFen;
                update.Parameters[2].Value = account.Id;
                await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }
    }
}
