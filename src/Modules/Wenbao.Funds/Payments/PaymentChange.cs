using Wenbao.Funds.Persistence;

namespace Wenbao.Funds.Payments;

/// <summary>What new facts change about one payment.</summary>
/// <param name="Payment">The payment, in the state it had.</param>
/// <param name="Facts">Every fact known now.</param>
internal sealed record PaymentChange(SentPayment Payment, AttemptFacts Facts)
{
    /// <summary>The state that the facts come to.</summary>
    public AttemptState NewState => Facts.State;

    public bool HasMoved => NewState != Payment.State;

    /// <summary>Whether the statement proves only now that it left, or that it left once more after it had come back.</summary>
    public bool BecomesPaid => LeavesFirst || LeavesAgain;

    private bool LeavesFirst => HasLeft(NewState) && !HasLeft(Payment.State);

    private bool LeavesAgain => NewState == AttemptState.Paid && Payment.State == AttemptState.Returned;

    /// <summary>Whether the bank's word still decides: the attempt is the one that counts, and the money was neither given up nor claimed back meanwhile.</summary>
    public bool IsAnswerable => Payment.Money.CurrentAttempt == Payment.Attempt
        && Payment.Money.Stage is PaymentStage.HandedOver or PaymentStage.Accepted or PaymentStage.Paid or PaymentStage.Returned or PaymentStage.Payable;

    /// <summary>Whether it was rejected or came back, was mended since, and nothing new outweighs that: then it goes on waiting for its next batch.</summary>
    public bool StaysMended => Payment.Money.Stage == PaymentStage.Payable && !HasMoved;

    /// <summary>The day of the state: the booking day where a statement tells one.</summary>
    public DateOnly StateOn(DateOnly today) => NewState switch
    {
        AttemptState.Paid => Facts.DebitedOn ?? today,
        AttemptState.Returned => Facts.ReturnedOn ?? today,
        _ => today,
    };

    /// <summary>The stage of the money in a state of the payment.</summary>
    public static PaymentStage StageOf(AttemptState state) => state switch
    {
        AttemptState.Accepted => PaymentStage.Accepted,
        AttemptState.Rejected or AttemptState.Returned => PaymentStage.Returned,
        AttemptState.Paid => PaymentStage.Paid,
        _ => PaymentStage.HandedOver,
    };

    /// <summary>How the money moves from the old state to the new one: what, on which day, and by which entries.</summary>
    public IEnumerable<(VoucherKind Kind, DateOnly On, IEnumerable<EntryDraft> Entries)> Steps(DateOnly today)
    {
        if (NewState == AttemptState.Rejected && Payment.State != AttemptState.Rejected)
        {
            yield return (VoucherKind.Rejection, today, Payment.Money.Entries(FundStage.Payable, FundStage.InTransit));
        }

        if (LeavesFirst)
        {
            // What was rejected before lies among what is payable.
            var from = Payment.State == AttemptState.Rejected ? FundStage.Payable : FundStage.InTransit;
            yield return (VoucherKind.Payment, Facts.DebitedOn ?? today, Payment.Money.Entries(FundStage.Paid, from));
        }

        if (LeavesAgain)
        {
            // The return answered one debit of several: it is taken back on its own day, as if the debits had been known before.
            yield return (VoucherKind.Return, Facts.ReturnedOn ?? today, Payment.Money.Entries(FundStage.Returned, FundStage.Payable));
        }

        if (NewState == AttemptState.Returned && Payment.State != AttemptState.Returned)
        {
            yield return (VoucherKind.Return, Facts.ReturnedOn ?? today, Payment.Money.Entries(FundStage.Payable, FundStage.Returned));
        }
    }

    private static bool HasLeft(AttemptState state) => state is AttemptState.Paid or AttemptState.Returned;
}
