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

        /// <summary>How it was found among another subject's grants; null for the subject's own.</summary>
        public PolicyLink? Link { get; init; }

        /// <summary>The other subject's public id; null for the subject's own.</summary>
        public string? LinkedSubject { get; init; }

        /// <summary>Inputs of its decision that later cases ask for; empty when none does.</summary>
        public IReadOnlyList<(string Input, FeelValue Value)> Inputs { get; init; } = [];
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
    /// <param name="policy">The policy of the case.</param>
    /// <param name="on">The evaluation date.</param>
    /// <param name="caseKey">The key of the case.</param>
    /// <param name="isLinked">Whether a grant of another subject counts.</param>
    /// <remarks>Source: catalogue rules G7 and G12.</remarks>
    public FeelList GrantedFor(Policy policy, DateOnly on, string? caseKey, Predicate<Grant> isLinked)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var grant in grants)
        {
            if (grant.Entitlement != except && (grant.Link is null || isLinked(grant)) && Entitlements.GrantPeriod.IsSame(policy, on, caseKey, grant))
            {
                ids.Add(grant.Policy);
            }
        }

        return ids.Count == 0 ? FeelList.Empty : new FeelList([.. ids.Select(id => FeelValue.Of(id))]);
    }

    /// <summary>Whether a linked subject has a grant that counts for a case.</summary>
    public bool IsGrantedElsewhere(Policy policy, DateOnly on, string? caseKey, Predicate<Grant> isLinked)
    {
        foreach (var grant in grants)
        {
            if (grant.Link is not null && isLinked(grant) && Entitlements.GrantPeriod.IsSame(policy, on, caseKey, grant))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The values that an input had in grants of one policy, each once.</summary>
    public FeelList ValuesOf(string policy, InputSource.GrantedValues source, DateOnly on)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var grant in grants)
        {
            if (IsOwn(grant, policy) && grant.Inputs.FirstOrDefault(i => i.Input == source.Input).Value.AsString() is { } value
                && IsWithin(grant, source.SpanOf.TryGetValue(value, out var span) ? span : source.Span, on))
            {
                values.Add(value);
            }
        }

        return values.Count == 0 ? FeelList.Empty : new FeelList([.. values.Order(StringComparer.Ordinal).Select(v => FeelValue.Of(v))]);
    }

    /// <summary>Whether one policy was granted before for an event with the same values in some fields.</summary>
    public bool IsGrantedSame(Policy policy, InputSource.GrantedSame source, DateOnly on, string caseKey)
    {
        var fields = Entitlements.CaseKeys.FieldsOf(policy);
        foreach (var grant in grants)
        {
            if (IsOwn(grant, policy.Id) && IsWithin(grant, source.Span, on) && Entitlements.CaseKeys.AreEqual(source.Fields, fields, caseKey, fields, grant.CaseKey) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Counts or sums the cases of one policy.</summary>
    public decimal Accumulate(string policy, AccumulationKind kind, AccumulationSpan span, DateOnly on)
    {
        var total = 0m;
        foreach (var grant in grants)
        {
            if (IsOwn(grant, policy) && IsWithin(grant, span, on))
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
            if (IsOwn(grant, policy) && grant.On.Year == on.Year)
            {
                total += grant.Steps.FirstOrDefault(s => s.Step == step).Value.AsNumber() ?? 0m;
            }
        }

        return total;
    }

    /// <summary>Whether a grant is the subject's own, of one policy, and not the one being decided.</summary>
    private bool IsOwn(in Grant grant, string policy) => grant.Policy == policy && grant.Link is null && (grant.Entitlement == 0 || grant.Entitlement != except);

    private static bool IsWithin(in Grant grant, AccumulationSpan span, DateOnly on) => span switch
    {
        AccumulationSpan.Year => grant.On.Year == on.Year,
        AccumulationSpan.TwelveMonths => grant.On > on.AddMonths(-12),
        _ => true,
    };
}
