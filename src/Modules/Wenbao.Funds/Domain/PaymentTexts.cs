using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>How stages, states and reasons of payments are called, on pages and in the command line alike.</summary>
public static class PaymentTexts
{
    /// <summary>A stage's name. What was handed over or accepted is never called paid.</summary>
    public static LocalizedText Name(PaymentStage stage) => stage switch
    {
        PaymentStage.Committed => new("已承诺，待公示", "committed, to be published"),
        PaymentStage.Published => new("公示中", "published, open to objections"),
        PaymentStage.Held => new("暂缓，正在核实", "held, being looked into"),
        PaymentStage.Payable => new("待拨付", "cleared for payment"),
        PaymentStage.Batched => new("已列入批次", "in a batch"),
        PaymentStage.HandedOver => new("已送交银行", "handed over to the bank"),
        PaymentStage.Accepted => new("银行已受理", "accepted by the bank"),
        PaymentStage.Paid => new("已到账", "paid"),
        PaymentStage.Returned => new("退回待处理", "came back, to be mended"),
        PaymentStage.Released => new("已退回预算", "returned to the budget"),
        PaymentStage.Booked => new("已入账减免", "booked as relief"),
        PaymentStage.Recovering => new("追回中", "being claimed back"),
        _ => new("已追回", "claimed back"),
    };

    /// <summary>A batch's stage.</summary>
    public static LocalizedText Name(BatchStage stage) => stage switch
    {
        BatchStage.Made => new("待复核", "waits for release"),
        BatchStage.Released => new("已放行，待送交", "released, to be handed over"),
        BatchStage.HandedOver => new("已送交银行", "handed over to the bank"),
        _ => new("已撤回", "withdrawn"),
    };

    /// <summary>What the bank's word about a payment comes to.</summary>
    public static LocalizedText Name(BatchItemState state) => state switch
    {
        BatchItemState.Planned => new("未送交", "not handed over"),
        BatchItemState.Dropped => new("已剔除", "taken out"),
        BatchItemState.HandedOver => new("已送交，未答复", "handed over, no answer"),
        BatchItemState.Accepted => new("已受理，未到账", "accepted, not proven"),
        BatchItemState.Rejected => new("已拒付", "rejected"),
        BatchItemState.Paid => new("已到账", "paid"),
        _ => new("已退汇", "came back"),
    };

    /// <summary>What became of an item of a published list.</summary>
    public static LocalizedText Name(PublicItemState state) => state switch
    {
        PublicItemState.Open => new("公示中", "open to objections"),
        PublicItemState.Held => new("暂缓，正在核实", "held, being looked into"),
        PublicItemState.Over => new("公示期满", "publicity over"),
        _ => new("已撤销", "withdrawn"),
    };

    /// <summary>What came of an objection.</summary>
    public static LocalizedText Name(ObjectionState state) => state switch
    {
        ObjectionState.Open => new("待处理", "to be decided"),
        ObjectionState.Upheld => new("成立", "upheld"),
        _ => new("不成立", "dismissed"),
    };

    /// <summary>How far a recovery is.</summary>
    public static LocalizedText Name(RecoveryState state) => state switch
    {
        RecoveryState.Claimed => new("待审批", "to be approved"),
        RecoveryState.Approved => new("已批准，待收回", "approved, outstanding"),
        RecoveryState.Refused => new("不予追回", "refused"),
        _ => new("已收回", "received"),
    };

    /// <summary>What a bank's file is.</summary>
    public static LocalizedText Name(BankMessageKind kind) => kind == BankMessageKind.StatusReport
        ? new("支付状态报告", "status report")
        : new("账户对账单", "account statement");

    /// <summary>Why a person must look at something.</summary>
    public static LocalizedText Name(BankExceptionKind kind) => kind switch
    {
        BankExceptionKind.UnknownBatch => new("不认识的批次", "unknown batch"),
        BankExceptionKind.UnknownPayment => new("不认识的付款", "unknown payment"),
        BankExceptionKind.UnknownStatus => new("不认识的状态", "unknown status"),
        BankExceptionKind.SumsDiffer => new("笔数或合计不符", "number or sum differs"),
        BankExceptionKind.AmountDiffers => new("金额不符", "amount differs"),
        BankExceptionKind.RejectedAndPaid => new("拒付后又付出", "rejected and yet paid"),
        BankExceptionKind.PaidTwice => new("一笔付出两次", "paid twice"),
        BankExceptionKind.AnsweredTooLate => new("更正或退回后又有入账", "booked after it was given up"),
        BankExceptionKind.UnexplainedDebit => new("不明支出", "unexplained debit"),
        BankExceptionKind.UnexplainedCredit => new("不明收入", "unexplained credit"),
        BankExceptionKind.BookingNotDetailed => new("汇总入账无法对应", "batch booking that fits no payments"),
        BankExceptionKind.RecoveryExceeded => new("追回款超出应收", "more than the recovery wants"),
        BankExceptionKind.StatementAltered => new("对账单内容前后不一", "statement came again otherwise"),
        _ => new("不是付款账户", "an account that pays nothing of ours"),
    };
}
