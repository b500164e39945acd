using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>How every policy stands: its validity, and the suspensions that were approved. Immutable; taken anew with each scope.</summary>
internal sealed class PolicyStandings
{
    private readonly PolicyLibrary library;
    private readonly ILookup<string, Switch> switches;

    public PolicyStandings(PolicyLibrary library, IEnumerable<Switch> switches)
    {
        this.library = library;
        this.switches = switches.OrderBy(s => s.On).ThenBy(s => s.Order).ToLookup(s => s.Policy, StringComparer.Ordinal);
    }

    /// <summary>An approved suspension, or the resumption that ends one.</summary>
    /// <param name="Policy">The policy's id.</param>
    /// <param name="Order">Which comes first of two on one day.</param>
    /// <param name="On">The first day.</param>
    /// <param name="Suspends">Whether it suspends; else it resumes.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Switch(string Policy, long Order, DateOnly On, bool Suspends, LocalizedText Reason);

    /// <summary>The standing of a policy on a day; <see cref="PolicyStandingKind.NotYet"/> for one that does not exist.</summary>
    public PolicyStanding Standing(string policy, DateOnly day)
    {
        if (library.Find(policy) is not { IsSuccess: true } found || day < found.Value.Validity.From)
        {
            return new PolicyStanding(PolicyStandingKind.NotYet);
        }

        return switches[policy].LastOrDefault(s => s.On <= day) is { Suspends: true } suspension
            ? new PolicyStanding(PolicyStandingKind.Suspended, suspension.On, suspension.Reason)
            : day > found.Value.Validity.To ? new PolicyStanding(PolicyStandingKind.Ended, found.Value.Validity.To.AddDays(1))
            : new PolicyStanding(PolicyStandingKind.InForce, found.Value.Validity.From);
    }

    /// <summary>The policies that are suspended on a day, by id.</summary>
    public IReadOnlyList<string> Suspended(DateOnly day) =>
        [.. switches.Select(s => s.Key).Where(p => Standing(p, day).Kind == PolicyStandingKind.Suspended).Order(StringComparer.Ordinal)];

    /// <summary>Why no claim is taken on a day; null when claims are.</summary>
    public Problem? ClaimRefusal(string policy, DateOnly day) => Standing(policy, day) switch
    {
        { Kind: PolicyStandingKind.Suspended } suspended => PolicyLifeProblems.Suspended.At(policy, suspended.Since, suspended.Reason!.Zh, suspended.Reason.En),
        { Kind: PolicyStandingKind.NotYet } => PolicyLifeProblems.NotYetInForce.At(policy),
        _ => null,
    };
}
