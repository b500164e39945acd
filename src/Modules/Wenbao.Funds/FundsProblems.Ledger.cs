using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <content>Lines, ledger, budget, revolving and compensation funds: numbers 4 to 49.</content>
public static partial class FundsProblems
{
    /// <summary>A stage holds less than a voucher would take out of it. {0} line, {1} stage zh, {2} balance, {3} wanted, {4} stage en.</summary>
    public static readonly ProblemKind StageShort = Catalogue.Define(4, 409,
        "资金科目“{0}”的“{1}”余额 {2} 元，不足 {3} 元。", "Fund line “{0}” has {2} yuan in “{4}”, less than {3}.",
        "核对该笔资金所处阶段后重新办理。", "Check at which stage the money is, then try again.");

    /// <summary>A voucher is not a voucher. {0} reason zh, {1} reason en.</summary>
    public static readonly ProblemKind VoucherMalformed = Catalogue.Define(5, 422,
        "凭证不合规：{0}。", "The voucher is malformed: {1}.",
        "改正分录后重新记账。", "Mend the entries and post again.");

    /// <summary>The day lies in a closed month. {0} day, {1} last closed month.</summary>
    public static readonly ProblemKind MonthClosed = Catalogue.Define(6, 409,
        "{0} 所在月份已结账（已结至 {1}），不能再记账。", "{0} lies in a month that is closed (closed up to {1}); nothing can be posted there.",
        "以未结账月份的日期记账。", "Post with a day in an open month.");
}
