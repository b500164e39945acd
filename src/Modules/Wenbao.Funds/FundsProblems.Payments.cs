using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <content>Commitments, publicity, batches, bank messages, recoveries: numbers 50 to 129.</content>
public static partial class FundsProblems
{
    /// <summary>A claim asks for nothing. {0} entitlement, {1} amount.</summary>
    public static readonly ProblemKind NothingClaimed = Catalogue.Define(50, 422,
        "权益 {0} 的申请金额为 {1} 元，应大于零。", "Entitlement {0} claims {1} yuan; it must be more than nought.",
        "金额为零的权益不需要资金，直接办结。", "An entitlement of nought needs no money: settle it without a claim.");

    /// <summary>One entitlement stands twice in a request. {0} entitlement.</summary>
    public static readonly ProblemKind ClaimedTwice = Catalogue.Define(51, 422,
        "权益 {0} 在同一请求中出现两次。", "Entitlement {0} stands twice in one request.",
        "每笔权益只申请一次。", "Claim each entitlement once.");

    /// <summary>The shares do not add up. {0} entitlement.</summary>
    public static readonly ProblemKind SharesWrong = Catalogue.Define(52, 422,
        "权益 {0} 的分担比例之和应为 100 或全部为 0。", "The shares of entitlement {0} must add up to 100, or all be 0.",
        "改正政策的分担比例。", "Mend the policy's shares.");

    /// <summary>Something is to be paid to nobody. {0} entitlement.</summary>
    public static readonly ProblemKind PayeeMissing = Catalogue.Define(53, 422,
        "权益 {0} 要付款，但没有收款方。", "Entitlement {0} is to be paid, but to nobody.",
        "先确认收款账户。", "Confirm the payee's account first.");

    /// <summary>No bank could take the payment. {0} what is wrong zh, {1} en.</summary>
    public static readonly ProblemKind PayeeMalformed = Catalogue.Define(54, 422,
        "收款方的{0}不能用于付款。", "{1} of the payee cannot be used for a payment.",
        "户名和开户行 1 至 140 字，账号 1 至 34 位字母数字，联行号 12 位数字。", "Names have 1 to 140 characters, accounts 1 to 34 letters and digits, bank codes 12 digits.");

    /// <summary>A line only books. {0} line.</summary>
    public static readonly ProblemKind LineNeverPays = Catalogue.Define(55, 422,
        "资金科目“{0}”只记减免，不付款。", "Fund line “{0}” books reliefs and never pays.",
        "改正政策的资金科目或结算方式。", "Mend the policy's fund line or settlement.");

    /// <summary>The entitlement has its money already. {0} entitlement.</summary>
    public static readonly ProblemKind AlreadyCommitted = Catalogue.Define(56, 409,
        "权益 {0} 已经承诺过资金。", "Entitlement {0} has its money already.",
        "不要重复申请；撤销后才能再次承诺。", "Do not claim again; only a released commitment can be made anew.");

    /// <summary>The entitlement has no money. {0} entitlement.</summary>
    public static readonly ProblemKind NothingCommitted = Catalogue.Define(57, 404,
        "权益 {0} 没有已承诺的资金。", "Entitlement {0} has no commitment.",
        "核对权益编号。", "Check the entitlement's number.");

    /// <summary>The money cannot be taken back any more. {0} entitlement.</summary>
    public static readonly ProblemKind HandedOverAlready = Catalogue.Define(58, 409,
        "权益 {0} 的款项已送交银行或已付，不能撤销承诺。", "The money of entitlement {0} was handed over to the bank or paid; the commitment cannot be released.",
        "等银行退回后退回预算，或按多付追回。", "Wait until the bank sends it back, or claim it back as paid without right.");

    /// <summary>The entitlement is not booked. {0} entitlement.</summary>
    public static readonly ProblemKind NotBooked = Catalogue.Define(59, 409,
        "权益 {0} 没有入账的减免，不能修订。", "Entitlement {0} has no booked relief to revise.",
        "只修订已入账的减免。", "Revise booked reliefs only.");

