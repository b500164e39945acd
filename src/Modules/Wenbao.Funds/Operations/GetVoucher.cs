using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>A voucher with its entries and what each rests on, a page at a time (凭证).</summary>
/// <param name="Voucher">Its number.</param>
/// <param name="After">The place of the entry after which the page begins; 0 for the first.</param>
/// <param name="Size">Entries a page, 1 to 500.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetVoucher(long Voucher, long After = 0, int Size = 100) : IQuery<VoucherDetail>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        if (Size is < 1 or > 500)
        {
            yield return FundsProblems.FieldWrong.At("size", "每页应为 1 至 500 条", "a page has 1 to 500 entries");
        }
    }
}

/// <summary>A voucher.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What happened.</param>
/// <param name="On">The business day.</param>
/// <param name="At">The moment it was written.</param>
/// <param name="Actor">Who wrote it.</param>
/// <param name="Reference">What it rests on.</param>
/// <param name="EntryCount">All its entries.</param>
/// <param name="Total">The sum of its entries.</param>
/// <param name="Digest">Its digest, which the audit holds as well.</param>
/// <param name="Entries">The entries of the page, in order.</param>
/// <param name="Next">What to ask for the next page with; null at the end.</param>
public sealed record VoucherDetail(
    long Id, VoucherKind Kind, DateOnly On, DateTimeOffset At, string Actor, string Reference, long EntryCount, Money Total, string Digest, IReadOnlyList<VoucherEntry> Entries, long? Next);

/// <summary>An entry of a voucher.</summary>
/// <param name="Ordinal">Its place, from 1.</param>
/// <param name="DebitId">The number of the account that gets.</param>
/// <param name="Debit">The account that gets.</param>
/// <param name="CreditId">The number of the account that gives.</param>
/// <param name="Credit">The account that gives.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Entitlement">The entitlement; null for budget matters.</param>
/// <param name="Ground">The decision behind it; null for budget matters and uses of funds.</param>
public sealed record VoucherEntry(long Ordinal, long DebitId, AccountKey Debit, long CreditId, AccountKey Credit, Money Amount, long? Entitlement, EntryGround? Ground);

internal sealed class GetVoucherHandler(Database database, IDecisionReferences grounds) : IQueryHandler<GetVoucher, VoucherDetail>
{
    public async Task<Result<VoucherDetail>> HandleAsync(GetVoucher query, OperationScope scope, CancellationToken cancel)
    {
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var head = await HeadAsync(snapshot, query.Voucher, cancel).ConfigureAwait(false);
            if (head is null)
            {
                return FundsProblems.VoucherNotFound.With(query.Voucher);
            }

            var entries = await EntriesAsync(snapshot, query, cancel).ConfigureAwait(false);
            var more = entries.Count > query.Size;
            var page = more ? entries[..query.Size] : entries;
            var wanted = page.Where(e => e.Entitlement is not null).Select(e => e.Entitlement!.Value).Distinct().ToList();
            var found = wanted.Count == 0 ? null : await grounds.FindAsync(snapshot.Connection, snapshot.Dialect, wanted, cancel).ConfigureAwait(false);
            return head with
            {
                Entries = [.. page.Select(e => e with { Ground = e.Entitlement is { } id ? found?.GetValueOrDefault(id) : null })],
                Next = more ? page[^1].Ordinal : null,
            };
        }
    }

    private static async Task<VoucherDetail?> HeadAsync(BookSnapshot snapshot, long id, CancellationToken cancel)
    {
        VoucherDetail? head = null;
        var select = snapshot.Command("SELECT id, kind, day, at, actor, reference, entries, total_fen, digest FROM fnd_voucher WHERE id = @id").With(snapshot.Dialect, "id", ColumnType.Integer, id);
        await BookAccounts.ReadAsync(
            select,
            row => head = new VoucherDetail(
                row.GetInt64(0), Enum.Parse<VoucherKind>(row.GetString(1)), (DateOnly)snapshot.Dialect.FromStorage(ColumnType.Date, row.GetValue(2))!,
                (DateTimeOffset)snapshot.Dialect.FromStorage(ColumnType.Instant, row.GetValue(3))!, row.GetString(4), row.GetString(5), row.GetInt64(6), new Money(row.GetInt64(7)), row.GetString(8), [], null),
            cancel).ConfigureAwait(false);
        return head;
    }

    private static async Task<List<VoucherEntry>> EntriesAsync(BookSnapshot snapshot, GetVoucher query, CancellationToken cancel)
    {
        var keys = await new BookAccounts(snapshot).KeysAsync(cancel).ConfigureAwait(false);
        var entries = new List<VoucherEntry>();
        var select = snapshot.Command("""
            SELECT ordinal, debit_account, credit_account, amount_fen, entitlement FROM fnd_entry
            WHERE voucher_id = @voucher AND ordinal > @after ORDER BY ordinal LIMIT @rows
            """)
            .With(snapshot.Dialect, "voucher", ColumnType.Integer, query.Voucher)
            .With(snapshot.Dialect, "after", ColumnType.Integer, query.After)
            .With(snapshot.Dialect, "rows", ColumnType.Integer, query.Size + 1);
        await BookAccounts.ReadAsync(
            select,
            row => entries.Add(new VoucherEntry(
                row.GetInt64(0), row.GetInt64(1), keys[row.GetInt64(1)], row.GetInt64(2), keys[row.GetInt64(2)], new Money(row.GetInt64(3)), row.IsDBNull(4) ? null : row.GetInt64(4), null)),
            cancel).ConfigureAwait(false);
        return entries;
    }
}
