using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The trial balance (试算平衡表): debits, credits and balance of every account, now or at any past day or moment.</summary>
/// <param name="On">Only vouchers of business days up to this one; null for all.</param>
/// <param name="At">Only vouchers written by this moment, as the books were then; null for all.</param>
/// <param name="Line">One line only; null for all.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetTrialBalance(DateOnly? On = null, DateTimeOffset? At = null, string? Line = null) : IQuery<TrialBalance>;

/// <summary>A trial balance.</summary>
/// <param name="On">The day asked for.</param>
/// <param name="At">The moment asked for.</param>
/// <param name="FromMonth">The closed month that the sums start from; null when they start from nothing.</param>
/// <param name="Rows">The accounts that were ever used, by line, level and stage.</param>
public sealed record TrialBalance(DateOnly? On, DateTimeOffset? At, DateOnly? FromMonth, IReadOnlyList<TrialBalanceRow> Rows)
{
    /// <summary>All debits.</summary>
    public Money Debits => new(Rows.Sum(r => r.Debits.Fen));

    /// <summary>All credits.</summary>
    public Money Credits => new(Rows.Sum(r => r.Credits.Fen));

    /// <summary>Whether debits and credits are equal, as they are in sound books.</summary>
    public bool IsBalanced => Debits == Credits;
}

/// <summary>An account in a trial balance.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Account">Line, level and stage.</param>
/// <param name="Debits">What it got.</param>
/// <param name="Credits">What it gave.</param>
public sealed record TrialBalanceRow(long Id, AccountKey Account, Money Debits, Money Credits)
{
    /// <summary>What stands on it, on its normal side: credits less debits for accounts that say where money came from, else debits less credits.</summary>
    public Money Balance => FundStages.IsCredit(Account.Stage) ? Credits - Debits : Debits - Credits;
}

internal sealed class GetTrialBalanceHandler(Database database) : IQueryHandler<GetTrialBalance, TrialBalance>
{
    public async Task<Result<TrialBalance>> HandleAsync(GetTrialBalance query, OperationScope scope, CancellationToken cancel)
    {
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var accounts = new BookAccounts(snapshot);
            var keys = await accounts.KeysAsync(cancel).ConfigureAwait(false);
            var (sums, month) = query is { On: null, At: null }
                ? (await accounts.RunningAsync(cancel).ConfigureAwait(false), null)
                : await accounts.SumsAsync(query.On, query.At, cancel).ConfigureAwait(false);
            var rows = sums.Where(s => query.Line is null || keys[s.Key].Line == query.Line)
                .Select(s => new TrialBalanceRow(s.Key, keys[s.Key], new Money(s.Value.Debit), new Money(s.Value.Credit)))
                .OrderBy(r => r.Account.Line, StringComparer.Ordinal).ThenBy(r => r.Account.Level).ThenBy(r => r.Account.Stage);
            return new TrialBalance(query.On, query.At, month, [.. rows]);
        }
    }
}
