using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Entitlements;

/// <summary>What has to be known of a grant to tell whether another case is for the same matter.</summary>
/// <param name="EventFields">The fields that its case key is made of; empty when it is no record's.</param>
internal sealed record GrantScope(IReadOnlyList<string> EventFields)
{
    /// <summary>The scope of the grants of a policy.</summary>
    public static GrantScope Of(Policy policy) => new(CaseKeys.FieldsOf(policy));
}

/// <summary>Whether a grant lies in the period or event of another case (同一周期).</summary>
/// <remarks>Source: catalogue rule G7: the same year, month or event; for projects, loans and devices the same project, loan or device.</remarks>
internal static class GrantPeriod
{
    /// <summary>Whether the grant counts for a case of the policy.</summary>
    public static bool IsSame(Policy policy, DateOnly on, string? caseKey, in SubjectMemory.Grant grant)
    {
        switch (policy.PeriodKind)
        {
            case "per_year":
                return grant.On.Year == on.Year;
            case "monthly":
                return grant.On.Year == on.Year && (grant.PeriodKind == "per_year" || grant.On.Month == on.Month);
        }

        if (grant.Policy == policy.Id)
        {
            return caseKey is null || grant.CaseKey == caseKey;
        }

        if (SameRecord(policy, caseKey, grant) is { } same)
        {
            return same;
        }

        // A subject that is itself the matter (a project, a facility) is the same matter in every year.
        return policy is { EventKey: null, Decide: DecidePlan.OncePerSubject } || grant.On.Year == on.Year;
    }

    /// <summary>Whether the fields that both keys have in common are equal; null when they have none.</summary>
    private static bool? SameRecord(Policy policy, string? caseKey, in SubjectMemory.Grant grant)
    {
        if (caseKey is null || grant.Scope is not { EventFields.Count: > 0 } scope)
        {
            return null;
        }

        var own = CaseKeys.FieldsOf(policy);
        var common = own.Where(f => scope.EventFields.Contains(f)).ToList();
        return common.Count == 0 ? null : CaseKeys.AreEqual(common, own, caseKey, scope.EventFields, grant.CaseKey);
    }
}
