namespace Wenbao.Funds.Persistence;

/// <summary>A line that has been used: its row is what writers of the line wait for, and says when its capital was given.</summary>
internal sealed record LineRow(string Line, DateOnly? OpenedOn, long? VoucherId);

/// <summary>An account: line, level and stage. Append-only.</summary>
internal sealed record AccountRow(long Id, string Line, FundLevel Level, FundStage Stage);

/// <summary>A voucher. Append-only.</summary>
internal sealed record VoucherRow(long Id, VoucherKind Kind, DateOnly Day, DateTimeOffset At, string Actor, string Reference, long Entries, long TotalFen, string Digest);

/// <summary>An entry. Append-only.</summary>
internal sealed record EntryRow(long VoucherId, long Ordinal, long DebitAccount, long CreditAccount, long AmountFen, long? Entitlement);

/// <summary>The running sums of an account, updated in the transaction that writes the entries.</summary>
internal sealed record BalanceRow(long AccountId, long DebitFen, long CreditFen);

/// <summary>A closed month, by its first day. Append-only.</summary>
internal sealed record MonthRow(DateOnly Month, DateTimeOffset ClosedAt, string ClosedBy, long Vouchers, string Digest);

/// <summary>The sums of an account from the beginning to the end of a closed month. Append-only.</summary>
internal sealed record MonthBalanceRow(DateOnly Month, long AccountId, long DebitFen, long CreditFen);
