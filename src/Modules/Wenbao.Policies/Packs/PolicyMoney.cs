using Wenbao.Funds;
using Wenbao.Kernel;

namespace Wenbao.Policies.Packs;

/// <summary>What the pack says about money, for policies that do not stand in the pack: drafts and published versions must fit it as the pack's own do.</summary>
internal sealed class PolicyMoney(FundLines lines, PaymentRules rules, Parties parties)
{
    /// <summary>What does not fit of one policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="inForce">Every policy in force, an earlier version of this one perhaps among them.</param>
    public IReadOnlyList<Problem> Misfits(Policy policy, IReadOnlyList<Policy> inForce) =>
        new PolicyMoneyCheck([.. inForce.Where(p => p.Id != policy.Id), policy], lines, rules, parties).FindFor(policy);
}
