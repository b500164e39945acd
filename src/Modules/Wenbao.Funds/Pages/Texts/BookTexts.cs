using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Platform.Web;

namespace Wenbao.Funds.Pages.Texts;

/// <summary>Texts of the pages of books, budget and funds. One property a key; the texts stand in <c>BookTexts.resx</c> (Chinese) and <c>BookTexts.en.resx</c>.</summary>
internal static class BookTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new(typeof(BookTexts).FullName!, typeof(BookTexts).Assembly);

    public static string Account => Text();

    public static string AccountCount => Text();

    public static string AccountEntries => Text();

    public static string AllLines => Text();

    public static string AllUses => Text();

    public static string Amount => Text();

    public static string AmountYuan => Text();

    public static string AnotherApproves => Text();

    public static string Approve => Text();

    public static string ApproveChange => Text();

    public static string ApproveCut => Text();

    public static string ApproveCutNote => Text();

    public static string AsOfDay => Text();

    public static string AverageDays => Text();

    public static string BackToBooks => Text();

    public static string Balanced => Text();

    public static string BalanceTitle => Text();

    public static string BankPercent => Text();

    public static string BankReference => Text();

    public static string Base => Text();

    public static string Books => Text();

    public static string Budget => Text();

    public static string BudgetLead => Text();

    public static string BusinessAndSpecial => Text();

    public static string ByClass => Text();

    public static string CameIn => Text();

    public static string Change => Text();

    public static string ChangeKind => Text();

    public static string Changes => Text();

    public static string ClaimsCount => Text();

    public static string Class => Text();

    public static string Classes => Text();

    public static string ClosedUpTo => Text();

    public static string CloseNote => Text();

    public static string CloseThis => Text();

    public static string Compensated => Text();

    public static string CreditAccount => Text();

    public static string CreditAmount => Text();

    public static string Credits => Text();

    public static string CreditSide => Text();

    public static string CutLeft => Text();

    public static string CutList => Text();

    public static string CutNote => Text();

    public static string CutNumber => Text();

    public static string Cuts => Text();

    public static string CutTitle => Text();

    public static string CutTotal => Text();

    public static string DaysOut => Text();

    public static string DaysOverdue => Text();

    public static string DayTitle => Text();

    public static string DebitAccount => Text();

    public static string DebitAmount => Text();

    public static string Debits => Text();

    public static string DebitsAndCredits => Text();

    public static string DebitSide => Text();

    public static string DecidedOn => Text();

    public static string Decision => Text();

    public static string DigestTitle => Text();

    public static string Download => Text();

    public static string DueFirst => Text();

    public static string DueOn => Text();

    public static string EntitlementNumber => Text();

    public static string EntitlementTitle => Text();

    public static string EntriesOfVoucher => Text();

    public static string EntryCount => Text();

    public static string ExemptBecause => Text();

    public static string Exhausted => Text();

    public static string Export => Text();

    public static string FirstEntries => Text();

    public static string FromCut => Text();

    public static string FromCutNumber => Text();

    public static string FundPage => Text();

    public static string FundSize => Text();

    public static string Ground => Text();

    public static string Hands => Text();

    public static string InsurerPercent => Text();

    public static string InUse => Text();

    public static string LentOn => Text();

    public static string LentOrBooked => Text();

    public static string Level => Text();

    public static string Line => Text();

    public static string LinesTitle => Text();

    public static string MonthClose => Text();

    public static string MonthCount => Text();

    public static string MonthLabel => Text();

    public static string MoreEntries => Text();

    public static string MorePages => Text();

    public static string NetLoss => Text();

    public static string Newest => Text();

    public static string NewestFirst => Text();

    public static string NewUses => Text();

    public static string NoAccounts => Text();

    public static string NoChanges => Text();

    public static string NoCut => Text();

    public static string NoCuts => Text();

    public static string NoEntries => Text();

    public static string NoLine => Text();

    public static string NoLines => Text();

    public static string NoMonthClosed => Text();

    public static string NoNewUse => Text();

    public static string NoRecoveries => Text();

    public static string NotBalanced => Text();

    public static string NotCut => Text();

    public static string NotCutNote => Text();

    public static string NoUses => Text();

    public static string Older => Text();

    public static string OnItsWay => Text();

    public static string OtherSide => Text();

    public static string OutNow => Text();

    public static string Overdue => Text();

    public static string PaidNet => Text();

    public static string Percent => Text();

    public static string PercentLabel => Text();

    public static string Propose => Text();

    public static string ProposeChange => Text();

    public static string ProposeCut => Text();

    public static string Reallocated => Text();

    public static string Reason => Text();

    public static string Recoveries => Text();

    public static string RecoverNote => Text();

    public static string RecoverTitle => Text();

    public static string RecoveryTerms => Text();

    public static string Reject => Text();

    public static string RejectChange => Text();

    public static string RejectCut => Text();

    public static string RestsOn => Text();

    public static string ReturnedOnDay => Text();

    public static string ReturnedTitle => Text();

    public static string ReturnTitle => Text();

    public static string ReturnUse => Text();

    public static string Show => Text();

    public static string ShowAll => Text();

    public static string ShowUsed => Text();

    public static string Sound => Text();

    public static string SoundNote => Text();

    public static string SpentAlready => Text();

    public static string State => Text();

    public static string ToBank => Text();

    public static string ToFund => Text();

    public static string ToInsurer => Text();

    public static string ToLine => Text();

    public static string TotalAmount => Text();

    public static string TrialBalance => Text();

    public static string Turnover => Text();

    public static string TurnoverOfFund => Text();

    public static string Turns => Text();

    public static string Used => Text();

    public static string UseNumber => Text();

    public static string UsesCount => Text();

    public static string UseTitle => Text();

    public static string Verify => Text();

    public static string VoucherCount => Text();

    public static string VoucherNumber => Text();

    public static string VoucherTitle => Text();

    public static string WantedCut => Text();

    public static string WhichUses => Text();

    public static string WhyLess => Text();

    public static string WrittenAt => Text();

    public static string WrittenBy => Text();

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Text([CallerMemberName] string key = "") => All[key];
}
