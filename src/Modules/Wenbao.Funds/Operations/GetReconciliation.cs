using System.Data.Common;
using System.Globalization;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Books and bank side by side (对账): what the statements say of each day against what the ledger moved, and how far each batch is. What the two do not share is unexplained, to the fen.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; at most a year after the first.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor)]
public sealed record GetReconciliation(DateOnly From, DateOnly To) : IQuery<Reconciliation>, IValidated
{
    private const int DaysMax = 366;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (To < From || To.DayNumber - From.DayNumber > DaysMax)
        {
            yield return FundsProblems.DaysWrong.With(DaysMax);
        }
    }
}

/// <summary>The outcome.</summary>
/// <param name="Days">Days on which money moved, in order.</param>
/// <param name="Batches">Batches handed over within the days, in order.</param>
public sealed record Reconciliation(IReadOnlyList<ReconciledDay> Days, IReadOnlyList<ReconciledBatch> Batches)
{
    /// <summary>Whether books and bank agree on every day, what is unexplained set apart.</summary>
    public bool IsBalanced => Days.All(d => d.IsBalanced);
}

/// <summary>A day.</summary>
/// <param name="Day">The booking day.</param>
/// <param name="Debits">What left, by the statements.</param>
/// <param name="Paid">What the ledger moved to paid.</param>
/// <param name="UnexplainedDebits">Of what left, what no payment of ours explains.</param>
/// <param name="Credits">What came, by the statements.</param>
/// <param name="Returned">What the ledger took as come back.</param>
/// <param name="Recovered">What came in for recoveries by the statements.</param>
/// <param name="UnexplainedCredits">Of what came, what nothing of ours explains.</param>
public sealed record ReconciledDay(DateOnly Day, Money Debits, Money Paid, Money UnexplainedDebits, Money Credits, Money Returned, Money Recovered, Money UnexplainedCredits)
{
    /// <summary>Whether books and bank agree on it.</summary>
    public bool IsBalanced => Debits - UnexplainedDebits == Paid && Credits - UnexplainedCredits == Returned + Recovered;
}

/// <summary>A batch: how many payments, and how much, are how far.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="MessageId">The name under which the bank knows it.</param>
/// <param name="HandedOverOn">When it was handed over.</param>
/// <param name="States">Payments by state.</param>
public sealed record ReconciledBatch(long Batch, string MessageId, DateOnly HandedOverOn, IReadOnlyList<BatchStateSum> States);

internal sealed class GetReconciliationHandler(Database database) : IQueryHandler<GetReconciliation, Reconciliation>
{
    /// <summary>A movement is explained by its payment when the payment is known to have left (or come back) and no earlier movement of the same kind explains it; by its recovery; or by the batch it was matched with.</summary>
    private const string Movements =
        $"""
        SELECT m.booked_on, m.is_credit, m.amount_fen,
          CASE WHEN m.recovery IS NOT NULL THEN 1
            WHEN b.is_matched THEN 1
            WHEN m.attempt IS NULL THEN 0
            WHEN m.is_credit AND a.state <> '{nameof(AttemptState.Returned)}' THEN 0
            WHEN NOT m.is_credit AND a.state NOT IN ('{nameof(AttemptState.Paid)}', '{nameof(AttemptState.Returned)}') THEN 0
            WHEN EXISTS (SELECT 1 FROM fnd_statement_entry e WHERE e.attempt = m.attempt AND e.is_credit = m.is_credit
              AND (e.booked_on < m.booked_on OR (e.booked_on = m.booked_on AND (e.statement < m.statement OR (e.statement = m.statement AND e.ordinal < m.ordinal))))) THEN 0
            ELSE 1 END AS explained,
          CASE WHEN m.recovery IS NULL THEN 0 ELSE m.amount_fen END AS recovered_fen
        FROM fnd_statement_entry m
        LEFT JOIN fnd_attempt a ON a.id = m.attempt
        LEFT JOIN fnd_batch_booking b ON b.statement = m.statement AND b.ordinal = m.ordinal
        WHERE m.booked_on BETWEEN @from AND @to
        """;