    /// <summary>A revision would make a relief smaller. {0} entitlement, {1} booked, {2} wanted.</summary>
    public static readonly ProblemKind BookingShrinks = Catalogue.Define(60, 422,
        "权益 {0} 已入账 {1} 元，不能修订为 {2} 元。", "Entitlement {0} is booked with {1} yuan and cannot be revised to {2}.",
        "减免额只增不减；多记的撤销后重新入账。", "Reliefs only grow; release one that is too large and book it anew.");

    /// <summary>Too many entitlements in one question. {0} asked, {1} limit.</summary>
    public static readonly ProblemKind TooManyAsked = Catalogue.Define(61, 422,
        "一次查询 {0} 笔，上限 {1} 笔。", "{0} entitlements asked at once; the limit is {1}.",
        "分批查询。", "Ask in portions.");

    /// <summary>The pack sets no rules of paying.</summary>
    public static readonly ProblemKind NoPaymentRules = Catalogue.Define(62, 409,
        "数据包没有拨付规则，不能公示和拨付。", "The pack sets no rules of paying, so nothing can be published or paid.",
        "在数据包中补上 funds/payments.yaml。", "Add funds/payments.yaml to the pack.");

    /// <summary>There is nothing to publish.</summary>
    public static readonly ProblemKind NothingToPublish = Catalogue.Define(63, 409,
        "没有待公示的款项。", "There is nothing to publish.",
        "放宽筛选，或等待新的批准。", "Widen the filter, or wait for new decisions.");

    /// <summary>There is no such list. {0} number.</summary>
    public static readonly ProblemKind PublicListNotFound = Catalogue.Define(100, 404,
        "没有公示 {0}。", "There is no published list {0}.",
        "从公示列表中选择。", "Choose it from the lists.");

    /// <summary>There is no such item. {0} list, {1} item.</summary>
    public static readonly ProblemKind PublicItemNotFound = Catalogue.Define(64, 404,
        "公示 {0} 中没有第 {1} 项。", "Published list {0} has no item {1}.",
        "从公示名单中选择。", "Choose it from the list.");

    /// <summary>It is too late to object. {0} list, {1} item.</summary>
    public static readonly ProblemKind PublicityOver = Catalogue.Define(65, 409,
        "公示 {0} 第 {1} 项的公示期已过，或该款项已撤销。", "The time to object to item {1} of list {0} is over, or the payment was withdrawn.",
        "期满后的问题向主管部门反映，多付的可以追回。", "Tell the department that pays; what was paid without right can be claimed back.");

    /// <summary>A text that people must give is missing or too long. {0} limit.</summary>
    public static readonly ProblemKind TextMissing = Catalogue.Define(66, 422,
        "请写明内容，1 至 {0} 字。", "Say what it is about, in 1 to {0} characters.",
        "填写后再提交。", "Fill it in and send again.");

    /// <summary>There is no such objection. {0} number.</summary>
    public static readonly ProblemKind ObjectionNotFound = Catalogue.Define(67, 404,
        "没有异议 {0}。", "There is no objection {0}.",
        "从异议清单中选择。", "Choose it from the list of objections.");

    /// <summary>The objection was decided before. {0} number, {1} by whom.</summary>
    public static readonly ProblemKind ObjectionResolved = Catalogue.Define(68, 409,
        "异议 {0} 已由“{1}”处理。", "Objection {0} was decided by “{1}”.",
        "刷新后查看处理结果。", "Reload to see the outcome.");

    /// <summary>Nothing is cleared for payment.</summary>
    public static readonly ProblemKind NothingCleared = Catalogue.Define(69, 409,
        "没有可以拨付的款项。", "Nothing is cleared for payment.",
        "等公示期满、异议处理完毕后再生成批次。", "Wait until publicity is over and objections are decided.");

    /// <summary>There is no such batch. {0} number.</summary>
    public static readonly ProblemKind BatchNotFound = Catalogue.Define(70, 404,
        "没有拨付批次 {0}。", "There is no payment batch {0}.",
        "从批次列表中选择。", "Choose it from the list of batches.");

