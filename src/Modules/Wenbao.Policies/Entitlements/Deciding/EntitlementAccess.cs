using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Policies.Entitlements;

/// <summary>Who may see and change an entitlement, and what is said when something cannot be done with it.</summary>
internal static class EntitlementAccess
{
    /// <summary>The problem when the entitlement is none of the actor's business: to him it does not exist. Null when it is.</summary>
    public static Problem? Refuses(OperationScope scope, Entitlement entitlement) =>
        scope.Covers(entitlement.Subject) && (scope.Departments is not { } departments || departments.Contains(entitlement.Department) || scope.Has(Duty.Owner))
            ? null
            : EntitlementProblems.EntitlementNotFound.With(entitlement.Id);

    /// <summary>The problem of the wrong state.</summary>
    public static Problem WrongState(Entitlement entitlement)
    {
        var word = EntitlementTexts.Word(entitlement.State);
        return EntitlementProblems.WrongState.At(DecidedBy.Subject(entitlement.Id), entitlement.Id, word.Zh, word.En);
    }

    /// <summary>Why a case cannot be granted, with every condition that fails.</summary>
    public static Problem WhyNot(CaseToDecide one)
    {
        var id = one.Target.Existing?.Id ?? 0;
        var problem = one.Verdict switch
        {
            ClaimVerdict.EventTaken => EntitlementProblems.EventTaken.At(DecidedBy.Subject(id), id),
            ClaimVerdict.AccountMissing => EntitlementProblems.AccountMissing.At(DecidedBy.Subject(id), one.Plan.Policy.Title.Zh),
            ClaimVerdict.Undetermined => EntitlementProblems.DataMissing.At(DecidedBy.Subject(id), id),
            ClaimVerdict.Eligible => EntitlementProblems.EntitlementHeld.With(id),
            _ => EntitlementProblems.NotEntitled.At(DecidedBy.Subject(id), id),
        };
        if (one.Judged is not { } judged || judged.IsEligible)
        {
            return problem;
        }

        var conditions = judged.Plan.Policy.Conditions.Where((_, i) => (judged.Decision.Failed & (1u << i)) != 0);
        return problem with { Details = [.. conditions.Select(c => new Problem(EntitlementProblems.NotEntitled, c.Reason, c.Id))] };
    }
}
