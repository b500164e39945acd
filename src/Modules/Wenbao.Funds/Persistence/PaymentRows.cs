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