    /// <summary>The batch was given up. {0} number.</summary>
    public static readonly ProblemKind BatchWithdrawn = Catalogue.Define(71, 409,
        "批次 {0} 已撤回。", "Batch {0} was withdrawn.",
        "其中的款项已转入待拨付，生成新的批次。", "Its payments are cleared again: make a new batch.");

    /// <summary>Somebody released the batch before. {0} number, {1} who.</summary>
    public static readonly ProblemKind BatchReleased = Catalogue.Define(72, 409,
        "批次 {0} 已由“{1}”放行。", "Batch {0} was released by “{1}”.",
        "不必重复放行；放行后不能撤回。", "It need not be released again, and cannot be withdrawn any more.");

    /// <summary>Nobody has released the batch yet. {0} number.</summary>
    public static readonly ProblemKind BatchNotReleased = Catalogue.Define(73, 409,
        "批次 {0} 还没有放行。", "Batch {0} is not released yet.",
        "由经办以外的人复核放行。", "Let another person than its maker release it.");

    /// <summary>The batch was not handed over. {0} number.</summary>
    public static readonly ProblemKind BatchNotHandedOver = Catalogue.Define(74, 409,
        "批次 {0} 还没有送交银行，没有文件。", "Batch {0} was not handed over to the bank yet; it has no file.",
        "先送交银行，再下载文件。", "Hand it over first, then fetch the file.");

    /// <summary>The file that would go out is not sound. {0} batch.</summary>
    public static readonly ProblemKind BatchFileInvalid = Catalogue.Define(75, 500,
        "批次 {0} 的文件不符合报文规范，没有送出。", "The file of batch {0} does not keep to the message standard and was not sent.",
        "按所列位置改正收款方资料后重试。", "Mend the payees' data at the places listed, then try again.");

    /// <summary>What is stored no longer gives the file that went out. {0} batch.</summary>
    public static readonly ProblemKind BatchFileChanged = Catalogue.Define(76, 500,
        "批次 {0} 的文件与送出时不一致，数据已被改动。", "The file of batch {0} is not the one that went out: the data were altered.",
        "停止使用，核对审计并从备份恢复。", "Stop, verify the audit, and restore from a backup.");

    /// <summary>An element of a message deviates from the schema; its content is not repeated. {0} element.</summary>
    public static readonly ProblemKind ElementInvalid = Catalogue.Define(77, 422,
        "元素 {0} 不符合报文规范。", "The element {0} does not keep to the message standard.",
        "对照报文规范检查该处。", "Check that place against the message standard.");

    /// <summary>The bank's file is not there. {0} name.</summary>
    public static readonly ProblemKind MessageFileMissing = Catalogue.Define(78, 404,
        "找不到文件“{0}”。", "There is no file “{0}”.",
        "检查路径。", "Check the path.");

    /// <summary>The file is larger than any bank message. {0} limit in MiB.</summary>
    public static readonly ProblemKind MessageTooLarge = Catalogue.Define(79, 413,
        "文件太大，上限 {0} MiB。", "The file is too large; the limit is {0} MiB.",
        "请银行分成几个文件发送。", "Ask the bank to send it in several files.");

    /// <summary>The file is not XML, or breaks off.</summary>
    public static readonly ProblemKind NotXml = Catalogue.Define(80, 422,
        "文件不是完整的 XML。", "The file is not complete XML.",
        "重新下载银行的文件后再导入。", "Fetch the bank's file again, then import it.");

    /// <summary>The file carries a document type declaration.</summary>
    public static readonly ProblemKind DocumentTypeForbidden = Catalogue.Define(81, 422,
        "文件含有文档类型声明（DTD），不予读取。", "The file carries a document type declaration (DTD) and is not read.",
        "银行报文不含 DTD，核对文件来源。", "Bank messages have none: check where the file comes from.");

    /// <summary>The file is XML, but no ISO 20022 message.</summary>
    public static readonly ProblemKind NotABankMessage = Catalogue.Define(82, 422,
        "文件不是 ISO 20022 银行报文。", "The file is not an ISO 20022 bank message.",
        "导入 pain.002.001.11 或 camt.053.001.08 文件。", "Import a pain.002.001.11 or camt.053.001.08 file.");

