namespace Wenbao.Funds.Persistence;

/// <summary>A use of a revolving line.</summary>
internal sealed class LoanRow
{
    public long Id { get; set; }

    public string Line { get; set; } = "";

    public long AmountFen { get; set; }

    public long ReturnedFen { get; set; }

    public int Days { get; set; }

    public DateOnly LentOn { get; set; }

    public DateOnly DueOn { get; set; }

    public string BorrowerType { get; set; } = "";

    public string Borrower { get; set; } = "";

    public long Entitlement { get; set; }

    public string Contract { get; set; } = "";

    public string LentBy { get; set; } = "";

    public long VoucherId { get; set; }

    /// <summary>The day the last of it came back; null while some is out.</summary>
    public DateOnly? ReturnedOn { get; set; }

    /// <summary>Days from lending to <see cref="ReturnedOn"/>; null while some is out.</summary>
    public int? DaysOut { get; set; }

    public long Version { get; set; }
}

/// <summary>What is out of a use at one level.</summary>
internal sealed class LoanShareRow
{
    public long LoanId { get; set; }

    public FundLevel Level { get; set; }

    public long OutstandingFen { get; set; }
}

/// <summary>Money of a use that came back. Append-only.</summary>
internal sealed class LoanReturnRow
{
    public long Id { get; set; }

    public long LoanId { get; set; }

    public long AmountFen { get; set; }

    public DateOnly Day { get; set; }

    public string Reference { get; set; } = "";

    public string ReceivedBy { get; set; } = "";

    public long VoucherId { get; set; }
}

/// <summary>Money recovered on a compensated loan, and how it was shared. Append-only.</summary>
internal sealed class CompensationRecoveryRow
{
    public long Id { get; set; }

    public string Line { get; set; } = "";

    public long Entitlement { get; set; }

    public long RecoveredFen { get; set; }

    public long FundFen { get; set; }

    public long InsurerFen { get; set; }

    public long BankFen { get; set; }

    public DateOnly Day { get; set; }

    public string Reference { get; set; } = "";

    public string RecordedBy { get; set; } = "";

    public long VoucherId { get; set; }
}
