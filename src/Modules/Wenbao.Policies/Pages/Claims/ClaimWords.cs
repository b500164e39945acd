using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Controls;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>States, places and actors as signs and words.</summary>
internal static class ClaimWords
{
    /// <summary>The sign of a state.</summary>
    public static StateKind Sign(EntitlementState state) => state switch
    {
        EntitlementState.Settled => StateKind.Good,
        EntitlementState.Granted => StateKind.Good,
        EntitlementState.Notified => StateKind.Star,
        EntitlementState.Claimed or EntitlementState.Waiting => StateKind.Near,
        _ => StateKind.Bad,
    };

    /// <summary>The sign of where money is. Only what a statement proves, or what is booked or had, is told as good.</summary>
    public static StateKind Sign(MoneyPlace place) => place switch
    {
        MoneyPlace.Paid or MoneyPlace.Booked or MoneyPlace.Had or MoneyPlace.Lent or MoneyPlace.GivenBack => StateKind.Good,
        MoneyPlace.ToClaim => StateKind.Star,
        MoneyPlace.Held or MoneyPlace.Objected or MoneyPlace.SentBack or MoneyPlace.Recovering => StateKind.Unknown,
        MoneyPlace.Refused or MoneyPlace.TakenBack or MoneyPlace.Lapsed or MoneyPlace.Recovered => StateKind.Bad,
        _ => StateKind.Near,
    };

    /// <summary>Who did something.</summary>
    public static string Actor(string actor) => actor switch
    {
        "model" => ClaimTexts.ByModel,
        "system" => ClaimTexts.BySystem,
        _ => DemoUsers.All.FirstOrDefault(u => u.Actor == actor)?.Name.For() ?? actor,
    };

    /// <summary>What happens next to an entitlement, in order, as its owner is told.</summary>
    /// <param name="detail">The entitlement.</param>
    /// <param name="publicityDays">Working days of publicity; null where nothing is published.</param>
    public static IEnumerable<string> NextSteps(EntitlementDetail detail, int? publicityDays)
    {
        switch (detail.Item.State)
        {
            case EntitlementState.Notified:
                yield return ClaimTexts.NextClaim;
                yield break;
            case EntitlementState.Claimed:
                yield return detail.Mode == "review" && detail.Reason is null ? ClaimTexts.NextReview : ClaimTexts.NextDatum;
                yield return ClaimTexts.NextTold;
                break;
            case EntitlementState.Waiting:
                yield return ClaimTexts.Fill(ClaimTexts.NextQueue, ReaderText.Count(detail.Position ?? 1));
                yield return ClaimTexts.NextTold;
                break;
            case EntitlementState.Granted or EntitlementState.Settled:
                break;
            default:
                yield return ClaimTexts.NextEnded;
                yield break;
        }

        foreach (var step in MoneySteps(detail, publicityDays))
        {
            yield return step;
        }
    }

    private static IEnumerable<string> MoneySteps(EntitlementDetail detail, int? publicityDays)
    {
        if (detail.Settlement is not ("pay" or "supplier"))
        {
            if (detail.Item.State == EntitlementState.Settled)
            {
                yield return detail.Settlement == "book_only" ? ClaimTexts.NextBooked : ClaimTexts.NextNothing;
            }

            yield break;
        }

        if (detail.Place is MoneyPlace.Granted or MoneyPlace.BeingDecided or MoneyPlace.WaitsForMoney && publicityDays is { } days)
        {
            yield return ClaimTexts.Fill(ClaimTexts.NextPublicity, days);
        }

        if (detail.Place is MoneyPlace.Published && detail.Payment?.PublicUntil is { } until)
        {
            yield return ClaimTexts.Fill(ClaimTexts.NextPublished, ReaderText.Day(until));
        }

        yield return detail.Place switch
        {
            MoneyPlace.Paid when detail.Payment?.PaidOn is { } paid => ClaimTexts.Fill(ClaimTexts.NextPaid, ReaderText.Day(paid)),
            MoneyPlace.SentBack => ClaimTexts.NextMend,
            MoneyPlace.Recovering => ClaimTexts.NextRecovering,
            _ => ClaimTexts.NextBank,
        };
    }
}
