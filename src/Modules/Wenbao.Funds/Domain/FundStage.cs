namespace Wenbao.Funds;

/// <summary>Where money stands on its way (资金阶段). Each line and level has one account a stage.</summary>
public enum FundStage
{
    /// <summary>What was given to the line (已下达). Credit balance: everything else comes from here.</summary>
    Appropriated,

    /// <summary>What may still be committed (可用).</summary>
    Free,

    /// <summary>Promised by a decision, waiting for publicity and the like (已承诺).</summary>
    Committed,

    /// <summary>Cleared for payment (应付).</summary>
    Payable,

    /// <summary>Handed over to the bank, not yet proven to have left (在途).</summary>
    InTransit,

    /// <summary>Proven by a statement to have left, gross (已付).</summary>
    Paid,

    /// <summary>Came back from the bank after it had left (退汇). Credit balance, set against <see cref="Paid"/>.</summary>
    Returned,

    /// <summary>Came back from a payee who was not entitled (已追回). Credit balance, set against <see cref="Paid"/>.</summary>
    Recovered,

    /// <summary>Claimed back, not yet received (应收追回款). Memorandum, against <see cref="RecoveryClaimed"/>.</summary>
    Receivable,

    /// <summary>The other side of <see cref="Receivable"/>. Credit balance.</summary>
    RecoveryClaimed,

    /// <summary>Relief granted, booked and never paid (已减免). Memorandum, against <see cref="Forgone"/>.</summary>
    Booked,

    /// <summary>The other side of <see cref="Booked"/>: revenue forgone, costs saved. Credit balance.</summary>
    Forgone,

    /// <summary>Lent out of a revolving fund, to come back (在用).</summary>
    Lent,
}
