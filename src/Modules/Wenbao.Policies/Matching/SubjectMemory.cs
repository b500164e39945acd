using Wenbao.Feel;

namespace Wenbao.Policies.Matching;

/// <summary>What one subject was found for so far in a pass, or was really granted when a claim is decided: later periods of a policy count it, and so do the policies it excludes.</summary>
internal sealed class SubjectMemory
{
    private readonly List<Grant> grants = [];
    private long except;

    /// <summary>One found case, or one entitlement that was granted.</summary>
    public readonly record struct Grant(string Policy, string PeriodKind, DateOnly On, decimal AmountYuan, IReadOnlyList<(string Step, FeelValue Value)> Steps)
    {
        /// <summary>The entitlement; 0 in a pass.</summary>
        public long Entitlement { get; init; }

        /// <summary>The key of its case; empty in a pass.</summary>
        public string CaseKey { get; init; } = "";

        /// <summary>Under what circumstances the grant rules out another policy; null in a pass.</summary>
        public Entitlements.GrantScope? Scope { get; init; }
    }

    /// <summary>What funds tell of the lines; null in a pass.</summary>
    public Entitlements.IFundView? Funds { get; set; }

    /// <summary>Forgets everything: the next subject begins.</summary>
    public void Clear() => grants.Clear();

    /// <summary>Notes a found case, or a grant.</summary>
    public void Add(Grant grant) => grants.Add(grant);

    /// <summary>Leaves one entitlement out, because it is the one being decided; 0 for none.</summary>
    public void LeaveOut(long entitlement) => except = entitlement;

    /// <summary>The ids found in the period that the case lies in: the same month for a monthly policy, else the same calendar year.</summary>
    public FeelList GrantedIn(string periodKind, DateOnly on, string exceptPolicy)
    {
        if (grants.Count == 0)
        {
            return FeelList.Empty;
        }

        var ids = new List<FeelValue>();
        foreach (var grant in grants)
        {
            var samePeriod = grant.On.Year == on.Year && (periodKind != "monthly" || grant.PeriodKind != "monthly" || grant.On.Month == on.Month);
            if (samePeriod && grant.Policy != exceptPolicy)
            {
                ids.Add(FeelValue.Of(grant.Policy));
            }
        }

        return new FeelList([.. ids]);
    }

    /// <summary>The ids really granted in the period of a case, the policy's own included when it was granted for the same period or event.</summary>
    /// <remarks>Source: catalogue rule G7.</remarks>
    public FeelList GrantedFor(Policy policy, DateOnly on, string? caseKey)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var grant in grants)
        {
            if (grant.Entitlement != except && Entitlements.GrantPeriod.IsSame(policy, on, caseKey, grant))
            {
                ids.Add(grant.Policy);
            }
        }

        return ids.Count == 0 ? FeelList.Empty : new FeelList([.. ids.Select(id => FeelValue.Of(id))]);
    }

    /// <summary>Counts or sums the cases of one policy.</summary>
    public decimal Accumulate(string policy, AccumulationKind kind, AccumulationSpan span, DateOnly on)
    {
        var total = 0m;
        foreach (var grant in grants)
        {
            var counts = grant.Policy == policy && (grant.Entitlement == 0 || grant.Entitlement != except) && span switch
            {
                AccumulationSpan.Year => grant.On.Year == on.Year,
                AccumulationSpan.TwelveMonths => grant.On > on.AddMonths(-12),
                _ => true,
            };
            if (counts)
            {
                total += kind == AccumulationKind.Amount ? grant.AmountYuan : 1m;
            }
        }

        return total;
    }

    /// <summary>What a step used up over the cases of one policy in the calendar year.</summary>
    public decimal UsedUp(string policy, string step, DateOnly on)
    {
        var total = 0m;
        foreach (var grant in grants)
        {
            if (grant.Policy == policy && grant.On.Year == on.Year && (grant.Entitlement == 0 || grant.Entitlement != except))
            {
                total += grant.Steps.FirstOrDefault(s => s.Step == step).Value.AsNumber() ?? 0m;
            }
        }

        return total;
    }
}
