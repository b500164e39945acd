using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>What happened to the money (凭证种类).</summary>
public enum VoucherKind
{
    /// <summary>Money was given to a line (下达).</summary>
    Appropriation,

    /// <summary>Money moved to another line (调剂).</summary>
    Transfer,

    /// <summary>Money was cut (压减).</summary>
    Cut,

    /// <summary>Decisions committed money (承诺).</summary>
    Commitment,

    /// <summary>A commitment was taken back before payment, or returned to the budget (撤销、退回预算).</summary>
    Release,

    /// <summary>Commitments were cleared for payment (转应付).</summary>
    Clearing,

    /// <summary>A batch was handed over to the bank (送交银行).</summary>
    HandOver,

    /// <summary>The bank rejected payments (银行拒付).</summary>
    Rejection,

    /// <summary>A statement proved that money left (银行付讫).</summary>
    Payment,

    /// <summary>A statement proved that money came back (退汇).</summary>
    Return,

    /// <summary>Money paid without right was claimed back (追回立案).</summary>
    RecoveryClaim,

    /// <summary>It came in (追回到账), or the claim was dropped.</summary>
    Recovery,

    /// <summary>Relief was booked (减免入账).</summary>
    Booking,

    /// <summary>A revolving fund lent (借用).</summary>
    Loan,

    /// <summary>It was returned (归还).</summary>
    Repayment,
}

/// <summary>One entry (分录): the debit account gets, the credit account gives.</summary>
/// <param name="Debit">The account that gets.</param>
/// <param name="Credit">The account that gives.</param>
/// <param name="Amount">More than nought.</param>
/// <param name="Entitlement">The entitlement it concerns; null for budget matters.</param>
public readonly record struct EntryDraft(AccountKey Debit, AccountKey Credit, Money Amount, long? Entitlement = null);

/// <summary>A voucher to be written (记账凭证): entries that belong together. Balanced by its form: each entry has both sides.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The business day.</param>
/// <param name="Reference">What it rests on, such as <c>batch/12</c>, <c>statement/3</c>, <c>change/7</c>; no personal data.</param>
/// <param name="Entries">The entries, in order; not empty.</param>
public sealed record VoucherDraft(VoucherKind Kind, DateOnly On, string Reference, IReadOnlyList<EntryDraft> Entries);
