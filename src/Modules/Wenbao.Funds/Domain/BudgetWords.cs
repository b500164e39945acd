using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>Words for budget matters, as pages and command line show them.</summary>
public static class BudgetWords
{
    /// <summary>A cut over classes.</summary>
    public static readonly LocalizedText Cut = new("按比例压减", "Cut by percent");

    /// <summary>A kind of change.</summary>
    public static LocalizedText Of(BudgetChangeKind kind) => kind switch
    {
        BudgetChangeKind.Appropriate => new("追加", "More money"),
        BudgetChangeKind.Transfer => new("调剂", "Transfer"),
        BudgetChangeKind.CompensationRecovery => new("补偿后追回", "Recovered on a compensated loan"),
        _ => new("收回", "Taken back"),
    };

    /// <summary>Where a wish stands.</summary>
    public static LocalizedText Of(ApprovalState state) => state switch
    {
        ApprovalState.Proposed => new("待审批", "Waiting for approval"),
        ApprovalState.Approved => new("已审批", "Approved"),
        _ => new("已退回", "Rejected"),
    };

    /// <summary>A class of lines.</summary>
    public static LocalizedText Of(FundLineClass lineClass) => lineClass switch
    {
        FundLineClass.General => new("一般性支出", "General expenditure"),
        FundLineClass.BusinessFee => new("业务费", "Business fees"),
        FundLineClass.SpecialFund => new("专项资金", "Special funds"),
        _ => new("不属预算", "Off the budget"),
    };

    /// <summary>How a line works.</summary>
    public static LocalizedText Of(FundLineKind kind) => kind switch
    {
        FundLineKind.Budget => new("有总额", "With a ceiling"),
        FundLineKind.OpenEnded => new("据实列支", "Open-ended"),
        FundLineKind.Relief => new("减免入账", "Relief, booked only"),
        FundLineKind.Revolving => new("循环使用", "Revolving"),
        _ => new("风险补偿", "Compensation"),
    };

    /// <summary>Why a line is not cut.</summary>
    public static LocalizedText Of(CutExemption exemption) => exemption switch
    {
        CutExemption.BasicLivelihood => new("基本民生", "Basic livelihood"),
        CutExemption.BoundByAgreement => new("协议约定", "Bound by agreement"),
        _ => new("", ""),
    };

    /// <summary>What happened, by a voucher.</summary>
    public static LocalizedText Of(VoucherKind kind) => kind switch
    {
        VoucherKind.Appropriation => new("下达", "Appropriation"),
        VoucherKind.Transfer => new("调剂", "Transfer"),
        VoucherKind.Cut => new("压减", "Cut"),
        VoucherKind.Commitment => new("承诺", "Commitment"),
        VoucherKind.Release => new("撤销承诺", "Release"),
        VoucherKind.Clearing => new("转应付", "Cleared for payment"),
        VoucherKind.HandOver => new("送交银行", "Handed over to the bank"),
        VoucherKind.Rejection => new("银行拒付", "Rejected by the bank"),
        VoucherKind.Payment => new("银行付讫", "Paid"),
        VoucherKind.Return => new("退汇", "Come back"),
        VoucherKind.RecoveryClaim => new("追回立案", "Claimed back"),
        VoucherKind.Recovery => new("追回到账", "Recovered"),
        VoucherKind.Booking => new("减免入账", "Relief booked"),
        VoucherKind.Loan => new("借用", "Lent"),
        _ => new("归还", "Returned"),
    };
}
