using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>Lets entitlements that are not granted yet follow the facts (随数据变化).</summary>
internal static class Following
{
    /// <summary>One that the subject was told of: the new amount, or its end.</summary>
    public static void Told(ClaimBook book, CaseToDecide one)
    {
        var entitlement = one.Target.Existing!;
        var lastDay = ClaimTerm.LastDay(one.Plan.Policy, one.On);
        if (lastDay < book.Moment.On)
        {
            book.Touch(entitlement);
            entitlement.End(EntitlementDeed.Lapsed, book.Moment, lastDay < entitlement.ClaimableUntil ? EntitlementReasons.PolicyEnded : EntitlementReasons.NotClaimedInTime);
            book.Tell(NoticeKind.Lapsed, entitlement);
        }
        else if (one.Judged is not { IsEligible: true } judged || one.Verdict == ClaimVerdict.EventTaken)
        {
            End(book, one, EntitlementDeed.Lapsed);
        }
        else if (entitlement.Adjust(book.Moment, judged.Amount) | entitlement.Extend(book.Moment, lastDay))
        {
            entitlement.PolicyVersion = judged.Plan.Policy.Version;
            book.Touch(entitlement);
        }
    }

    /// <summary>One that waits for money: the new amount at its place, or its end; without a datum it leaves the queue.</summary>
    /// <param name="book">The book.</param>
    /// <param name="one">The case decided again.</param>
    /// <param name="approver">Who decided that it be granted: an actor's id, or the model.</param>
    public static void Waiting(ClaimBook book, CaseToDecide one, string approver)
    {
        var entitlement = one.Target.Existing!;
        if (one.Verdict == ClaimVerdict.Undetermined)
        {
            book.Decide(entitlement, one.Judged!, DecidedBy.Model, usesEvents: true);
            entitlement.Reopen(book.Moment, EntitlementReasons.DatumMissing);
            book.Tell(NoticeKind.DatumMissing, entitlement);
        }
        else if (one.Judged is not { IsEligible: true } judged || one.Verdict == ClaimVerdict.EventTaken)
        {
            End(book, one, EntitlementDeed.Lapsed);
        }
        else if (entitlement.Adjust(book.Moment, judged.Amount))
        {
            book.Decide(entitlement, judged, approver, usesEvents: true);
        }
    }

    /// <summary>One that waits for a person or a datum: with the datum an automatic policy decides; else the model's advice is renewed.</summary>
    /// <param name="book">The book.</param>
    /// <param name="audience">The policies.</param>
    /// <param name="one">The case decided again.</param>
    /// <param name="before">The advice so far; null when there is none.</param>
    public static void Claimed(ClaimBook book, ClaimAudience audience, CaseToDecide one, FrozenDecision? before)
    {
        var entitlement = one.Target.Existing!;
        switch (one.Verdict)
        {
            case ClaimVerdict.Grantable:
                book.Decide(entitlement, one.Judged!, DecidedBy.Model, usesEvents: true);
                book.Grant(entitlement, audience, one.Judged!, DecidedBy.Model);
                break;
            case ClaimVerdict.MustWait:
                book.Decide(entitlement, one.Judged!, DecidedBy.Model, usesEvents: true);
                book.Queue(entitlement, one.WaitsFor);
                break;
            case ClaimVerdict.Ineligible when one.Plan.IsAutomatic:
                book.Decide(entitlement, one.Judged!, DecidedBy.Model, usesEvents: false);
                entitlement.End(EntitlementDeed.Refused, book.Moment, Why(one));
                book.Tell(NoticeKind.Refused, entitlement);
                break;
            case ClaimVerdict.Ineligible or ClaimVerdict.EventTaken or ClaimVerdict.NoCase when entitlement.AmountFen > 0 || one.Verdict == ClaimVerdict.NoCase:
                End(book, one, EntitlementDeed.Lapsed);
                break;
            default:
                Advise(book, one, before);
                break;
        }
    }

    /// <summary>Renews the model's advice where outcome, failing conditions, amount or line differ.</summary>
    private static void Advise(ClaimBook book, CaseToDecide one, FrozenDecision? before)
    {
        var (entitlement, judged) = (one.Target.Existing!, one.Judged!);
        var failed = judged.Plan.Policy.Conditions.Where((_, i) => (judged.Decision.Failed & (1u << i)) != 0).Select(c => c.Id);
        var isElsewhere = one.Verdict == ClaimVerdict.Eligible && entitlement.Line != judged.Funding?.Line;
        if (before is not null && !isElsewhere && before.Outcome == judged.Decision.Outcome && entitlement.AmountFen == judged.Amount.Fen && before.Failed.SequenceEqual(failed, StringComparer.Ordinal))
        {
            return;
        }

        book.Decide(entitlement, judged, DecidedBy.Model, usesEvents: one.Verdict is not (ClaimVerdict.Ineligible or ClaimVerdict.EventTaken));
        if (one.Verdict == ClaimVerdict.Undetermined && before?.Outcome != Outcome.Undetermined)
        {
            entitlement.Reopen(book.Moment, EntitlementReasons.DatumMissing);
            book.Tell(NoticeKind.DatumMissing, entitlement);
        }
        else
        {
            entitlement.Renew(book.Moment);
        }
    }

    /// <summary>Ends an entitlement that is no longer there to be had, and says why.</summary>
    public static void End(ClaimBook book, CaseToDecide one, EntitlementDeed deed)
    {
        var entitlement = one.Target.Existing!;
        book.Touch(entitlement);
        entitlement.End(deed, book.Moment, Why(one));
        if (entitlement.ClaimedOn is not null)
        {
            book.Tell(NoticeKind.Lapsed, entitlement);
        }
    }

    /// <summary>Why a case is not eligible.</summary>
    public static LocalizedText Why(CaseToDecide one) => one switch
    {
        { Verdict: ClaimVerdict.EventTaken } => EntitlementReasons.EventTaken,
        { Judged: { IsEligible: false } judged } => EntitlementReasons.Failed(judged.Plan.Policy, judged.Decision.Failed),
        _ => EntitlementReasons.CaseGone,
    };
}
