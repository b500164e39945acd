namespace Wenbao.Policies.Entitlements;

/// <summary>A decision that was made for an entitlement, as stored. Written once, never changed.</summary>
internal sealed class StoredDecision
{
    public required long EntitlementId { get; init; }

    /// <summary>The version of the entitlement that came of it.</summary>
    public required long Version { get; init; }

    public required string Policy { get; init; }

    /// <summary>The version of the policy that decided.</summary>
    public required string PolicyVersion { get; init; }

    /// <summary>The business day it was made.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Who decided: an actor's id, or <c>model</c>.</summary>
    public required string DecidedBy { get; init; }

    public required Outcome Outcome { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>Inputs, steps and outcome as compressed JSON; see <see cref="FrozenDecision"/>.</summary>
    public required byte[] Content { get; init; }
}

/// <summary>An event that a live entitlement has used up. Freed by deleting the row.</summary>
internal sealed class Consumption
{
    /// <summary>The group of policies that share the events.</summary>
    public required string EventGroup { get; init; }

    public required string Identity { get; init; }

    public required long EntitlementId { get; init; }
}

/// <summary>The counter of entitlements and receipts; one row, whose lock puts claims into one order.</summary>
internal sealed class AcceptanceCounter
{
    public long Id { get; set; }

    /// <summary>The number of the next entitlement.</summary>
    public long NextEntitlement { get; set; }

    /// <summary>The number of the next acceptance.</summary>
    public long NextAcceptance { get; set; }

    /// <summary>The moment of the last acceptance.</summary>
    public DateTimeOffset LastAcceptedAt { get; set; }
}

/// <summary>A notice in an inbox.</summary>
internal sealed class StoredNotice
{
    public long Id { get; set; }

    /// <summary>The subject's public id, or the duty of officers.</summary>
    public required string Recipient { get; init; }

    /// <summary>The subject's type; empty for officers.</summary>
    public required string SubjectType { get; init; }

    public required NoticeKind Kind { get; init; }

    /// <summary>The entitlement; null for notices about policies.</summary>
    public long? EntitlementId { get; init; }

    /// <summary>The policies concerned, separated by commas.</summary>
    public required string Policies { get; init; }

    public string? ReasonZh { get; init; }

    public string? ReasonEn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The day from which it is shown.</summary>
    public required DateOnly ShownFrom { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>What somebody wants to be told.</summary>
internal sealed class NoticePreference
{
    /// <summary>The subject's public id, or the duty of officers.</summary>
    public required string Recipient { get; init; }

    /// <summary>Kinds that are not told, separated by commas.</summary>
    public required string Stopped { get; set; }

    public NoticeDigest Digest { get; set; }

    public long Version { get; set; }
}
