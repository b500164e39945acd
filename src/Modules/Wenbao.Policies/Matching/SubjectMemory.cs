using Wenbao.Feel;

namespace Wenbao.Policies.Matching;

/// <summary>What one subject was found for so far in a pass: later periods of a policy count it, and so do the policies it excludes when they are taken in order.</summary>
internal sealed class SubjectMemory
{
    private readonly List<Grant> grants = [];

    /// <summary>One found case.</summary>
    public readonly record struct Grant(string Policy, string PeriodKind, DateOnly On, decimal AmountYuan, IReadOnlyList<(string Step, FeelValue Value)> Steps);

    /// <summary>Forgets everything: the next subject begins.</summary>
    public void Clear() => grants.Clear();

    /// <summary>Notes a found case.</summary>
    public void Add(Grant grant) => grants.Add(grant);

    /// <summary>The ids granted in the period that the case lies in: the same month for a monthly policy, else the same calendar year.</summary>
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

    /// <summary>Counts or sums the cases of one policy.</summary>
    public decimal Accumulate(string policy, AccumulationKind kind, AccumulationSpan span, DateOnly on)
    {
        var total = 0m;
        foreach (var grant in grants)
        {
            var counts = grant.Policy == policy && span switch
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
            if (grant.Policy == policy && grant.On.Year == on.Year)
            {
                total += grant.Steps.FirstOrDefault(s => s.Step == step).Value.AsNumber() ?? 0m;
            }
        }

        return total;
    }
}
