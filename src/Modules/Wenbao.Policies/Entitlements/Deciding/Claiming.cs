using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>Turns decided cases into accepted claims (受理).</summary>
internal static class Claiming
{
    /// <summary>The entitlements that told the subjects of some of the cases: a claim takes them on.</summary>
    public static async Task<Dictionary<(string Policy, long Subject, string CaseKey), Entitlement>> ToldAsync(EntitlementStore store, IReadOnlyList<CaseToDecide> cases, CancellationToken cancel)
    {
        var told = new Dictionary<(string, long, string), Entitlement>();
        foreach (var policy in cases.Where(c => c.Judged is not null).GroupBy(c => c.Plan.Policy.Id))
        {
            var plan = policy.First().Plan;
            foreach (var subjects in policy.Select(c => c.Row!.Id).Distinct().Chunk(EntitlementStore.NumbersAtOnce))
            {
                var found = await store.Query.Where(e => e.Policy == policy.Key && e.State == EntitlementState.Notified && subjects.Contains(e.SubjectId)).ToListAsync(cancel).ConfigureAwait(false);
                foreach (var entitlement in found)
                {
                    told[(entitlement.Policy, entitlement.SubjectId, KeyOf(plan, entitlement.CaseKey))] = entitlement;
                }
            }
        }

        return told;
    }

    /// <summary>Accepts the claim of a case and puts its verdict into the book.</summary>
    /// <param name="book">The book.</param>
    /// <param name="audience">The policies.</param>
    /// <param name="one">The case, with its verdict.</param>
    /// <param name="told">Entitlements that told the subject.</param>
    /// <param name="receipt">The receipt of the same act; null for a new one.</param>
    /// <param name="onBehalf">Whether an officer claims for the subject.</param>
    public static Entitlement Submit(
        ClaimBook book, ClaimAudience audience, CaseToDecide one, Dictionary<(string Policy, long Subject, string CaseKey), Entitlement> told, string? receipt, bool onBehalf)
    {
        var judged = one.Judged!;
        if (!told.Remove((judged.Plan.Policy.Id, judged.Row.Id, KeyOf(judged.Plan, judged.CaseKey)), out var entitlement))
        {
            entitlement = book.Open(audience, judged);
        }

        one.Entitlement = entitlement.Id;
        var refused = one.Verdict is ClaimVerdict.Ineligible or ClaimVerdict.EventTaken;
        book.Decide(entitlement, judged, DecidedBy.Model, usesEvents: !refused);
        book.Accept(entitlement, receipt, onBehalf);
        switch (one.Verdict)
        {
            case ClaimVerdict.Grantable:
                book.Grant(entitlement, audience, judged, DecidedBy.Model);
                break;
            case ClaimVerdict.MustWait:
                book.Queue(entitlement, one.WaitsFor);
                break;
            case ClaimVerdict.Ineligible when one.Plan.IsAutomatic:
                Refuse(book, entitlement, EntitlementReasons.Failed(judged.Plan.Policy, judged.Decision.Failed));
                break;
            case ClaimVerdict.EventTaken:
                Refuse(book, entitlement, EntitlementReasons.EventTaken);
                break;
            case ClaimVerdict.Undetermined:
                entitlement.Reopen(book.Moment, EntitlementReasons.DatumMissing);
                book.Tell(NoticeKind.DatumMissing, entitlement);
                break;
        }

        return entitlement;
    }

    /// <summary>What a claim is matched by with what was told: of a list that may be claimed on any day, the day does not matter.</summary>
    private static string KeyOf(ClaimPlan plan, string caseKey) => plan.Events is { IsListInput: true } ? "" : caseKey;

    private static void Refuse(ClaimBook book, Entitlement entitlement, LocalizedText reason)
    {
        entitlement.AmountFen = 0;
        entitlement.End(EntitlementDeed.Refused, book.Moment, reason);
        book.Tell(NoticeKind.Refused, entitlement);
    }
}

/// <summary>The part of an account that may be shown.</summary>
internal static class AccountTails
{
    /// <summary>The last four characters of an account.</summary>
    public static string Of(string account) => account.Length <= 4 ? account : account[^4..];
}
