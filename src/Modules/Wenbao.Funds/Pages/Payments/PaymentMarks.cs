using Wenbao.WebKit.Controls;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>How states of payments are marked. Only what a statement proves is marked as good: handed over and accepted are half the way.</summary>
internal static class PaymentMarks
{
    public static StateKind Of(BatchStage stage) => stage switch
    {
        BatchStage.Made => StateKind.Waiting,
        BatchStage.Withdrawn => StateKind.Bad,
        _ => StateKind.Near,
    };

    public static StateKind Of(BatchItemState state) => state switch
    {
        BatchItemState.Paid => StateKind.Good,
        BatchItemState.Rejected or BatchItemState.Returned or BatchItemState.Dropped => StateKind.Bad,
        BatchItemState.HandedOver or BatchItemState.Accepted => StateKind.Near,
        _ => StateKind.Waiting,
    };

    public static StateKind Of(PublicItemState state) => state switch
    {
        PublicItemState.Open => StateKind.Near,
        PublicItemState.Over => StateKind.Waiting,
        PublicItemState.Held => StateKind.Bad,
        _ => StateKind.Unknown,
    };

    public static StateKind Of(ObjectionState state) => state switch
    {
        ObjectionState.Open => StateKind.Waiting,
        ObjectionState.Upheld => StateKind.Bad,
        _ => StateKind.Good,
    };

    public static StateKind Of(RecoveryState state) => state switch
    {
        RecoveryState.Claimed => StateKind.Waiting,
        RecoveryState.Approved => StateKind.Near,
        RecoveryState.Refused => StateKind.Bad,
        _ => StateKind.Good,
    };
}
