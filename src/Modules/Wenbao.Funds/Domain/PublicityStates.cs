namespace Wenbao.Funds;

/// <summary>What came of an objection (异议处理结果).</summary>
public enum ObjectionState
{
    /// <summary>Nobody has looked into it yet; the payment is held.</summary>
    Open,

    /// <summary>It is right: the payment stays held until its decision is withdrawn.</summary>
    Upheld,

    /// <summary>It is not: the payment is free again.</summary>
    Dismissed,
}
