namespace Wenbao.Funds;

/// <summary>How a budget is changed.</summary>
public enum BudgetChangeKind
{
    /// <summary>More money is given to a line (追加).</summary>
    Appropriate,

    /// <summary>Money moves from a line to another (调剂).</summary>
    Transfer,

    /// <summary>Free money of one line is taken back to the treasury and leaves the books (收回).</summary>
    Cut,

    /// <summary>What was recovered on a compensated loan is shared, and its part comes back to a compensation line (补偿后追回).</summary>
    CompensationRecovery,
}

/// <summary>Where a wish that needs two persons stands.</summary>
public enum ApprovalState
{
    /// <summary>Entered, waiting for another person (待审批).</summary>
    Proposed,

    /// <summary>Approved and carried out (已审批).</summary>
    Approved,

    /// <summary>Rejected (已退回).</summary>
    Rejected,
}
