using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>Until when a case can be claimed (申领期限): the same day for the offer, the claim, what is told, and what lapses.</summary>
/// <remarks>
/// Source: catalogue, <c>validity</c> and <c>eval_date</c> (判定日为受理日，按月发放的取所属期最后一日); docs/reference/pack-format.md, <c>decide</c>. No entry of the catalogue gives a term of
/// its own; one that is a condition (自设立登记日起30日内) is the model's. ADR 0015.
/// </remarks>
internal static class ClaimTerm
{
    /// <summary>The last calendar day on which a case can be claimed: of one case a subject, the policy's last day; of a month or a record, the last day of its year, though the policy has ended.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="on">The evaluation date of the case.</param>
    public static DateOnly LastDay(Policy policy, DateOnly on) => policy.Decide is DecidePlan.OncePerSubject ? policy.Validity.To : new DateOnly(on.Year, 12, 31);

    /// <summary>Whether a case can no longer be claimed on a day.</summary>
    public static bool IsOver(Policy policy, DateOnly on, DateOnly today) => today > LastDay(policy, on);

    /// <summary>Why nothing can be claimed on a day any more; null when the term is not over.</summary>
    public static Problem? Refusal(Policy policy, DateOnly today) =>
        IsOver(policy, today, today) ? EntitlementProblems.ClaimTermOver.At(policy.Id, policy.Title.Zh, policy.Title.En, LastDay(policy, today)) : null;
}
