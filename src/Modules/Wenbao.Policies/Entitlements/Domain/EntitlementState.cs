namespace Wenbao.Policies;

/// <summary>How far an entitlement has come (权益状态). “Found” is no state: it stands in the results of matching until somebody is told or claims.</summary>
public enum EntitlementState
{
    /// <summary>The subject was told that it is entitled (已告知).</summary>
    Notified,

    /// <summary>Claimed, waiting for a person's decision or for a missing datum (已申领，待审核).</summary>
    Claimed,

    /// <summary>Claimed and entitled, waiting for money (排队待拨).</summary>
    Waiting,

    /// <summary>Granted: the money is committed, or lent (已批准).</summary>
    Granted,

    /// <summary>Paid, booked, delivered, or granted where no money is concerned (已兑现).</summary>
    Settled,

    /// <summary>No longer entitled, or not claimed in time (已失效).</summary>
    Lapsed,

    /// <summary>Refused with a reason (不予批准).</summary>
    Refused,

    /// <summary>Taken back before payment (已撤销).</summary>
    Revoked,

    /// <summary>Paid without right and claimed back in full (已追回).</summary>
    Recovered,
}

/// <summary>What the states mean together.</summary>
public static class EntitlementStates
{
    /// <summary>Whether an entitlement in the state counts: it keeps its period, and once claimed its event, to itself.</summary>
    public static bool IsLive(this EntitlementState state) => state <= EntitlementState.Settled;

    /// <summary>Whether it has been granted and not been taken back.</summary>
    public static bool IsGranted(this EntitlementState state) => state is EntitlementState.Granted or EntitlementState.Settled;

    /// <summary>Whether it was claimed and is not granted yet.</summary>
    public static bool IsOpen(this EntitlementState state) => state is EntitlementState.Claimed or EntitlementState.Waiting;
}
