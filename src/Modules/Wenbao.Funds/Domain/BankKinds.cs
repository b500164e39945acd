namespace Wenbao.Funds;

/// <summary>The kinds of bank files that are read (银行报文种类).</summary>
public enum BankMessageKind
{
    /// <summary>A payment status report: accepted or rejected (pain.002.001.11).</summary>
    StatusReport,

    /// <summary>An account statement: what left and what came (camt.053.001.08).</summary>
    Statement,
}

/// <summary>Why a person must look at something in a bank's file (待核事项种类).</summary>
public enum BankExceptionKind
{
    /// <summary>The file is about a batch that we never sent.</summary>
    UnknownBatch,

    /// <summary>It is about a payment that we never sent.</summary>
    UnknownPayment,

    /// <summary>It gives a status that we do not know.</summary>
    UnknownStatus,

    /// <summary>The bank counts other payments or another sum than we sent.</summary>
    SumsDiffer,

    /// <summary>A statement's amount is not the payment's.</summary>
    AmountDiffers,

    /// <summary>The bank rejected a payment and a statement shows that it left.</summary>
    RejectedAndPaid,

    /// <summary>A statement shows that one payment left twice.</summary>
    PaidTwice,

    /// <summary>A statement shows a movement of a payment that had been given up: mended and sent anew, returned to the budget, or claimed back.</summary>
    AnsweredTooLate,

    /// <summary>Money left for nothing that we know of.</summary>
    UnexplainedDebit,

    /// <summary>Money came for nothing that we know of.</summary>
    UnexplainedCredit,

    /// <summary>A batch booking does not say which payments it is for, or they do not add up to it.</summary>
    BookingNotDetailed,

    /// <summary>More came for a recovery than is outstanding.</summary>
    RecoveryExceeded,

    /// <summary>A statement that was read before came again with other contents.</summary>
    StatementAltered,

    /// <summary>A statement is about an account that pays nothing of ours.</summary>
    ForeignAccount,
}

/// <summary>How far a recovery is (追回状态).</summary>
public enum RecoveryState
{
    /// <summary>Entered, waits for another person.</summary>
    Claimed,

    /// <summary>Approved, the money is outstanding.</summary>
    Approved,

    /// <summary>Refused by the other person.</summary>
    Refused,

    /// <summary>The money is in.</summary>
    Received,
}
