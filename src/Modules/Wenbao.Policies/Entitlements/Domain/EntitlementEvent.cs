using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>What happened to an entitlement (权益经过). Written once, never changed.</summary>
internal sealed class EntitlementEvent
{
    /// <summary>The entitlement.</summary>
    public required long EntitlementId { get; init; }

    /// <summary>The version of the entitlement that it brought, from 1 without gaps.</summary>
    public required long Version { get; init; }

    /// <summary>What.</summary>
    public required EntitlementDeed Deed { get; init; }

    /// <summary>The moment.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who, by id.</summary>
    public required string Actor { get; init; }

    /// <summary>The state afterwards.</summary>
    public required EntitlementState State { get; init; }

    /// <summary>The amount afterwards, in fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>Why, in Chinese; null where nothing has to be said. No personal data.</summary>
    public string? ReasonZh { get; init; }

    /// <summary>Why, in English; null with <see cref="ReasonZh"/>.</summary>
    public string? ReasonEn { get; init; }
}
