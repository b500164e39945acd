using System.Data.Common;
using System.Globalization;
using System.Text;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Writes the books of a line for a month into a CSV file (导出账簿): every entry with the decision it rests on and the bank's reference. UTF-8 with its mark, persons' names masked, formulas made harmless.</summary>
/// <param name="Line">The line.</param>
/// <param name="Month">Any day of the month.</param>
/// <param name="File">The file to write; replaced when it exists.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor)]
public sealed record ExportBooks(string Line, DateOnly Month, string File) : IQuery<ExportedBooks>;

/// <summary>What was written.</summary>
/// <param name="File">The file.</param>
/// <param name="Entries">Entries, the header not counted.</param>
/// <param name="Paid">What a statement proves to have left in the month.</param>
/// <param name="CameBack">What came back from bank and payees in the month.</param>
public sealed record ExportedBooks(string File, long Entries, Money Paid, Money CameBack);

internal sealed class ExportBooksHandler(FundLines lines, Database database, IDecisionReferences grounds) : IQueryHandler<ExportBooks, ExportedBooks>
{
    private const int EntriesAtOnce = 1_000;

    public async Task<Result<ExportedBooks>> HandleAsync(ExportBooks query, OperationScope scope, CancellationToken cancel)
    {
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var keys = await new BookAccounts(snapshot).KeysAsync(cancel).ConfigureAwait(false);
            if (lines.Find(query.Line) is null && keys.Values.All(k => k.Line != query.Line))
            {
                return FundsProblems.LineNotFound.With(query.Line);
            }

            var partial = query.File + ".part";
            var written = new ExportedBooks(query.File, 0, Money.Zero, Money.Zero);
            var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await using (writer.ConfigureAwait(false))
            {
                await writer.WriteAsync(CsvCells.Row(Header())).ConfigureAwait(false);
                var month = new DateOnly(query.Month.Year, query.Month.Month, 1);
                var (first, last) = await RangeAsync(snapshot, month, cancel).ConfigureAwait(false);
                var position = new EntryPosition(first, 0);
                while (await PageAsync(snapshot, query.Line, month, position, last, cancel).ConfigureAwait(false) is { Count: > 0 } page)
                {
                    await WriteAsync(writer, snapshot, keys, page, cancel).ConfigureAwait(false);
                    written = Add(written, keys, page);
                    position = new EntryPosition(page[^1].Voucher, page[^1].Ordinal);
                }
            }

            File.Move(partial, query.File, overwrite: true);
            return written;
        }
    }

    private static string[] Header() =>
    [
        "voucher", "ordinal", "date", "kind", "reference", "debit_level", "debit_stage", "credit_level", "credit_stage", "amount_yuan", "entitlement",
        "policy", "policy_title", "policy_version", "clause", "subject_type", "subject", "subject_name", "period", "decided_on", "decided_by", "bank_reference", "voucher_digest",
    ];

    /// <summary>The vouchers of the month, first and last; entries between them are read in their own order, so that a page costs its own rows and no more.</summary>
    private static async Task<(long First, long Last)> RangeAsync(BookSnapshot snapshot, DateOnly month, CancellationToken cancel)
    {
        var range = (First: 0L, Last: -1L);
        var select = snapshot.Command("SELECT COALESCE(MIN(id), 0), COALESCE(MAX(id), -1) FROM fnd_voucher WHERE day >= @from AND day < @to")
            .With(snapshot.Dialect, "from", ColumnType.Date, month)
            .With(snapshot.Dialect, "to", ColumnType.Date, month.AddMonths(1));
        await BookAccounts.ReadAsync(select, row => range = (row.GetInt64(0), row.GetInt64(1)), cancel).ConfigureAwait(false);
        return range;
    }

    /// <summary>The next entries of the line: an account of it is on the debit side, and then the credit side is of the same line.</summary>
    private static async Task<List<Line>> PageAsync(BookSnapshot snapshot, string line, DateOnly month, EntryPosition after, long last, CancellationToken cancel)
    {
        var page = new List<Line>();
        // CROSS JOIN and the sign keep SQLite from starting at the vouchers or the account's index and sorting everything for each page.
        var select = snapshot.Command("""
            SELECT e.voucher_id, e.ordinal, v.day, v.kind, v.reference, v.digest, e.debit_account, e.credit_account, e.amount_fen, e.entitlement
            FROM fnd_entry e CROSS JOIN fnd_voucher v
            WHERE (e.voucher_id, e.ordinal) > (@voucher, @ordinal) AND e.voucher_id <= @last AND v.id = e.voucher_id AND v.day >= @from AND v.day < @to
              AND +e.debit_account IN (SELECT id FROM fnd_account WHERE line = @line)
            ORDER BY e.voucher_id, e.ordinal LIMIT @rows
            """)
            .With(snapshot.Dialect, "voucher", ColumnType.Integer, after.Voucher)
            .With(snapshot.Dialect, "ordinal", ColumnType.Integer, after.Ordinal)
            .With(snapshot.Dialect, "last", ColumnType.Integer, last)
            .With(snapshot.Dialect, "from", ColumnType.Date, month)
            .With(snapshot.Dialect, "to", ColumnType.Date, month.AddMonths(1))
            .With(snapshot.Dialect, "line", ColumnType.Text, line)
            .With(snapshot.Dialect, "rows", ColumnType.Integer, EntriesAtOnce);
        await BookAccounts.ReadAsync(select, row => page.Add(Read(snapshot.Dialect, row)), cancel).ConfigureAwait(false);
        return page;
    }

    private static Line Read(SqlDialect dialect, DbDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), (DateOnly)dialect.FromStorage(ColumnType.Date, row.GetValue(2))!, row.GetString(3), row.GetString(4), row.GetString(5),
        row.GetInt64(6), row.GetInt64(7), new Money(row.GetInt64(8)), row.IsDBNull(9) ? null : row.GetInt64(9));

    private async Task WriteAsync(StreamWriter writer, BookSnapshot snapshot, IReadOnlyDictionary<long, AccountKey> keys, List<Line> page, CancellationToken cancel)
    {
        var wanted = page.Where(l => l.Entitlement is not null).Select(l => l.Entitlement!.Value).Distinct().ToList();
        var found = wanted.Count == 0 ? null : await grounds.FindAsync(snapshot.Connection, snapshot.Dialect, wanted, cancel).ConfigureAwait(false);
        foreach (var line in page)
        {
            var ground = line.Entitlement is { } id ? found?.GetValueOrDefault(id) : null;
            await writer.WriteAsync(Row(line, keys[line.Debit], keys[line.Credit], ground)).ConfigureAwait(false);
        }
    }

    private static string Row(Line line, AccountKey debit, AccountKey credit, EntryGround? ground)
    {
        var decision = ground?.Decision;
        return CsvCells.Row(
            Number(line.Voucher), Number(line.Ordinal), Day(line.On), SnakeCase.Of(line.Kind), line.Reference, SnakeCase.Of(debit.Level.ToString()), SnakeCase.Of(debit.Stage.ToString()), SnakeCase.Of(credit.Level.ToString()), SnakeCase.Of(credit.Stage.ToString()),
            line.Amount.ToString(), line.Entitlement is { } id ? Number(id) : "",
            decision?.Policy ?? "", decision?.PolicyTitle.For() ?? "", decision?.Version ?? "", decision?.Clause ?? "", decision?.SubjectType ?? "", decision?.Subject ?? "",
            decision is null ? "" : ShownName.Of(decision.SubjectName, decision.SubjectIsPerson), decision?.Period ?? "", decision is null ? "" : Day(decision.DecidedOn), decision?.DecidedBy ?? "", ground?.BankReference ?? "", line.Digest);
    }

    private static ExportedBooks Add(ExportedBooks written, IReadOnlyDictionary<long, AccountKey> keys, List<Line> page)
    {
        Money Sum(Func<AccountKey, AccountKey, bool> wanted) => new(page.Where(l => wanted(keys[l.Debit], keys[l.Credit])).Sum(l => l.Amount.Fen));
        return written with
        {
            Entries = written.Entries + page.Count,
            Paid = written.Paid + Sum((debit, _) => debit.Stage == FundStage.Paid),
            CameBack = written.CameBack + Sum((_, credit) => credit.Stage is FundStage.Returned or FundStage.Recovered),
        };
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Line(long Voucher, long Ordinal, DateOnly On, string Kind, string Reference, string Digest, long Debit, long Credit, Money Amount, long? Entitlement);
}
