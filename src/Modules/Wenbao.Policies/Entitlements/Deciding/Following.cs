using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>Lets entitlements that are not granted yet follow the facts (随数据变化).</summary>
internal static class Following
{
    /// <summary>One that the subject was told of: the new amount, or its end.</summary>
    public static void Told(ClaimBook book, CaseToDecide one)
    {
        var entitlement = one.Target.Existing!;
        if (one.Judged is not { IsEligible: true } judged || one.Verdict == ClaimVerdict.EventTaken)
        {
            End(book, one, EntitlementDeed.Lapsed);
        }
        else if (entitlement.Adjust(book.Moment, judged.Amount) | entitlement.Extend(book.Moment, judged.Plan.Policy.Validity.To))
        {
            entitlement.PolicyVersion = judged.Plan.Policy.Version;
            book.Touch(entitlement);
        }
    }

    /// <summary>One that waits for money: the new amount at its place, or its end; without a datum it leaves the queue.</summary>
    public static void Waiting(ClaimBook book, CaseToDecide one)
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
            book.Decide(entitlement, judged, DecidedBy.Model, usesEvents: true);
        }
    }

    /// <summary>One that waits for a person or a datum: with the datum an automatic policy decides; else the model's advice is renewed.</summary>
    public static void Claimed(ClaimBook book, ClaimAudience audience, CaseToDecide one)
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
                book.Queue(entitlement);
                break;
            case ClaimVerdict.Ineligible when one.Plan.IsAutomatic:
                book.Decide(entitlement, one.Judged!, DecidedBy.Model, usesEvents: false);
                entitlement.End(EntitlementDeed.Refused, book.Moment, Why(one));
                book.Tell(NoticeKind.Refused, entitlement);
                break;
            case ClaimVerdict.Ineligible or ClaimVerdict.EventTaken or ClaimVerdict.NoCase when entitlement.AmountFen > 0 || one.Verdict == ClaimVerdict.NoCase:
                End(book, one, EntitlementDeed.Lapsed);
                break;
            case ClaimVerdict.Eligible when entitlement.Adjust(book.Moment, one.Judged!.Amount):
                book.Decide(entitlement, one.Judged, DecidedBy.Model, usesEvents: true);
                break;
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
