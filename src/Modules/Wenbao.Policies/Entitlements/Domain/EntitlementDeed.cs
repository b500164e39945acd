namespace Wenbao.Policies;

/// <summary>What can happen to an entitlement (权益事项).</summary>
public enum EntitlementDeed
{
    /// <summary>The subject was told (告知).</summary>
    Notified,

    /// <summary>It was claimed (申领).</summary>
    Claimed,

    /// <summary>It was claimed by an officer on the subject's behalf (代为申领).</summary>
    ClaimedOnBehalf,

    /// <summary>It waits for money (排队).</summary>
    Queued,

    /// <summary>It was granted (批准).</summary>
    Granted,

    /// <summary>It grew by further months (按月增加).</summary>
    Raised,

    /// <summary>It follows changed facts: another amount (金额调整).</summary>
    Adjusted,

    /// <summary>It was paid, booked or delivered (兑现).</summary>
    Settled,

    /// <summary>It was refused (不予批准).</summary>
    Refused,

    /// <summary>It is no longer there to be had (失效).</summary>
    Lapsed,

    /// <summary>It was taken back before payment (撤销).</summary>
    Revoked,

    /// <summary>What was paid without right came back (追回).</summary>
    Recovered,

    /// <summary>It was held (暂缓).</summary>
    Held,

    /// <summary>It goes on (恢复).</summary>
    Unheld,

    /// <summary>The subject answered why it is held (补正说明).</summary>
    Answered,
}
