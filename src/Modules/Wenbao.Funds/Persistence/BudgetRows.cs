namespace Wenbao.Funds.Persistence;

/// <summary>A wish to change a budget, and what became of it.</summary>
internal sealed class BudgetChangeRow
{
    public long Id { get; set; }

    public BudgetChangeKind Kind { get; set; }

    public string Line { get; set; } = "";

    public string? ToLine { get; set; }

    public long AmountFen { get; set; }

    /// <summary>Why; of a recovery the bank's reference of the incoming money.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The compensated entitlement that a recovery belongs to; null for other changes.</summary>
    public long? Entitlement { get; set; }

    /// <summary>The insurer's share of a recovery; null for other changes.</summary>
    public decimal? InsurerPercent { get; set; }

    /// <summary>The bank's share of a recovery; null for other changes.</summary>
    public decimal? BankPercent { get; set; }

    /// <summary>The cut whose money a transfer uses; null when it uses none.</summary>
    public long? FromCut { get; set; }

    public ApprovalState State { get; set; }

    public string ProposedBy { get; set; } = "";

    public DateOnly ProposedOn { get; set; }

    public DateTimeOffset ProposedAt { get; set; }

    public string? DecidedBy { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? Note { get; set; }

    public long? VoucherId { get; set; }

    /// <summary>Counts up with each change of the row.</summary>
    public long Version { get; set; }
}

/// <summary>A cut over classes of lines.</summary>
internal sealed class CutRow
{
    public long Id { get; set; }

    public decimal Percent { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The line the money goes to.</summary>
    public string Reserve { get; set; } = "";

    public ApprovalState State { get; set; }

    public string ProposedBy { get; set; } = "";

    public DateOnly ProposedOn { get; set; }

    public string? DecidedBy { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? Note { get; set; }

    public long? VoucherId { get; set; }

    public long Version { get; set; }
}

/// <summary>A line of a cut's list.</summary>
internal sealed class CutItemRow
{
    public long CutId { get; set; }

    public string Line { get; set; } = "";

    public FundLineClass Class { get; set; }

    public long BaseFen { get; set; }

    public long WantedFen { get; set; }

    public long CutFen { get; set; }

    public CutExemption Exemption { get; set; }

    public string? EvidenceZh { get; set; }

    public string? EvidenceEn { get; set; }
}
