namespace Wenbao.Funds.Persistence;

/// <summary>Money promised to one entitlement. Written by plain statements.</summary>
internal sealed class CommitmentRow
{
    public long Id { get; set; }

    public long Entitlement { get; set; }

    /// <summary>How many commitments of the entitlement were released before this one.</summary>
    public long Round { get; set; }

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

    /// <summary>Version, clause and titles, which many share.</summary>
    public long Basis { get; set; }

    public required string SubjectType { get; set; }

    public required string Subject { get; set; }

    public required string SubjectName { get; set; }

    public bool SubjectIsPerson { get; set; }

    public required string Period { get; set; }

    public DateOnly? ClaimedOn { get; set; }

    public DateOnly DecidedOn { get; set; }

    public required string DecidedBy { get; set; }

    public bool SkipsPublicity { get; set; }

    public PaymentStage Stage { get; set; }

    public DateOnly Since { get; set; }

    public bool IsHeld { get; set; }

    /// <summary>The officer who holds it.</summary>
    public string? HeldBy { get; set; }

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

/// <summary>What many decisions rest on alike: a policy's version, the clause of the amount, the titles. Append-only.</summary>
internal sealed class BasisRow
{
    public long Id { get; set; }

    public required string Policy { get; set; }

    public required string Version { get; set; }

    public required string Clause { get; set; }

    public required string TitleZh { get; set; }

    public required string TitleEn { get; set; }
}

/// <summary>One attempt at paying a commitment. Written by plain statements, and narrow, because there are as many as payments.</summary>
internal sealed class AttemptRow
{
    /// <summary>The batch and the place in it: see <see cref="Payments.AttemptNumber"/>.</summary>
    public long Id { get; set; }

    /// <summary>The batch's part.</summary>
    public long Part { get; set; }

    public long Commitment { get; set; }

    public AttemptState State { get; set; }

    public DateOnly StateOn { get; set; }

    /// <summary>The bank's reason, by code.</summary>
    public string? Reason { get; set; }

    /// <summary>Who it was for, kept when the commitment's payee is mended later; null while the two are the same.</summary>
    public string? PayeeName { get; set; }

    public string? AccountNumber { get; set; }

    public string? BankName { get; set; }

    public string? BankCode { get; set; }
}

/// <summary>A published list. Append-only.</summary>
internal sealed class PublicListRow
{
    public long Id { get; set; }

    /// <summary>The line it was gathered from; null for all.</summary>
    public string? Line { get; set; }

    /// <summary>The policy it was gathered from; null for all.</summary>
    public string? Policy { get; set; }

    public DateOnly PublishedOn { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    public required string PublishedBy { get; set; }

    /// <summary>The last day on which anyone may object.</summary>
    public DateOnly Until { get; set; }

    public long Items { get; set; }

    public long AmountFen { get; set; }
}

/// <summary>An item of a published list, as it was shown. Append-only.</summary>
internal sealed class PublicItemRow
{
    public long List { get; set; }

    public long Ordinal { get; set; }

    public long Commitment { get; set; }

    public long Entitlement { get; set; }

    public required string ShownName { get; set; }

    public long AmountFen { get; set; }
}

/// <summary>What somebody objects to an item of a list.</summary>
internal sealed class ObjectionRow
{
    public long Id { get; set; }

    public long List { get; set; }

    public long Ordinal { get; set; }

    public long Commitment { get; set; }

    public long Entitlement { get; set; }

    /// <summary>What was said; may hold personal data, so it is shown to officers only.</summary>
    public required string Text { get; set; }

    public DateOnly RaisedOn { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    public ObjectionState State { get; set; }

    public string? ResolvedBy { get; set; }

    public DateOnly? ResolvedOn { get; set; }

    public string? Resolution { get; set; }
}

/// <summary>A file of the bank as it came.</summary>
internal sealed class BankMessageRow
{
    public long Id { get; set; }

    public BankMessageKind Kind { get; set; }

    /// <summary>The bank's name for it.</summary>
    public required string MessageId { get; set; }

    /// <summary>The SHA-256 of the file: the same file is read once.</summary>
    public required string Digest { get; set; }

