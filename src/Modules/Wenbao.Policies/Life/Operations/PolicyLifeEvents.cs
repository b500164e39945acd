using Wenbao.Platform.Operations;

namespace Wenbao.Policies;

/// <summary>A version of a policy came into force; what is open under the policy follows it.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Version">The version's name.</param>
/// <param name="Previous">The version it took the place of; null for a new policy.</param>
/// <param name="On">Its first day.</param>
public sealed record PolicyVersionPublished(string Policy, string Version, string? Previous, DateOnly On) : IDomainEvent;

/// <summary>A policy was suspended or resumed; see <see cref="PolicyStanding"/>.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="IsSuspended">Whether claims are refused now.</param>
/// <param name="On">The first day.</param>
public sealed record PolicyStandingChanged(string Policy, bool IsSuspended, DateOnly On) : IDomainEvent;
