using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Books;

/// <summary>The ledger as a sheet of paper: accounts in a dictionary, written from the rules and not from the product.</summary>
internal sealed class PlainLedger(IReadOnlySet<string> lines)
{
    private static readonly FundStage[] OnlyWhatCameIn = [FundStage.Committed, FundStage.Payable, FundStage.InTransit, FundStage.Lent, FundStage.Receivable, FundStage.Booked];
    private static readonly FundStage[][] Circles =
    [
        [FundStage.Receivable, FundStage.RecoveryClaimed], [FundStage.Booked, FundStage.Forgone],
        [FundStage.Appropriated, FundStage.Free, FundStage.Committed, FundStage.Payable, FundStage.InTransit, FundStage.Paid, FundStage.Returned, FundStage.Recovered, FundStage.Lent],
    ];

    public Dictionary<AccountKey, (long Debits, long Credits)> Accounts { get; private set; } = [];

    /// <summary>Posts, or answers with the number of the problem and changes nothing.</summary>
    public string? Post(IReadOnlyList<EntryDraft> entries)
    {
        if (entries.Count == 0 || entries.Any(IsMalformed))
        {
            return "FND-0005";
        }

        if (entries.Any(e => !lines.Contains(e.Debit.Line)))
        {
            return "FND-0001";
        }

        var after = new Dictionary<AccountKey, (long Debits, long Credits)>(Accounts);
        foreach (var entry in entries)
        {
            var (gets, gives) = (after.GetValueOrDefault(entry.Debit), after.GetValueOrDefault(entry.Credit));
            after[entry.Debit] = gets with { Debits = gets.Debits + entry.Amount.Fen };
            gives = after.GetValueOrDefault(entry.Credit);
            after[entry.Credit] = gives with { Credits = gives.Credits + entry.Amount.Fen };
        }

        foreach (var line in entries.Select(e => e.Debit.Line).Distinct().Order(StringComparer.Ordinal))
        {
            if (Free(after, line) < 0 && Free(after, line) < Free(Accounts, line))
            {
                return "FND-0002";
            }

            if (entries.SelectMany(e => new[] { e.Debit, e.Credit }).Any(a => a.Line == line && OnlyWhatCameIn.Contains(a.Stage) && Balance(after, a) < 0))
            {
                return "FND-0004";
            }
        }

        Accounts = after;
        return null;
    }

    /// <summary>What was given less what the stages hold; nought in sound books.</summary>
    public long Missing(string line) => Accounts.Where(a => a.Key.Line == line && Circles[2].Contains(a.Key.Stage)).Sum(a => a.Value.Debits - a.Value.Credits);

    private static bool IsMalformed(EntryDraft entry) =>
        entry.Amount <= Money.Zero || entry.Debit.Line != entry.Credit.Line || entry.Debit == entry.Credit || !Circles.Any(c => c.Contains(entry.Debit.Stage) && c.Contains(entry.Credit.Stage));

    private static long Free(Dictionary<AccountKey, (long Debits, long Credits)> accounts, string line) =>
        accounts.Where(a => a.Key.Line == line && a.Key.Stage == FundStage.Free).Sum(a => a.Value.Debits - a.Value.Credits);

    private static long Balance(Dictionary<AccountKey, (long Debits, long Credits)> accounts, AccountKey account)
    {
        var (debits, credits) = accounts.GetValueOrDefault(account);
        return debits - credits;
    }
}
