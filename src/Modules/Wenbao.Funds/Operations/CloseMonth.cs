using System.Globalization;
using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Closes a month (月结): from then on no voucher has a day in it, and its sums are kept. Months are closed in order, each once it is over.</summary>
/// <param name="Month">Any day of the month.</param>
[AllowedTo(Duty.System, Duty.FinanceOfficer)]
public sealed record CloseMonth(DateOnly Month) : IOperation<ClosedMonth>;

/// <summary>A closed month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Vouchers">Vouchers whose day lies in it.</param>
/// <param name="Digest">The digest over the sums of every account at its end.</param>
public sealed record ClosedMonth(DateOnly Month, long Vouchers, string Digest);

internal sealed class CloseMonthHandler : IOperationHandler<CloseMonth, ClosedMonth>
{
    private static readonly Column[] Columns = [new("month", ColumnType.Date), new("account_id", ColumnType.Integer), new("debit_fen", ColumnType.Integer), new("credit_fen", ColumnType.Integer)];

    public async Task<Result<ClosedMonth>> HandleAsync(CloseMonth operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var month = new DateOnly(operation.Month.Year, operation.Month.Month, 1);
        await Ledger.HoldMonthsAsync(work, isClosing: true, cancel).ConfigureAwait(false);
        if (month.AddMonths(1) > session.Scope.Today)
        {
            return FundsProblems.MonthNotOver.With(Text(month));
        }

        var due = await NextAsync(work, cancel).ConfigureAwait(false);
        if (due is not { } next || month != next)
        {
            return FundsProblems.MonthOutOfOrder.With(Text(month), due is { } other ? Text(other) : "—");
        }

        var accounts = new BookAccounts(work);
        var keys = await accounts.KeysAsync(cancel).ConfigureAwait(false);
        var (sums, _) = await accounts.SumsAsync(month.AddMonths(1).AddDays(-1), null, cancel).ConfigureAwait(false);
        var digest = MonthDigest.Of(month, sums, account => VoucherDigest.MarkOf(keys[account]));
        var (vouchers, last) = await CountAsync(work, month, cancel).ConfigureAwait(false);
        await StoreAsync(session, month, last > session.Scope.Now ? last.Value : session.Scope.Now, vouchers, digest, cancel).ConfigureAwait(false);
        await StoreSumsAsync(work, month, sums, cancel).ConfigureAwait(false);
        session.Describe("month/" + Text(month), digest);
        return new ClosedMonth(month, vouchers, digest);
    }

    /// <summary>The month that is next: the one after the last closed, else that of the first voucher; null while the books are empty.</summary>
    private static async Task<DateOnly?> NextAsync(IUnitOfWork work, CancellationToken cancel)
    {
        if (await Ledger.LastClosedAsync(work, cancel).ConfigureAwait(false) is { } closed)
        {
            return closed.AddMonths(1);
        }

        var select = work.Command("SELECT MIN(day) FROM fnd_voucher");
        await using (select.ConfigureAwait(false))
        {
            return work.Dialect.FromStorage(ColumnType.Date, await select.ExecuteScalarAsync(cancel).ConfigureAwait(false)) is DateOnly first
                ? new DateOnly(first.Year, first.Month, 1)
                : null;
        }
    }

    private static async Task<(long Vouchers, DateTimeOffset? Last)> CountAsync(IUnitOfWork work, DateOnly month, CancellationToken cancel)
    {
        var found = (Vouchers: 0L, Last: (DateTimeOffset?)null);
        var select = work.Command("SELECT COUNT(*), MAX(at) FROM fnd_voucher WHERE day >= @from AND day < @to")
            .With(work.Dialect, "from", ColumnType.Date, month)
            .With(work.Dialect, "to", ColumnType.Date, month.AddMonths(1));
        await BookAccounts.ReadAsync(select, row => found = (row.GetInt64(0), (DateTimeOffset?)work.Dialect.FromStorage(ColumnType.Instant, row.GetValue(1))), cancel).ConfigureAwait(false);
        return found;
    }

    private static async Task StoreAsync(OperationSession session, DateOnly month, DateTimeOffset at, long vouchers, string digest, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var insert = work.Command("INSERT INTO fnd_month (month, closed_at, closed_by, vouchers, digest) VALUES (@month, @at, @by, @vouchers, @digest)")
            .With(work.Dialect, "month", ColumnType.Date, month)
            .With(work.Dialect, "at", ColumnType.Instant, at)
            .With(work.Dialect, "by", ColumnType.Text, session.Scope.Actor)
            .With(work.Dialect, "vouchers", ColumnType.Integer, vouchers)
            .With(work.Dialect, "digest", ColumnType.Text, digest);
        await using (insert.ConfigureAwait(false))
        {
            await insert.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static async Task StoreSumsAsync(IUnitOfWork work, DateOnly month, SortedDictionary<long, AccountSums> sums, CancellationToken cancel)
    {
        var rows = await work.BulkAsync("fnd_month_balance", Columns, cancel).ConfigureAwait(false);
        await using (rows.ConfigureAwait(false))
        {
            foreach (var (account, sum) in sums)
            {
                await rows.WriteAsync([month, account, sum.Debit, sum.Credit], cancel).ConfigureAwait(false);
            }

            await rows.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }

    private static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>The digest over a closed month.</summary>
internal static class MonthDigest
{
    /// <summary>The SHA-256 over every account's line, level, stage and sums, in the order of their numbers.</summary>
    public static string Of(DateOnly month, SortedDictionary<long, AccountSums> sums, Func<long, byte[]> markOf)
    {
        using var digest = new ContentDigest();
        digest.Add(month.DayNumber);
        foreach (var (account, sum) in sums)
        {
            digest.Add(markOf(account));
            digest.Add(sum.Debit);
            digest.Add(sum.Credit);
        }

        return digest.ToString();
    }
}
