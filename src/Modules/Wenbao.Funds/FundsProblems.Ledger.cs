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
        "{0} 所在月份已结账（已结至 {1}），不能再记账。", "{0} lies in a closed month (all up to {1} are closed), where nothing can be posted.",
        "以未结账月份的日期记账。", "Post with a day in an open month.");

    /// <summary>A month that is not over cannot be closed. {0} month.</summary>
    public static readonly ProblemKind MonthNotOver = Catalogue.Define(7, 409,
        "{0} 还没有结束，不能结账。", "{0} is not over and cannot be closed.",
        "月末之后再结账。", "Close it after its last day.");

    /// <summary>Months are closed one after the other. {0} month wanted, {1} month that is next.</summary>
    public static readonly ProblemKind MonthOutOfOrder = Catalogue.Define(8, 409,
        "不能结 {0}：应按顺序结账，下一个是 {1}。", "{0} cannot be closed: months are closed in order, and the next is {1}.",
        "先结应结的月份；已结账的月份不再结。", "Close the month that is next; a closed month stays closed.");

    /// <summary>There is no such budget change. {0} number.</summary>
    public static readonly ProblemKind ChangeNotFound = Catalogue.Define(9, 404,
        "没有编号为 {0} 的预算调整。", "There is no budget change {0}.",
        "用 wenbao budget list 查看。", "See them with wenbao budget list.");

    /// <summary>It was approved or rejected before. {0} what zh, {1} by whom, {2} what en.</summary>
    public static readonly ProblemKind AlreadyDecided = Catalogue.Define(10, 409,
        "{0}已由“{1}”审批过。", "{2} was decided by “{1}” already.",
        "不必再办；如需更改，另行提出。", "Nothing is left to do; propose anew what should change.");

    /// <summary>The line has no ceiling, so nothing is given to it or taken from it. {0} line.</summary>
    public static readonly ProblemKind LineWithoutCeiling = Catalogue.Define(11, 422,
        "资金科目“{0}”没有总额，不能追加、调剂或压减。", "Fund line “{0}” has no ceiling: nothing is given to it, moved or cut.",
        "选择有总额的资金科目。", "Choose a line that has a ceiling.");

    /// <summary>The line may not be cut. {0} line, {1} evidence zh, {2} evidence en.</summary>
    public static readonly ProblemKind LineExempt = Catalogue.Define(12, 409,
        "资金科目“{0}”不在压减范围：{1}", "Fund line “{0}” may not be cut: {2}",
        "压减其他资金科目。", "Cut another line.");

    /// <summary>The pack names no line for the freed money.</summary>
    public static readonly ProblemKind ReserveMissing = Catalogue.Define(13, 409,
        "数据包没有指定压减资金归集的科目。", "The pack names no line that takes the money of cuts.",
        "在 funds/lines.yaml 或 funds/budget.yaml 中写明 reserve。", "Name it as reserve in funds/lines.yaml or funds/budget.yaml.");

    /// <summary>No line of the classes has free money to cut.</summary>
    public static readonly ProblemKind NothingToCut = Catalogue.Define(14, 409,
        "所选类别没有可以压减的资金。", "No line of these classes has money that can be cut.",
        "查看各科目的可用余额和不压减的依据。", "See the lines' free money and the evidence of those exempt.");

    /// <summary>There is no such cut. {0} number.</summary>
    public static readonly ProblemKind CutNotFound = Catalogue.Define(15, 404,
        "没有编号为 {0} 的压减方案。", "There is no cut {0}.",
        "用 wenbao budget list 查看。", "See them with wenbao budget list.");

    /// <summary>Transfers name more money of a cut than it freed. {0} cut, {1} left, {2} wanted.</summary>
    public static readonly ProblemKind CutMoneyUsedUp = Catalogue.Define(16, 409,
        "第 {0} 号压减的资金还有 {1} 元未安排，不足 {2} 元。", "Of the money freed by cut {0}, {1} yuan are left, less than {2}.",
        "减少金额，或另行调剂。", "Take a smaller amount, or another source.");

    /// <summary>A transfer that names a cut must come from the line that took its money. {0} cut, {1} line.</summary>
    public static readonly ProblemKind CutMoneyElsewhere = Catalogue.Define(17, 422,
        "第 {0} 号压减的资金不在此科目：已审批的压减资金在“{1}”。", "The money of cut {0} is not here: once approved it lies in “{1}”.",
        "从该科目调剂，或不注明压减编号。", "Transfer from that line, or name no cut.");

    /// <summary>A field of a wish is wrong. {0} reason zh, {1} reason en.</summary>
    public static readonly ProblemKind FieldWrong = Catalogue.Define(18, 422,
        "{0}。", "{1}.",
        "改正后重新提交。", "Mend it and send it again.");

    /// <summary>There is no such account. {0} account.</summary>
    public static readonly ProblemKind AccountNotFound = Catalogue.Define(19, 404,
        "没有账户“{0}”。", "There is no account “{0}”.",
        "从试算平衡表选择账户。", "Choose one from the trial balance.");

    /// <summary>There is no such voucher. {0} number.</summary>
    public static readonly ProblemKind VoucherNotFound = Catalogue.Define(20, 404,
        "没有第 {0} 号凭证。", "There is no voucher {0}.",
        "从账户明细选择凭证。", "Choose one from an account's entries.");

    /// <summary>Entries belong to no voucher. {0} voucher number they name.</summary>
    public static readonly ProblemKind VoucherLost = Catalogue.Define(21, 500,
        "第 {0} 号凭证不见了，它的分录还在。", "Voucher {0} is gone; its entries are still there.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>A voucher or its entries are not what they were. {0} number.</summary>
    public static readonly ProblemKind VoucherAltered = Catalogue.Define(22, 500,
        "第 {0} 号凭证或其分录与摘要不符，已被改动、增加或删除。", "Voucher {0} or its entries do not match its digest: something was altered, added or deleted.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>The audit does not know a voucher, or knows another. {0} number.</summary>
    public static readonly ProblemKind VoucherUnaudited = Catalogue.Define(23, 500,
        "第 {0} 号凭证与审计记录不符，或审计中没有。", "Voucher {0} differs from what the audit sealed, or the audit does not know it.",
        "停止使用，用 wenbao audit verify 核验审计链，查明谁动过数据库。", "Stop, prove the chain with wenbao audit verify, and find out who touched the database.");

    /// <summary>The audit knows a voucher that is not there. {0} number.</summary>
    public static readonly ProblemKind VoucherDeleted = Catalogue.Define(24, 500,
        "审计中有第 {0} 号凭证，账上没有。", "The audit knows voucher {0}; the books do not hold it.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>An entry is none. {0} voucher, {1} ordinal.</summary>
    public static readonly ProblemKind EntryBroken = Catalogue.Define(25, 500,
        "第 {0} 号凭证第 {1} 条分录不合规：账户不存在、不在同一科目，或金额不大于零。", "Entry {1} of voucher {0} is broken: its accounts do not exist or belong to different lines, or its amount is not more than nought.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>A running balance is not the sum of the entries. {0} account, {1} stored, {2} sum.</summary>
    public static readonly ProblemKind BalanceWrong = Catalogue.Define(26, 500,
        "账户 {0} 的余额 {1} 元与分录之和 {2} 元不符。", "The balance of account {0}, {1} yuan, is not the sum of its entries, {2}.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>The money of a line does not add up. {0} line, {1} appropriated, {2} sum of the stages.</summary>
    public static readonly ProblemKind ConservationBroken = Catalogue.Define(27, 500,
        "资金科目“{0}”不守恒：已下达 {1} 元，各阶段合计 {2} 元。", "The money of fund line “{0}” does not add up: {1} yuan were given, its stages hold {2}.",
        "停止使用，从备份恢复并查明原因。", "Stop, restore from a backup, and find out why.");

    /// <summary>A stage stands below nought. {0} account, {1} balance.</summary>
    public static readonly ProblemKind BalanceNegative = Catalogue.Define(28, 500,
        "账户 {0} 的余额为负：{1} 元。", "The balance of account {0} is negative: {1} yuan.",
        "停止使用，从备份恢复并查明原因。", "Stop, restore from a backup, and find out why.");

    /// <summary>The sums kept of a closed month are not those of its entries. {0} month.</summary>
    public static readonly ProblemKind MonthAltered = Catalogue.Define(29, 500,
        "{0} 结账时留存的余额与分录不符，或与审计不符。", "The sums kept when {0} was closed differ from its entries or from the audit.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>The line is of another kind than the operation needs. {0} line, {1} kind zh, {2} kind en.</summary>
    public static readonly ProblemKind LineOfOtherKind = Catalogue.Define(30, 422,
        "资金科目“{0}”不是{1}。", "Fund line “{0}” is not {2}.",
        "选择该类资金科目。", "Choose a line of that kind.");

    /// <summary>A use is larger than a use may be. {0} line, {1} limit, {2} wanted.</summary>
    public static readonly ProblemKind UseTooLarge = Catalogue.Define(31, 409,
        "“{0}”单次使用至多 {1} 元，申请的是 {2} 元。", "A use of “{0}” is {1} yuan at most, not {2}.",
        "减少使用额。", "Use less.");

    /// <summary>A use is longer than a use may be. {0} line, {1} limit in days, {2} wanted.</summary>
    public static readonly ProblemKind UseTooLong = Catalogue.Define(32, 409,
        "“{0}”单次使用至多 {1} 日，申请的是 {2} 日。", "A use of “{0}” lasts {1} days at most, not {2}.",
        "缩短使用天数。", "Use it for fewer days.");

    /// <summary>The borrower has a use that is not returned. {0} line, {1} use.</summary>
    public static readonly ProblemKind UseOutstanding = Catalogue.Define(33, 409,
        "该借用方在“{0}”还有未归还的借用（第 {1} 号）。", "The borrower has a use of “{0}” that is not returned (no. {1}).",
        "归还后再借用。", "Return it first.");

    /// <summary>The entitlement was lent for already. {0} entitlement, {1} use.</summary>
    public static readonly ProblemKind UseExists = Catalogue.Define(34, 409,
        "权益 {0} 已办理过借用（第 {1} 号）。", "Money was lent for entitlement {0} already (no. {1}).",
        "不必再办。", "Nothing is left to do.");

    /// <summary>There is no such use. {0} number.</summary>
    public static readonly ProblemKind UseNotFound = Catalogue.Define(35, 404,
        "没有第 {0} 号借用。", "There is no use {0}.",
        "用 wenbao fund list 查看。", "See them with wenbao fund list.");

    /// <summary>More would come back than is out. {0} use, {1} outstanding, {2} wanted.</summary>
    public static readonly ProblemKind ReturnTooLarge = Catalogue.Define(36, 409,
        "第 {0} 号借用尚有 {1} 元未归还，不能归还 {2} 元。", "Of use {0}, {1} yuan are out; {2} cannot come back.",
        "核对归还金额。", "Check the amount.");

    /// <summary>A bank reference was recorded before. {0} reference.</summary>
    public static readonly ProblemKind ReferenceUsed = Catalogue.Define(37, 409,
        "银行流水号“{0}”已登记过。", "The bank reference “{0}” was recorded before.",
        "核对流水号；同一笔款项只登记一次。", "Check it; the same money is recorded once.");

    /// <summary>The entitlement was not paid out of the line. {0} entitlement, {1} line.</summary>
    public static readonly ProblemKind NotCompensated = Catalogue.Define(38, 409,
        "“{1}”没有为权益 {0} 支付过补偿。", "“{1}” has paid no compensation for entitlement {0}.",
        "核对权益编号和资金科目。", "Check the entitlement and the line.");

    /// <summary>The shares of recovered money do not add up to the whole. {0} fund's percent, {1} sum.</summary>
    public static readonly ProblemKind SharesIncomplete = Catalogue.Define(39, 422,
        "追回款的分配比例之和应为 100，基金为 {0}，合计为 {1}。", "The shares of recovered money must add up to 100; the fund has {0}, the sum is {1}.",
        "按合作协议填写保险公司和银行的比例。", "Give the insurer's and the bank's shares as the agreement says.");

    /// <summary>More would come back to the line on a compensated loan than it paid for it. {0} entitlement, {1} line, {2} what is not back yet, {3} the line's part of the recovery.</summary>
    public static readonly ProblemKind RecoveryBeyondLoss = Catalogue.Define(40, 409,
        "权益 {0} 的补偿尚有 {2} 元未追回“{1}”，这笔追回应返还 {3} 元，超过了损失。", "Of what “{1}” paid for entitlement {0}, {2} yuan are not back yet; {3} of this recovery would return, more than was lost.",
        "核对追回金额；超过补偿的款项不属于本基金。", "Check the amount; what exceeds the loss is not the fund's.");
}
