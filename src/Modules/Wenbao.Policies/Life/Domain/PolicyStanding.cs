using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>How a policy stands on a day (政策状态).</summary>
/// <param name="Kind">Whether it is in force.</param>
/// <param name="Since">The first day of this standing; null when it never was otherwise.</param>
/// <param name="Reason">Why it is suspended; null for other standings.</param>
public sealed record PolicyStanding(PolicyStandingKind Kind, DateOnly? Since = null, LocalizedText? Reason = null)
{
    /// <summary>Whether claims are taken. After the end those of cases within the validity are, up to the last day of their term (<see cref="Entitlements.ClaimTerm"/>).</summary>
    public bool TakesClaims => Kind is PolicyStandingKind.InForce or PolicyStandingKind.Ended;
}

/// <summary>How a policy stands.</summary>
public enum PolicyStandingKind
{
    /// <summary>Its validity has not begun (未生效).</summary>
    NotYet,

    /// <summary>In force (生效中).</summary>
    InForce,

    /// <summary>Found as before, but claims are refused until it is resumed (暂停).</summary>
    Suspended,

    /// <summary>Its validity is over (已终止).</summary>
    Ended,
}
