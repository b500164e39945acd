using Wenbao.Kernel;

namespace Wenbao.Funds.Payments;

/// <summary>Money promised to one entitlement (承诺), and how far it has come.</summary>
internal sealed record Commitment
{
    public required long Id { get; init; }

    public required long Entitlement { get; init; }

    /// <summary>How many commitments of the entitlement were released before this one.</summary>
    public long Round { get; init; }

    public required string Line { get; init; }

    public required SettlementKind Settlement { get; init; }

    public required Money Amount { get; init; }

    /// <summary>How the levels share.</summary>
    public required FundShares Shares { get; init; }

    /// <summary>The amount by level.</summary>
    public required LevelAmounts Parts { get; init; }

    /// <summary>Whether the money was drawn when it was committed, because the line has no ceiling: then it goes back to where it came from, not to what is free.</summary>
    public required bool IsDrawn { get; init; }

    /// <summary>Who is paid; null where nothing is.</summary>
    public required Payee? Payee { get; init; }

    public required DecisionReference Decision { get; init; }

    /// <summary>The row that keeps version, clause and titles of the decision.</summary>
    public required long Basis { get; init; }

    /// <summary>Whether it needs no publicity before it is paid.</summary>
    public required bool SkipsPublicity { get; init; }

    /// <summary>The stage as stored. <see cref="PaymentStage.Held"/> is never stored, nor is a publicity that is over: see <see cref="ShownStage"/>.</summary>
    public required PaymentStage Stage { get; init; }

    /// <summary>The business day it came to the stage.</summary>
    public required DateOnly Since { get; init; }

    public bool IsHeld { get; init; }

    /// <summary>The officer who holds it; null when none does. An objection may hold it besides.</summary>
    public string? HeldBy { get; init; }

    public long? PublicList { get; init; }

    public DateOnly? PublicUntil { get; init; }

    public long? Batch { get; init; }

    /// <summary>Attempts at paying it so far.</summary>
    public int Attempts { get; init; }

    /// <summary>The attempt that counts; null when none does.</summary>
    public long? CurrentAttempt { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? Reason { get; init; }

    /// <summary>Claimed back and approved, received or not.</summary>
    public Money RecoveryClaimed { get; init; }

    /// <summary>Claimed back and received.</summary>
    public Money Recovered { get; init; }

    public bool IsPaid => Settlement is SettlementKind.Pay or SettlementKind.Supplier;

    /// <summary>The account that the money came from and goes back to.</summary>
    public FundStage Source => IsDrawn ? FundStage.Appropriated : FundStage.Free;

    /// <summary>Whether it may be put into a batch on a day: publicity is over or not needed, and nobody objects.</summary>
    public bool IsCleared(DateOnly today) => !IsHeld && Stage switch
    {
        PaymentStage.Payable => true,
        PaymentStage.Committed => SkipsPublicity,
        PaymentStage.Published => PublicUntil < today,
        _ => false,
    };

    /// <summary>Whether it can still be taken back whole.</summary>
    public bool CanBeReleased => Stage is PaymentStage.Committed or PaymentStage.Published or PaymentStage.Payable or PaymentStage.Batched or PaymentStage.Returned or PaymentStage.Booked;

    /// <summary>The account where the money lies before it is handed over: promised, or cleared.</summary>
    public FundStage MoneyStage => Stage is PaymentStage.Committed or PaymentStage.Published ? FundStage.Committed : FundStage.Payable;

    /// <summary>Entries that move the whole amount, one a level.</summary>
    public IEnumerable<EntryDraft> Entries(FundStage debit, FundStage credit) => EntriesOf(Parts, debit, credit);

    /// <summary>Entries that move a part of it, one a level; a negative part moves the other way.</summary>
    public IEnumerable<EntryDraft> EntriesOf(LevelAmounts part, FundStage debit, FundStage credit) => part.Entries(Line, Entitlement, debit, credit);

    /// <summary>The stage as people are told it on a day, and since when.</summary>
    public (PaymentStage Stage, DateOnly Since) ShownStage(DateOnly today) =>
        IsHeld && Stage is (PaymentStage.Committed or PaymentStage.Published or PaymentStage.Payable) ? (PaymentStage.Held, Since)
        : Stage == PaymentStage.Published && PublicUntil < today ? (PaymentStage.Payable, PublicUntil.Value.AddDays(1))
        : Stage == PaymentStage.Committed && SkipsPublicity ? (PaymentStage.Payable, Since)
        : (Stage, Since);
}