    private const string ByDay =
        $"""
        SELECT booked_on,
          sum(CASE WHEN is_credit THEN 0 ELSE amount_fen END), sum(CASE WHEN is_credit OR explained = 1 THEN 0 ELSE amount_fen END),
          sum(CASE WHEN is_credit THEN amount_fen ELSE 0 END), sum(CASE WHEN is_credit AND explained = 0 THEN amount_fen ELSE 0 END), sum(recovered_fen)
        FROM ({Movements}) x GROUP BY booked_on
        """;

    private const string Books =
        """
        SELECT v.day, sum(CASE WHEN d.stage = 'Paid' THEN e.amount_fen ELSE 0 END) - sum(CASE WHEN c.stage = 'Paid' THEN e.amount_fen ELSE 0 END),
          sum(CASE WHEN c.stage = 'Returned' THEN e.amount_fen ELSE 0 END) - sum(CASE WHEN d.stage = 'Returned' THEN e.amount_fen ELSE 0 END)
        FROM fnd_voucher v JOIN fnd_entry e ON e.voucher_id = v.id JOIN fnd_account d ON d.id = e.debit_account JOIN fnd_account c ON c.id = e.credit_account
        WHERE v.day BETWEEN @from AND @to AND v.kind IN ('Payment', 'Return') GROUP BY v.day
        """;

    private const string Batches =
        $"""
        SELECT b.id, b.message_id, b.exported_on, a.state, count(*), sum(c.amount_fen)
        FROM fnd_batch b JOIN fnd_attempt a ON a.id BETWEEN b.id * 1000000 AND b.id * 1000000 + 999999 JOIN fnd_commitment c ON c.id = a.commitment
        WHERE b.exported_on BETWEEN @from AND @to AND a.state <> '{nameof(AttemptState.Dropped)}' GROUP BY b.id, b.message_id, b.exported_on, a.state ORDER BY b.id
        """;

    public async Task<Result<Reconciliation>> HandleAsync(GetReconciliation query, OperationScope scope, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var bank = await RowsAsync(connection, query, ByDay, cancel).ConfigureAwait(false);
            var books = await RowsAsync(connection, query, Books, cancel).ConfigureAwait(false);
            var batches = await RowsAsync(connection, query, Batches, cancel).ConfigureAwait(false);
            var byDay = books.ToDictionary(r => Day(r[0]), r => (Paid: Fen(r[1]), Returned: Fen(r[2])));
            var days = bank.ToDictionary(r => Day(r[0]));
            return new Reconciliation(
                [.. days.Keys.Union(byDay.Keys).Order().Select(day => Row(day, days.GetValueOrDefault(day), byDay.GetValueOrDefault(day)))],
                [.. batches.GroupBy(r => Convert.ToInt64(r[0], CultureInfo.InvariantCulture)).Select(g => new ReconciledBatch(
                    g.Key, (string)g.First()[1], Day(g.First()[2]),
                    [.. g.Select(r => new BatchStateSum(Enum.Parse<BatchItemState>((string)r[3]), Convert.ToInt64(r[4], CultureInfo.InvariantCulture), Fen(r[5]))).OrderBy(s => s.State)]))]);
        }
    }

    private static ReconciledDay Row(DateOnly day, object[]? bank, (Money Paid, Money Returned) books) => bank is null
        ? new ReconciledDay(day, Money.Zero, books.Paid, Money.Zero, Money.Zero, books.Returned, Money.Zero, Money.Zero)
        : new ReconciledDay(day, Fen(bank[1]), books.Paid, Fen(bank[2]), Fen(bank[3]), books.Returned, Fen(bank[5]), Fen(bank[4]));

    private async Task<List<object[]>> RowsAsync(DbConnection connection, GetReconciliation query, string sql, CancellationToken cancel)
    {
        var select = connection.CreateCommand();
        await using (select.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
            select.CommandText = sql;
#pragma warning restore CA2100
            select.With(database.Dialect, "from", ColumnType.Date, query.From).With(database.Dialect, "to", ColumnType.Date, query.To);
            var rows = new List<object[]>();
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                while (await row.ReadAsync(cancel).ConfigureAwait(false))
                {
                    var values = new object[row.FieldCount];
                    row.GetValues(values);
                    rows.Add(values);
                }
            }

            return rows;
        }
    }

    private DateOnly Day(object stored) => (DateOnly)database.Dialect.FromStorage(ColumnType.Date, stored)!;

    private static Money Fen(object stored) => new(Convert.ToInt64(stored, CultureInfo.InvariantCulture));
}
