using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The months that are closed, and the one that is next (结账情况).</summary>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetClosedMonths : IQuery<ClosedMonths>;

/// <summary>Closed months.</summary>
/// <param name="Months">Closed months, the newest first.</param>
/// <param name="Next">The month that is next, by its first day; null while the books are empty.</param>
/// <param name="IsDue">Whether it is over and may be closed.</param>
public sealed record ClosedMonths(IReadOnlyList<MonthOnRecord> Months, DateOnly? Next, bool IsDue);

/// <summary>A closed month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="ClosedAt">When it was closed.</param>
/// <param name="ClosedBy">By whom.</param>
/// <param name="Vouchers">Vouchers whose day lies in it.</param>
public sealed record MonthOnRecord(DateOnly Month, DateTimeOffset ClosedAt, string ClosedBy, long Vouchers);

internal sealed class GetClosedMonthsHandler(Database database) : IQueryHandler<GetClosedMonths, ClosedMonths>
{
    public async Task<Result<ClosedMonths>> HandleAsync(GetClosedMonths query, OperationScope scope, CancellationToken cancel)
    {
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var months = new List<MonthOnRecord>();
            await BookAccounts.ReadAsync(
                snapshot.Command("SELECT month, closed_at, closed_by, vouchers FROM fnd_month ORDER BY month DESC"),
                row => months.Add(new MonthOnRecord(
                    (DateOnly)snapshot.Dialect.FromStorage(ColumnType.Date, row.GetValue(0))!, (DateTimeOffset)snapshot.Dialect.FromStorage(ColumnType.Instant, row.GetValue(1))!, row.GetString(2), row.GetInt64(3))),
                cancel).ConfigureAwait(false);
            DateOnly? first = null;
            await BookAccounts.ReadAsync(snapshot.Command("SELECT MIN(day) FROM fnd_voucher"), row => first = (DateOnly?)snapshot.Dialect.FromStorage(ColumnType.Date, row.GetValue(0)), cancel).ConfigureAwait(false);
            var next = months.Count > 0 ? months[0].Month.AddMonths(1) : first is { } day ? new DateOnly(day.Year, day.Month, 1) : (DateOnly?)null;
            return new ClosedMonths(months, next, next?.AddMonths(1) <= scope.Today);
        }
    }
}
