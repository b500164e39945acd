using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Web;

namespace Wenbao.Policies.Pages.Texts;

/// <summary>Texts of the pages about claims, entitlements, money and notices. One property a key; the texts stand in <c>ClaimTexts.resx</c> (Chinese) and <c>ClaimTexts.en.resx</c>.</summary>
internal static class ClaimTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new(typeof(ClaimTexts).FullName!, typeof(ClaimTexts).Assembly);

    public static string Account => Text();

    public static string AccountKeeper => Text();

    public static string AccountMissing => Text();

    public static string AccountMissingHow => Text();

    public static string AccountOf => Text();

    public static string Advice => Text();

    public static string AdviceGrant => Text();

    public static string AdviceRefuse => Text();

    public static string AdviceWait => Text();

    public static string AllClaimed => Text();

    public static string AllRead => Text();

    public static string AlreadyDecided => Text();

    public static string AlwaysTold => Text();

    public static string AmountClause => Text();

    public static string AmountSteps => Text();

    public static string AnswerNote => Text();

    public static string AnswerSend => Text();

    public static string AnswerText => Text();

    public static string AnswerTitle => Text();

    public static string AnsweredMark => Text();

    public static string ArrivedOnAccount => Text();

    public static string BackToDecisions => Text();

    public static string BackToSubject => Text();

    public static string Batch => Text();

    public static string BookedNote => Text();

    public static string BookedSum => Text();

    public static string ByModel => Text();

    public static string ByPolicy => Text();

    public static string ByState => Text();

    public static string BySystem => Text();

    public static string Claim => Text();

    public static string ClaimFormOf => Text();

    public static string ClaimableUntil => Text();

    public static string ClaimedOn => Text();

    public static string ClearFilter => Text();

    public static string Conditions => Text();

    public static string ConditionsAndAmount => Text();

    public static string ConfirmAndClaim => Text();

    public static string Decide => Text();

    public static string DecideTitle => Text();

    public static string DecidedBy => Text();

    public static string DecisionsCount => Text();

    public static string DecisionsNone => Text();

    public static string DecisionsTitle => Text();

    public static string Deeds => Text();

    public static string DigestOf => Text();

    public static string DoneAnswer => Text();

    public static string DoneClaim => Text();

    public static string DoneGrant => Text();

    public static string DoneHold => Text();

    public static string DoneNotify => Text();

    public static string DoneQueued => Text();

    public static string DoneRead => Text();

    public static string DoneRefuse => Text();

    public static string DoneRevoke => Text();

    public static string DoneServe => Text();

    public static string DoneSettings => Text();

    public static string DoneUnhold => Text();

    public static string EntitlementsNone => Text();

    public static string EntitlementsTitle => Text();

    public static string FiguresApproved => Text();

    public static string FiguresGranted => Text();

    public static string FiguresHow => Text();

    public static string FiguresLongest => Text();

    public static string FiguresMedian => Text();

    public static string FiguresRefused => Text();

    public static string FiguresReturned => Text();

    public static string FiguresSubmitted => Text();

    public static string FiguresTitle => Text();

    public static string FiguresToPay => Text();

    public static string FilterLabel => Text();

    public static string FilterText => Text();

    public static string FirstPage => Text();

    public static string FrozenTitle => Text();

    public static string GoDecide => Text();

    public static string Grant => Text();

    public static string GrantAmount => Text();

    public static string GrantNote => Text();

    public static string HeldMark => Text();

    public static string HeldNote => Text();

    public static string Hold => Text();

    public static string HoldWhy => Text();

    public static string InboxEmpty => Text();

    public static string InboxPages => Text();

    public static string InboxTitle => Text();

    public static string LateBy => Text();

    public static string LateCount => Text();

    public static string LateDueOn => Text();

    public static string LateGrantedOn => Text();

    public static string LateLead => Text();

    public static string LateNoPromise => Text();

    public static string LateNone => Text();

    public static string LateOldest => Text();

    public static string LateTitle => Text();

    public static string LateWhere => Text();

    public static string Line => Text();

    public static string ListPages => Text();

    public static string MarkAllRead => Text();

    public static string MoneyNone => Text();

    public static string MoneyTitle => Text();

    public static string New => Text();

    public static string NewestFirst => Text();

    public static string NextBank => Text();

    public static string NextBooked => Text();

    public static string NextClaim => Text();

    public static string NextDatum => Text();

    public static string NextEnded => Text();

    public static string NextMend => Text();

    public static string NextNothing => Text();

    public static string NextPage => Text();

    public static string NextPaid => Text();

    public static string NextPublicity => Text();

    public static string NextPublished => Text();

    public static string NextQueue => Text();

    public static string NextRecovering => Text();

    public static string NextReview => Text();

    public static string NextTold => Text();

    public static string NoCeiling => Text();

    public static string NotDecided => Text();

    public static string Number => Text();

    public static string NumberOf => Text();

    public static string OldestFirst => Text();

    public static string OthersAll => Text();

    public static string OthersNone => Text();

    public static string OthersTitle => Text();

    public static string OwnClaim => Text();

    public static string PaidForIt => Text();

    public static string PaidOn => Text();

    public static string PaidOnto => Text();

    public static string PaidToOther => Text();

    public static string PayoutsBy => Text();

    public static string PayoutsDownload => Text();

    public static string PayoutsFrom => Text();

    public static string PayoutsHow => Text();

    public static string PayoutsLead => Text();

    public static string PayoutsNone => Text();

    public static string PayoutsShow => Text();

    public static string PayoutsTitle => Text();

    public static string PayoutsTo => Text();

    public static string Period => Text();

    public static string Place => Text();

    public static string PlaceInQueue => Text();

    public static string PromiseAuto => Text();

    public static string PromiseInstant => Text();

    public static string PromiseReview => Text();

    public static string PublicUntil => Text();

    public static string QueueCount => Text();

    public static string QueueFree => Text();

    public static string QueueLink => Text();

    public static string QueueNone => Text();

    public static string QueueOrder => Text();

    public static string QueueRule => Text();

    public static string QueueTitle => Text();

    public static string QueueWanted => Text();

    public static string ReceiptCases => Text();

    public static string ReceiptNumber => Text();

    public static string ReceiptOf => Text();

    public static string ReceiptTitle => Text();

    public static string Received => Text();

    public static string ReceivedNote => Text();

    public static string Refuse => Text();

    public static string RefuseWhy => Text();

    public static string Replay => Text();

    public static string ReplaySame => Text();

    public static string Revoke => Text();

    public static string RevokeWhy => Text();

    public static string SaveWishes => Text();

    public static string SeeFile => Text();

    public static string SeeInbox => Text();

    public static string SeeMoney => Text();

    public static string SeeNumber => Text();

    public static string SeeProgress => Text();

    public static string SeeProgressOf => Text();

    public static string SeeWhatIsMissing => Text();

    public static string SentBackWhy => Text();

    public static string Serve => Text();

    public static string ServeNote => Text();

    public static string Since => Text();

    public static string State => Text();

    public static string Subject => Text();

    public static string Submit => Text();

    public static string TellFound => Text();

    public static string TellFoundHow => Text();

    public static string Timeline => Text();

    public static string UnderWay => Text();

    public static string UnderWayNote => Text();

    public static string Unhold => Text();

    public static string UnreadCount => Text();

    public static string VersionAway => Text();

    public static string VersionOf => Text();

    public static string Waited => Text();

    public static string WaitingSum => Text();

    public static string WantedSoFar => Text();

    public static string WhatNext => Text();

    public static string WhereMoney => Text();

    public static string Why => Text();

    public static string WishesHowOften => Text();

    public static string WishesNote => Text();

    public static string WishesTell => Text();

    public static string WishesTitle => Text();

    public static string WithBankSince => Text();

    public static string WorkingDays => Text();

    /// <summary>A text in both languages.</summary>
    /// <param name="key">The name of one of the properties.</param>
    public static LocalizedText Both(string key) => new(In(Languages.All[0], key), In(Languages.All[1], key));

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Text([CallerMemberName] string key = "") => All[key];

    private static string In(CultureInfo language, string key)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            return All[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