    /// <summary>The file is a message of another kind or version. {0} which.</summary>
    public static readonly ProblemKind MessageKindUnknown = Catalogue.Define(83, 422,
        "不读取 {0} 报文。", "Messages of kind {0} are not read.",
        "导入 pain.002.001.11 或 camt.053.001.08 文件。", "Import a pain.002.001.11 or camt.053.001.08 file.");

    /// <summary>The message deviates from its schema. {0} kind, {1} faults.</summary>
    public static readonly ProblemKind MessageInvalid = Catalogue.Define(84, 422,
        "{0} 报文有 {1} 处不符合规范。", "The {0} message deviates from the standard in {1} places.",
        "请银行重新发送；没有导入任何内容。", "Ask the bank to send it again; nothing was imported.");

    /// <summary>Elements lie in each other too deep. {0} limit.</summary>
    public static readonly ProblemKind MessageTooDeep = Catalogue.Define(85, 422,
        "文件嵌套超过 {0} 层。", "The elements lie in each other deeper than {0} levels.",
        "核对文件来源；银行报文没有这样深。", "Check where the file comes from: bank messages are not that deep.");

    /// <summary>A statement lacks a balance. {0} statement.</summary>
    public static readonly ProblemKind StatementWithoutBalance = Catalogue.Define(86, 422,
        "对账单“{0}”缺少期初或期末余额。", "Statement “{0}” lacks its opening or closing balance.",
        "请银行重新发送。", "Ask the bank to send it again.");

    /// <summary>Opening balance and movements do not give the closing balance. {0} statement, {1} opening, {2} movements, {3} closing.</summary>
    public static readonly ProblemKind StatementDoesNotAddUp = Catalogue.Define(87, 422,
        "对账单“{0}”期初 {1} 元加发生额 {2} 元，不等于期末 {3} 元。", "Statement “{0}”: opening {1} and movements {2} do not give the closing balance {3}.",
        "请银行重新发送；没有导入任何内容。", "Ask the bank to send it again; nothing was imported.");

    /// <summary>An amount is in another currency. {0} statement, {1} its currency, {2} ours.</summary>
    public static readonly ProblemKind CurrencyForeign = Catalogue.Define(88, 422,
        "“{0}”中有 {1} 金额，只处理 {2}。", "“{0}” holds amounts in {1}; only {2} is handled.",
        "核对账户和币种。", "Check the account and its currency.");

    /// <summary>An amount has more than two decimals or is too large.</summary>
    public static readonly ProblemKind AmountMalformed = Catalogue.Define(89, 422,
        "金额超过两位小数或过大。", "An amount has more than two decimals, or is too large.",
        "请银行重新发送。", "Ask the bank to send it again.");

    /// <summary>There is no such exception. {0} number.</summary>
    public static readonly ProblemKind ExceptionNotFound = Catalogue.Define(90, 404,
        "没有待核事项 {0}。", "There is no exception {0}.",
        "从待核事项清单中选择。", "Choose it from the list of exceptions.");

    /// <summary>The exception was closed before. {0} number, {1} by whom.</summary>
    public static readonly ProblemKind ExceptionClosed = Catalogue.Define(91, 409,
        "待核事项 {0} 已由“{1}”核销。", "Exception {0} was closed by “{1}”.",
        "刷新后查看处理说明。", "Reload to see the note.");

    /// <summary>The payment was not rejected and did not come back. {0} entitlement.</summary>
    public static readonly ProblemKind NotReturned = Catalogue.Define(92, 409,
        "权益 {0} 的款项没有被银行退回。", "The payment of entitlement {0} was not rejected or sent back.",
        "只处理退回的款项。", "Only payments that came back are mended or returned.");

    /// <summary>Nothing was paid that could be claimed back. {0} entitlement.</summary>
    public static readonly ProblemKind NotPaid = Catalogue.Define(93, 409,
        "权益 {0} 没有已付的款项可以追回。", "Nothing was paid for entitlement {0} that could be claimed back.",
        "未付的撤销承诺；退汇的更正或退回预算。", "Release what is not paid yet; mend or return what came back.");

