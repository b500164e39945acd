using Wenbao.Feel;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>What is to be decided: the cases of a subject under a policy, or an entitlement again.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="SubjectId">The subject's number.</param>
/// <param name="Existing">The entitlement that is decided again; null for new claims.</param>
internal sealed record ClaimTarget(string Policy, long SubjectId, Entitlement? Existing = null)
{
    /// <summary>The only case wanted; null for all.</summary>
    public string? CaseKey { get; init; }

    /// <summary>The first evaluation date wanted; null for no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last evaluation date wanted; null for no limit.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>Whether a granted entitlement is looked at as it was decided: for the same day, by the facts of the grant.</summary>
    public bool KeepsDay { get; init; }

    /// <summary>What happens with it when it is eligible; null for what the batch says.</summary>
    public ClaimWish? Wish { get; init; }

    /// <summary>The decision whose inputs about grants and balances are taken as they were, so that only facts of the registry are looked at again; null to read them afresh.</summary>
    public FrozenDecision? Frozen { get; init; }
}

/// <summary>What is to happen with eligible cases.</summary>
internal enum ClaimWish
{
    /// <summary>Claims: those of automatic policies are granted, the others wait for a person.</summary>
    Claim,

    /// <summary>All are granted: a person, or the queue's turn, has said so.</summary>
    Grant,

    /// <summary>None is: it is only looked how they stand.</summary>
    Compare,
}

/// <summary>What came of a case.</summary>
internal enum ClaimVerdict
{
    /// <summary>There is no such case, or the policy is not judged for the subject.</summary>
    NoCase,

    /// <summary>A condition fails for certain.</summary>
    Ineligible,

    /// <summary>Data are missing.</summary>
    Undetermined,

    /// <summary>Another entitlement has used the event.</summary>
    EventTaken,

    /// <summary>Somebody must be paid and no account is known.</summary>
    AccountMissing,

    /// <summary>Eligible, and a person must decide; or it was only looked.</summary>
    Eligible,

    /// <summary>Eligible, and the line has too little money, or earlier claims wait or are under review.</summary>
    MustWait,

    /// <summary>Eligible and to be granted.</summary>
    Grantable,
}

/// <summary>A case on its way through the deciding.</summary>
internal sealed class CaseToDecide(ClaimTarget target, ClaimPlan plan, DateOnly on, FeelContext? record, DateOnly? factsOn)
{
    /// <summary>What it was asked for.</summary>
    public ClaimTarget Target { get; } = target;

    /// <summary>The policy's plan.</summary>
    public ClaimPlan Plan { get; } = plan;

    /// <summary>The subject; null when the registry does not have it.</summary>
    public SubjectRow? Row { get; init; }

    /// <summary>The evaluation date.</summary>
    public DateOnly On { get; } = on;

    /// <summary>The record judged, or null.</summary>
    public FeelContext? Record { get; } = record;

    /// <summary>The day whose values count; null for those known now.</summary>
    public DateOnly? FactsOn { get; } = factsOn;

    /// <summary>The decision; null when there was nothing to decide.</summary>
    public JudgedCase? Judged { get; set; }

    /// <summary>What it waits for; null unless it must wait.</summary>
    public Kernel.LocalizedText? WaitsFor { get; set; }

    /// <summary>Its place in the order of acceptance; the last for a claim that is being made.</summary>
    public long Number => Target.Existing?.AcceptedNumber ?? GrantMoney.Newest;

    /// <summary>What came of it.</summary>
    public ClaimVerdict Verdict { get; set; } = ClaimVerdict.NoCase;

    /// <summary>The number of the entitlement it is or becomes; 0 when it becomes none.</summary>
    public long Entitlement { get; set; } = target.Existing?.Id ?? 0;
}
