namespace Wenbao.Funds.Persistence;

/// <summary>Money promised to one entitlement. Written by plain statements.</summary>
internal sealed class CommitmentRow
{
    public long Id { get; set; }

    public long Entitlement { get; set; }

    public required string Line { get; set; }

    public SettlementKind Settlement { get; set; }

    public long AmountFen { get; set; }

    public long NationalFen { get; set; }

    public long ProvinceFen { get; set; }

    public long CityFen { get; set; }

    public long DistrictFen { get; set; }

    public long UnsharedFen { get; set; }

    public required string Shares { get; set; }

    public bool IsDrawn { get; set; }

    public string? PartyType { get; set; }

    public string? PartyId { get; set; }

    public string? PayeeName { get; set; }

    public string? AccountNumber { get; set; }

    public string? BankName { get; set; }

    public string? BankCode { get; set; }

    public required string Policy { get; set; }

    public required string PolicyTitleZh { get; set; }

    public required string PolicyTitleEn { get; set; }

    public required string Version { get; set; }

    public required string Clause { get; set; }

    public required string SubjectType { get; set; }

    public required string Subject { get; set; }

    public required string SubjectName { get; set; }

    public bool SubjectIsPerson { get; set; }

    public required string Period { get; set; }

    public DateOnly DecidedOn { get; set; }

    public required string DecidedBy { get; set; }

    public bool SkipsPublicity { get; set; }

    public PaymentStage Stage { get; set; }

    public DateOnly Since { get; set; }

    public bool IsHeld { get; set; }

    public long? PublicList { get; set; }

    public DateOnly? PublicUntil { get; set; }

    public long? Batch { get; set; }

    public long Attempts { get; set; }

    public long? CurrentAttempt { get; set; }

    public DateOnly? PaidOn { get; set; }

    public string? Reason { get; set; }

    public long RecoveryClaimedFen { get; set; }

    public long RecoveredFen { get; set; }
}

/// <summary>How far a batch is.</summary>
internal enum BatchState
{
    /// <summary>Made, waits for another person.</summary>
    Made,

    /// <summary>Released by another person, the file may go out.</summary>
    Released,

    /// <summary>The file went out.</summary>
    Exported,

    /// <summary>Given up before it was released, or nothing was left in it.</summary>
    Withdrawn,
}

/// <summary>A payment batch.</summary>
internal sealed class BatchRow
{
    public long Id { get; set; }

    /// <summary>The line it was made of; null for all.</summary>
    public string? Line { get; set; }

    public BatchState State { get; set; }

    public required string MessageId { get; set; }

    public long Items { get; set; }

    public long AmountFen { get; set; }

    public required string MadeBy { get; set; }

    public DateOnly MadeOn { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public string? ReleasedBy { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public string? ExportedBy { get; set; }

    public DateOnly? ExportedOn { get; set; }

    /// <summary>The moment that the file names.</summary>
    public DateTimeOffset? ExportedAt { get; set; }

    /// <summary>The SHA-256 of the file, in hexadecimal.</summary>
    public string? FileDigest { get; set; }

    public string? WithdrawnBy { get; set; }

    public DateOnly? WithdrawnOn { get; set; }

    /// <summary>Grows with each change, for edits.</summary>
    public long Revision { get; set; } = 1;
}

/// <summary>The payments of a batch that one account pays: one payment information block of the file.</summary>
internal sealed class BatchPartRow
{
    public long Batch { get; set; }

    public long Number { get; set; }

    public required string DebtorName { get; set; }

    public required string AccountNumber { get; set; }

    public required string BankName { get; set; }

    public string? BankCode { get; set; }
}

/// <summary>How far one attempt at a payment is; what the bank's facts come to.</summary>
internal enum AttemptState
{
    /// <summary>In a batch that has not gone out.</summary>
    Planned,

    /// <summary>Taken out of its batch before it went out.</summary>
    Dropped,

    /// <summary>Handed over to the bank.</summary>
    HandedOver,

    /// <summary>Accepted by the bank; not proven to have left.</summary>
    Accepted,

    /// <summary>Rejected by the bank.</summary>
    Rejected,

    /// <summary>Proven to have left.</summary>
    Paid,

    /// <summary>Left and came back.</summary>
    Returned,
}

/// <summary>One attempt at paying a commitment: who was to get it onto which account, as the file said. Written by plain statements.</summary>
internal sealed class AttemptRow
{
    public long Id { get; set; }

    /// <summary>The bank names the payment by it.</summary>
    public required string EndToEndId { get; set; }

    public long Batch { get; set; }

    /// <summary>The batch's part.</summary>
    public long Part { get; set; }

    public long Commitment { get; set; }

    public long Entitlement { get; set; }

    public required string Line { get; set; }

    public long AmountFen { get; set; }

    public required string PayeeName { get; set; }

    public required string AccountNumber { get; set; }

    public required string BankName { get; set; }

    public string? BankCode { get; set; }

    /// <summary>What the payee reads on the statement.</summary>
    public required string Remittance { get; set; }

    public AttemptState State { get; set; }

    public DateOnly StateOn { get; set; }

    /// <summary>The bank's reason, by code and text.</summary>
    public string? Reason { get; set; }
}