    /// <summary>More is claimed back than was paid. {0} entitlement, {1} most, {2} wanted.</summary>
    public static readonly ProblemKind RecoveryTooLarge = Catalogue.Define(94, 422,
        "权益 {0} 最多可追回 {1} 元，申请 {2} 元。", "At most {1} yuan of entitlement {0} can be claimed back, not {2}.",
        "减少追回金额。", "Claim a smaller amount.");

    /// <summary>There is no such recovery. {0} number.</summary>
    public static readonly ProblemKind RecoveryNotFound = Catalogue.Define(95, 404,
        "没有追回 {0}。", "There is no recovery {0}.",
        "从追回清单中选择。", "Choose it from the list of recoveries.");

    /// <summary>The recovery was decided before. {0} number, {1} by whom.</summary>
    public static readonly ProblemKind RecoveryDecided = Catalogue.Define(96, 409,
        "追回 {0} 已由“{1}”审批。", "Recovery {0} was decided by “{1}”.",
        "刷新后查看结果。", "Reload to see the outcome.");

    /// <summary>The recovery is not approved. {0} number.</summary>
    public static readonly ProblemKind RecoveryNotApproved = Catalogue.Define(97, 409,
        "追回 {0} 没有批准，不能入账。", "Recovery {0} is not approved; nothing can be recorded.",
        "先由另一位有权的人审批。", "Let another person with the duty approve it first.");

    /// <summary>More is recorded than is outstanding. {0} recovery, {1} outstanding, {2} recorded.</summary>
    public static readonly ProblemKind ReceiptTooLarge = Catalogue.Define(98, 422,
        "追回 {0} 尚欠 {1} 元，不能入账 {2} 元。", "Recovery {0} has {1} yuan outstanding; {2} cannot be recorded.",
        "核对收据金额；多收的退还。", "Check the receipt; give back what was too much.");

    /// <summary>The receipt was recorded before. {0} number.</summary>
    public static readonly ProblemKind ReceiptRecorded = Catalogue.Define(99, 409,
        "收据“{0}”已经入账。", "Receipt “{0}” is recorded already.",
        "每张收据只入账一次。", "Each receipt counts once.");

    /// <summary>The days asked for are none, or too many. {0} limit.</summary>
    public static readonly ProblemKind DaysWrong = Catalogue.Define(101, 422,
        "起止日期不对，或超过 {0} 天。", "The days are the wrong way round, or more than {0}.",
        "先写开始日期，后写结束日期，缩短区间。", "Give the first day first, and a shorter span.");

    /// <summary>A statement is about a day that has not come. {0} statement, {1} its day, {2} today.</summary>
    public static readonly ProblemKind StatementAhead = Catalogue.Define(102, 422,
        "对账单“{0}”记账到 {1}，今天是 {2}。", "Statement “{0}” books up to {1}; today is {2}.",
        "到该日后再导入；演示数据先用 wenbao clock advance 推进日期。", "Import it when that day has come; move demo data on with wenbao clock advance.");

    /// <summary>The payment cannot be held any more. {0} entitlement, {1} how far it is zh, {2} en.</summary>
    public static readonly ProblemKind HoldTooLate = Catalogue.Define(110, 409,
        "权益 {0} 的款项已不能暂缓：{1}。", "The payment of entitlement {0} cannot be held any more: {2}.",
        "还在银行的请银行止付或等待退回；已付出的按多付追回。", "While it is with the bank, ask the bank to stop it or wait for its return; what is paid has to be claimed back.");

    /// <summary>An objection holds the payment. {0} entitlement.</summary>
    public static readonly ProblemKind HeldByObjection = Catalogue.Define(111, 409,
        "权益 {0} 的款项因公示异议暂缓，异议还没有处理或已成立。", "The payment of entitlement {0} is held by an objection that is open or was upheld.",
        "由财政人员处理异议。", "Let a finance officer decide the objection.");
}