    public DateOnly ReceivedOn { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public required string ReceivedBy { get; set; }

    public long Answers { get; set; }

    public long NewFacts { get; set; }

    public long NewExceptions { get; set; }

    /// <summary>The file itself, compressed.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>What the bank can say about an attempt.</summary>
internal enum BankFactKind
{
    /// <summary>It will be carried out.</summary>
    Accepted,

    /// <summary>It will not.</summary>
    Rejected,

    /// <summary>A statement shows that the money left.</summary>
    Debited,

    /// <summary>A statement shows that it came back.</summary>
    Returned,
}

/// <summary>One thing the bank said about one attempt, kept once however often it is said. Append-only. Written by plain statements.</summary>
internal sealed class BankFactRow
{
    public long Id { get; set; }

    public long Attempt { get; set; }

    public BankFactKind Kind { get; set; }

    /// <summary>What tells it from other facts of the kind: the reason's code; booking day, reference and count.</summary>
    public required string Key { get; set; }

    /// <summary>The booking day; null for answers that are no bookings.</summary>
    public DateOnly? BookedOn { get; set; }

    public string? Reason { get; set; }

    /// <summary>The message that said it first.</summary>
    public long Message { get; set; }
}

/// <summary>An account statement. Append-only.</summary>
internal sealed class StatementRow
{
    public long Id { get; set; }

    public long Message { get; set; }

    public required string AccountNumber { get; set; }

    public required string StatementId { get; set; }

    public DateOnly OpenedOn { get; set; }

    public DateOnly ClosedOn { get; set; }

    public long OpeningFen { get; set; }

    public long ClosingFen { get; set; }

    public long Entries { get; set; }

    /// <summary>A digest of balances and entries, by which a repeated statement is told from an altered one.</summary>
    public required string Digest { get; set; }
}

/// <summary>One movement of a statement; of a batch booking each of its details. Append-only. Written by plain statements.</summary>
internal sealed class StatementEntryRow
{
    public long Statement { get; set; }

    public long Ordinal { get; set; }

    public bool IsCredit { get; set; }

    public long AmountFen { get; set; }

    public DateOnly BookedOn { get; set; }

    public string? Reference { get; set; }

    public string? EndToEndId { get; set; }

    /// <summary>The attempt that it is about; null when about none. Whether it explains the movement follows from the attempt's state and from earlier movements.</summary>
    public long? Attempt { get; set; }

    /// <summary>The recovery that it pays; null when none.</summary>
    public long? Recovery { get; set; }
}

/// <summary>Something in a bank's file that a person must look at.</summary>
internal sealed class BankExceptionRow
{
    public long Id { get; set; }

    public BankExceptionKind Kind { get; set; }

    /// <summary>What tells it from others of the kind, so that a repeated file raises it once.</summary>
    public required string Key { get; set; }

    public long Message { get; set; }

    /// <summary>The bank's own identification of what it is about.</summary>
    public required string Reference { get; set; }

    public long? Entitlement { get; set; }

    public long? AmountFen { get; set; }

    public DateOnly RaisedOn { get; set; }

    public string? ClosedBy { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public string? Note { get; set; }
}

/// <summary>Money paid without right that is claimed back.</summary>
internal sealed class RecoveryRow
{
    /// <summary>The amount by level.</summary>
    public Payments.LevelAmounts Parts => new(NationalFen, ProvinceFen, CityFen, DistrictFen, UnsharedFen);

    public Kernel.Money Outstanding => new(AmountFen - ReceivedFen);

    public long Id { get; set; }

    public long Commitment { get; set; }

    public long Entitlement { get; set; }

    /// <summary>What the payee writes on the transfer, by which the money is known when it comes.</summary>
    public required string Reference { get; set; }

    public long AmountFen { get; set; }

    public long NationalFen { get; set; }

    public long ProvinceFen { get; set; }

    public long CityFen { get; set; }

    public long DistrictFen { get; set; }

    public long UnsharedFen { get; set; }

    public required string Reason { get; set; }

    public RecoveryState State { get; set; }

    public required string ClaimedBy { get; set; }

    public DateOnly ClaimedOn { get; set; }

    public string? DecidedBy { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public string? Refusal { get; set; }

    public long ReceivedFen { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Grows with each change, for edits.</summary>
    public long Revision { get; set; } = 1;
}

/// <summary>Money that came in for a recovery. Append-only.</summary>
internal sealed class RecoveryReceiptRow
{
    /// <summary>The amount by level.</summary>
    public Payments.LevelAmounts Parts => new(NationalFen, ProvinceFen, CityFen, DistrictFen, UnsharedFen);

    public long Id { get; set; }

    public long Recovery { get; set; }

    public long AmountFen { get; set; }

    public long NationalFen { get; set; }

    public long ProvinceFen { get; set; }

    public long CityFen { get; set; }

    public long DistrictFen { get; set; }

    public long UnsharedFen { get; set; }

    public DateOnly ReceivedOn { get; set; }

    /// <summary>The receipt's number, or the statement's movement; once only.</summary>
    public required string Reference { get; set; }

    public required string RecordedBy { get; set; }
}

/// <summary>A booking of a statement that names a batch or a part of one as a whole, to be matched by number and sum.</summary>
internal sealed class BatchBookingRow
{
    public long Statement { get; set; }

    /// <summary>The movement's place in the statement.</summary>
    public long Ordinal { get; set; }

    public long Message { get; set; }

    public long Batch { get; set; }

    /// <summary>The part of the batch; null for the whole batch.</summary>
    public long? Part { get; set; }

    /// <summary>How many payments the bank counted; null when it does not say.</summary>
    public long? Items { get; set; }

    public long AmountFen { get; set; }

    public DateOnly BookedOn { get; set; }

    public string? Reference { get; set; }

    /// <summary>Whether it is known which payments it proves.</summary>
    public bool IsMatched { get; set; }
}
