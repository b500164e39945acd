using System.Data.Common;
using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The entries of an account, the newest first, a page at a time (账户明细).</summary>
/// <param name="Account">The account's number, as the trial balance names it.</param>
/// <param name="Before">The entry after which the page begins; null for the newest.</param>
/// <param name="Size">Entries a page, 1 to 500.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetAccountEntries(long Account, EntryPosition? Before = null, int Size = 50) : IQuery<AccountEntries>, IValidated
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

/// <summary>Where an entry stands.</summary>
/// <param name="Voucher">The voucher.</param>
/// <param name="Ordinal">Its place in the voucher, from 1.</param>
public readonly record struct EntryPosition(long Voucher, long Ordinal);

/// <summary>A page of an account's entries.</summary>
/// <param name="Id">The account's number.</param>
/// <param name="Account">Line, level and stage.</param>
/// <param name="Balance">What stands on it now, on its normal side.</param>
/// <param name="Entries">The entries, the newest first.</param>
/// <param name="Next">What to ask for the next page with; null at the end.</param>
public sealed record AccountEntries(long Id, AccountKey Account, Money Balance, IReadOnlyList<AccountEntry> Entries, EntryPosition? Next);

/// <summary>An entry as its account sees it.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="On">The business day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">What the voucher rests on.</param>
/// <param name="Other">The account on the other side.</param>
/// <param name="IsDebit">Whether this account got the money.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Entitlement">The entitlement; null for budget matters.</param>
public sealed record AccountEntry(EntryPosition Position, DateOnly On, VoucherKind Kind, string Reference, AccountKey Other, bool IsDebit, Money Amount, long? Entitlement);

internal sealed class GetAccountEntriesHandler(Database database) : IQueryHandler<GetAccountEntries, AccountEntries>
{
    public async Task<Result<AccountEntries>> HandleAsync(GetAccountEntries query, OperationScope scope, CancellationToken cancel)
    {
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var accounts = new BookAccounts(snapshot);
            var keys = await accounts.KeysAsync(cancel).ConfigureAwait(false);
            if (!keys.TryGetValue(query.Account, out var key))
            {
                return FundsProblems.AccountNotFound.With(query.Account);
            }

            var entries = new List<AccountEntry>();
            await BookAccounts.ReadAsync(Select(snapshot, query), row => entries.Add(Entry(snapshot.Dialect, keys, query.Account, row)), cancel).ConfigureAwait(false);
            var sums = (await accounts.RunningAsync(cancel).ConfigureAwait(false)).GetValueOrDefault(query.Account);
            var row = new TrialBalanceRow(query.Account, key, new Money(sums.Debit), new Money(sums.Credit));
            var more = entries.Count > query.Size;
            return new AccountEntries(query.Account, key, row.Balance, more ? entries[..query.Size] : entries, more ? entries[query.Size - 1].Position : null);
        }
    }

    /// <summary>Each side has an index that ends in voucher and ordinal, so a page costs its own rows and no more.</summary>
    private static DbCommand Select(BookSnapshot snapshot, GetAccountEntries query)
    {
        string Side(string column) => $"""
            SELECT * FROM (
              SELECT voucher_id, ordinal, debit_account, credit_account, amount_fen, entitlement FROM fnd_entry
              WHERE {column} = @account AND (voucher_id < @voucher OR (voucher_id = @voucher AND ordinal < @ordinal))
              ORDER BY voucher_id DESC, ordinal DESC LIMIT @rows) {column}
            """;
        return snapshot.Command($"""
            SELECT e.voucher_id, e.ordinal, e.debit_account, e.credit_account, e.amount_fen, e.entitlement, v.day, v.kind, v.reference
            FROM ({Side("debit_account")} UNION ALL {Side("credit_account")}) e JOIN fnd_voucher v ON v.id = e.voucher_id
            ORDER BY e.voucher_id DESC, e.ordinal DESC LIMIT @rows
            """)
            .With(snapshot.Dialect, "account", ColumnType.Integer, query.Account)
            .With(snapshot.Dialect, "voucher", ColumnType.Integer, query.Before?.Voucher ?? long.MaxValue)
            .With(snapshot.Dialect, "ordinal", ColumnType.Integer, query.Before?.Ordinal ?? 0)
            .With(snapshot.Dialect, "rows", ColumnType.Integer, query.Size + 1);
    }

    private static AccountEntry Entry(SqlDialect dialect, IReadOnlyDictionary<long, AccountKey> keys, long account, DbDataReader row)
    {
        var isDebit = row.GetInt64(2) == account;
        return new AccountEntry(
            new EntryPosition(row.GetInt64(0), row.GetInt64(1)),
            (DateOnly)dialect.FromStorage(ColumnType.Date, row.GetValue(6))!,
            Enum.Parse<VoucherKind>(row.GetString(7)),
            row.GetString(8),
            keys[row.GetInt64(isDebit ? 3 : 2)],
            isDebit,
            new Money(row.GetInt64(4)),
            row.IsDBNull(5) ? null : row.GetInt64(5));
    }
}
