using Wenbao.Kernel;

namespace Wenbao.Funds.Books;

/// <summary>One account while a voucher is being written.</summary>
internal sealed class OpenAccount(AccountKey key, long id, long debitFen, long creditFen)
{
    public AccountKey Key { get; } = key;

    /// <summary>Its number; 0 while it is not stored yet.</summary>
    public long Id { get; set; } = id;

    /// <summary>What the voucher debits it with so far.</summary>
    public long AddedDebitFen { get; private set; }

    /// <summary>What the voucher credits it with so far.</summary>
    public long AddedCreditFen { get; private set; }

    /// <summary>The account's mark in digests; made when it is asked for, because most accounts of a line are not touched.</summary>
    public byte[] Mark => field ??= VoucherDigest.MarkOf(Key);

    /// <summary>Debits less credits before the voucher.</summary>
    public long BeforeFen => debitFen - creditFen;

    /// <summary>Debits less credits after it.</summary>
    public long AfterFen => checked(debitFen + AddedDebitFen - creditFen - AddedCreditFen);

    public bool IsTouched => AddedDebitFen != 0 || AddedCreditFen != 0;

    public void Debit(long fen) => AddedDebitFen = checked(AddedDebitFen + fen);

    public void Credit(long fen) => AddedCreditFen = checked(AddedCreditFen + fen);
}

/// <summary>The accounts of one line with their balances, as the transaction sees them.</summary>
internal sealed class LineAccounts(string line)
{
    private readonly SortedDictionary<(FundLevel, FundStage), OpenAccount> accounts = [];

    public string Line { get; } = line;

    /// <summary>By level, then stage.</summary>
    public IEnumerable<OpenAccount> All => accounts.Values;

    public void Add(OpenAccount account) => accounts.Add((account.Key.Level, account.Key.Stage), account);

    /// <summary>The account of a level and stage; a new one when the line had none.</summary>
    public OpenAccount Of(AccountKey key)
    {
        if (!accounts.TryGetValue((key.Level, key.Stage), out var account))
        {
            accounts.Add((key.Level, key.Stage), account = new OpenAccount(key, 0, 0, 0));
        }

        return account;
    }

    /// <summary>The free money over all levels before the voucher.</summary>
    public Money FreeBefore => new(accounts.Values.Where(a => a.Key.Stage == FundStage.Free).Sum(a => a.BeforeFen));

    /// <summary>Debits less credits of a level and stage before the voucher; credit stages have a negative one.</summary>
    public Money Before(FundLevel level, FundStage stage) => accounts.TryGetValue((level, stage), out var account) ? new Money(account.BeforeFen) : Money.Zero;

    /// <summary>What stands in the way of the voucher; null when nothing does.</summary>
    /// <remarks>Free money counts over all levels, because a policy may share out otherwise than the line's capital; what a commitment put into a later stage it put there by level, and only that can leave it.</remarks>
    public Problem? Overdrawn()
    {
        var free = accounts.Values.Where(a => a.Key.Stage == FundStage.Free).Aggregate((Before: 0L, After: 0L), (sum, a) => (sum.Before + a.BeforeFen, sum.After + a.AfterFen));
        if (free.After < 0 && free.After < free.Before)
        {
            return FundsProblems.CeilingReached.With(Line, new Money(free.Before), new Money(free.Before - free.After));
        }

        var short_ = accounts.Values.FirstOrDefault(a => a.IsTouched && FundStages.NeverNegative(a.Key.Stage) && a.AfterFen < 0);
        return short_ is null ? null : FundsProblems.StageShort.With(
            Line, FundStages.Name(short_.Key.Stage).Zh, new Money(short_.BeforeFen), new Money(short_.BeforeFen - short_.AfterFen), FundStages.Name(short_.Key.Stage).En);
    }
}
