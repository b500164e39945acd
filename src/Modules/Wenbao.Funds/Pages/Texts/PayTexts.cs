using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Platform.Web;

namespace Wenbao.Funds.Pages.Texts;

/// <summary>Texts of the pages of publicity, payment and recovery. One property a key; the texts stand in <c>PayTexts.resx</c> (Chinese) and <c>PayTexts.en.resx</c>.</summary>
internal static class PayTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue Catalogue { get; } = new(typeof(PayTexts).FullName!, typeof(PayTexts).Assembly);

    public static string AccountName => Text();

    public static string AccountNumber => Text();

    public static string AccountTail => Text();

    public static string Agrees => Text();

    public static string All => Text();

    public static string AllLines => Text();

    public static string Amount => Text();

    public static string AmountYuan => Text();

    public static string AnotherApproves => Text();

    public static string AnotherReleases => Text();

    public static string Answers => Text();

    public static string ApproveRecovery => Text();

    public static string ApproveRecoveryNumber => Text();

    public static string BackToBatches => Text();

    public static string BackToDesk => Text();

    public static string BackToLists => Text();

    public static string BankAndBooksAgree => Text();

    public static string BankAndBooksDiffer => Text();

    public static string BankCode => Text();

    public static string BankCredits => Text();

    public static string BankDebits => Text();

    public static string BankFile => Text();

    public static string BankFileNote => Text();

    public static string BankLead => Text();

    public static string BankMessages => Text();

    public static string BankName => Text();

    public static string BankReference => Text();

    public static string BatchNumber => Text();

    public static string BatchTitle => Text();

    public static string Batches => Text();

    public static string BatchesHandedOver => Text();

    public static string BatchesLead => Text();

    public static string BatchesMade => Text();

    public static string BatchesToHandOver => Text();

    public static string BatchesToRelease => Text();

    public static string BooksPaid => Text();

    public static string BooksReturned => Text();

    public static string ClaimNote => Text();

    public static string ClaimRecovery => Text();

    public static string CloseException => Text();

    public static string CloseExceptionNumber => Text();

    public static string CommittedUntil => Text();

    public static string ControlSum => Text();

    public static string DayByDay => Text();

    public static string DayTitle => Text();

    public static string Decide => Text();

    public static string DecideObjection => Text();

    public static string Deed => Text();

    public static string Desk => Text();

    public static string DeskLead => Text();

    public static string Differs => Text();

    public static string Dismiss => Text();

    public static string DownloadFile => Text();

    public static string DownloadNote => Text();

    public static string Entitlement => Text();

    public static string EntitlementLabel => Text();

    public static string EntitlementNumber => Text();

    public static string Exceptions => Text();

    public static string ExceptionsLead => Text();

    public static string ExceptionsToClose => Text();

    public static string FailedAccount => Text();

    public static string FileDigest => Text();

    public static string FirstPage => Text();

    public static string FromDay => Text();

    public static string FromMessage => Text();

    public static string HandOver => Text();

    public static string HandOverNote => Text();

    public static string HandedOverIsNotPaid => Text();

    public static string HandedOverOn => Text();

    public static string HowToObject => Text();

    public static string HowToObjectNote => Text();

    public static string ImportMessage => Text();

    public static string ItemHeading => Text();

    public static string ItemOfList => Text();

    public static string Items => Text();

    public static string ItemsCount => Text();

    public static string LatePayments => Text();

    public static string Line => Text();

    public static string ListCaption => Text();

    public static string ListNumber => Text();

    public static string ListOver => Text();

    public static string ListTitle => Text();

    public static string ListsMade => Text();

    public static string MadeBy => Text();

    public static string MakeBatch => Text();

    public static string MakeBatchOf => Text();

    public static string MakeBatchOfAll => Text();

    public static string Mend => Text();

    public static string MendNote => Text();

    public static string MendNumber => Text();

    public static string MendReason => Text();

    public static string MendThis => Text();

    public static string Message => Text();

    public static string MessageName => Text();

    public static string MessagesRead => Text();

    public static string MorePages => Text();

    public static string NameTitle => Text();

    public static string NewFacts => Text();

    public static string NewestFirst => Text();

    public static string NextPage => Text();

    public static string NoBatches => Text();

    public static string NoExceptions => Text();

    public static string NoLists => Text();

    public static string NoMessages => Text();

    public static string NoMovements => Text();

    public static string NoObjections => Text();

    public static string NoOpenExceptions => Text();

    public static string NoOpenObjections => Text();

    public static string NoPayments => Text();

    public static string NoRecoveries => Text();

    public static string None => Text();

    public static string NoteLabel => Text();

    public static string NothingCleared => Text();

    public static string NothingReturned => Text();

    public static string NothingToPublish => Text();

    public static string NothingWaits => Text();

    public static string Object => Text();

    public static string ObjectLate => Text();

    public static string ObjectNote => Text();

    public static string ObjectToItem => Text();

    public static string ObjectionNumber => Text();

    public static string Objections => Text();

    public static string ObjectionsLead => Text();

    public static string ObjectionsOpen => Text();

    public static string ObjectionsToDecide => Text();

    public static string OpenOnly => Text();

    public static string Outcome => Text();

    public static string PagesOfPayments => Text();

    public static string PaidOut => Text();

    public static string Payee => Text();

    public static string PaymentsByState => Text();

    public static string PaymentsOfBatch => Text();

    public static string PaymentsShown => Text();

    public static string Period => Text();

    public static string PolicyTitle => Text();

    public static string Publicity => Text();

    public static string PublicityLead => Text();

    public static string Publish => Text();

    public static string PublishMany => Text();

    public static string PublishNote => Text();

    public static string PublishOne => Text();

    public static string PublishedOn => Text();

    public static string RaisedOn => Text();

    public static string RaisedOnDay => Text();

    public static string Reason => Text();

    public static string ReceiptNumber => Text();

    public static string ReceivedBy => Text();

    public static string ReceivedOn => Text();

    public static string ReceivedSoFar => Text();

    public static string Reconciliation => Text();

    public static string ReconciliationLead => Text();

    public static string RecordNote => Text();

    public static string RecordReceipt => Text();

    public static string RecordReceiptNumber => Text();

    public static string Recoveries => Text();

    public static string RecoveriesLead => Text();

    public static string RecoveriesToApprove => Text();

    public static string RecoveryNumber => Text();

    public static string RefuseRecovery => Text();

    public static string RefuseRecoveryNumber => Text();

    public static string Release => Text();

    public static string ReleaseNote => Text();

    public static string ReleaseThis => Text();

    public static string ReleasedBy => Text();

    public static string ResolveReason => Text();

    public static string Returned => Text();

    public static string ReturnedLead => Text();

    public static string ReturnedToMend => Text();

    public static string Says => Text();

    public static string SendObjection => Text();

    public static string Show => Text();

    public static string State => Text();

    public static string ToBatch => Text();

    public static string ToBeChecked => Text();

    public static string ToBudget => Text();

    public static string ToBudgetNote => Text();

    public static string ToBudgetNumber => Text();

    public static string ToDay => Text();

    public static string ToPublish => Text();

    public static string Total => Text();

    public static string TransferReference => Text();

    public static string UnexplainedCredits => Text();

    public static string UnexplainedDebits => Text();

    public static string UnexplainedSum => Text();

    public static string Until => Text();

    public static string Uphold => Text();

    public static string WaitingByLine => Text();

    public static string WaitsSince => Text();

    public static string WaitsSinceDay => Text();

    public static string WhatIsWrong => Text();

    public static string WhatWasFound => Text();

    public static string Why => Text();

    public static string Withdraw => Text();

    public static string WithdrawNote => Text();

    public static string WorkWaiting => Text();

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Text([CallerMemberName] string key = "") => Catalogue[key];
}
