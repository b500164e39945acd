using Wenbao.Kernel;

namespace Wenbao.Cli.Output;

/// <summary>Texts of the commands about publicity, batches, the bank, recoveries and returned payments.</summary>
internal static class PaymentCliTexts
{
    public static readonly LocalizedText List = new("公示", "List");
    public static readonly LocalizedText Item = new("序号", "Item");
    public static readonly LocalizedText Scope = new("范围", "Of");
    public static readonly LocalizedText Everything = new("全部", "everything");
    public static readonly LocalizedText Published = new("公示日", "Published");
    public static readonly LocalizedText Until = new("截止日（含）", "Until");
    public static readonly LocalizedText Items = new("笔数", "Items");
    public static readonly LocalizedText Amount = new("金额（元）", "Amount (yuan)");
    public static readonly LocalizedText Objections = new("待处理异议", "Open objections");
    public static readonly LocalizedText Objection = new("异议", "Objection");
    public static readonly LocalizedText Name = new("名称", "Name");
    public static readonly LocalizedText Policy = new("政策", "Policy");
    public static readonly LocalizedText Text = new("内容", "What was said");
    public static readonly LocalizedText State = new("状态", "State");
    public static readonly LocalizedText Batch = new("批次", "Batch");
    public static readonly LocalizedText MadeBy = new("经办", "Made by");
    public static readonly LocalizedText ReleasedBy = new("复核", "Released by");
    public static readonly LocalizedText HandedOver = new("送交日", "Handed over");
    public static readonly LocalizedText Line = new("资金科目", "Fund line");
    public static readonly LocalizedText Recovery = new("追回", "Recovery");
    public static readonly LocalizedText Reference = new("附言编号", "Reference");
    public static readonly LocalizedText Entitlement = new("权益编号", "Entitlement");
    public static readonly LocalizedText Received = new("已到账（元）", "Received (yuan)");
    public static readonly LocalizedText Reason = new("原因", "Reason");
    public static readonly LocalizedText Since = new("自", "Since");
    public static readonly LocalizedText Account = new("账号尾号", "Account ending");
    public static readonly LocalizedText Exception = new("待核事项", "Exception");
    public static readonly LocalizedText What = new("事项", "What");
    public static readonly LocalizedText Note = new("处理说明", "Note");

    public static readonly LocalizedText NothingThere = new("没有。", "Nothing there.");
    public static readonly LocalizedText PublishedSum = new("公示 {0}：{1} 笔，共 {2} 元，{3} 前（含当日）可以提出异议。", "List {0}: {1} items, {2} yuan; anybody may object until {3}.");
    public static readonly LocalizedText ObjectionRaised = new("异议 {0} 已登记，该笔暂缓拨付。", "Objection {0} is noted; that payment is held.");
    public static readonly LocalizedText ObjectionHeld = new("权益 {0} 的款项仍暂缓。", "The payment of entitlement {0} stays held.");
    public static readonly LocalizedText ObjectionFree = new("权益 {0} 的款项恢复办理。", "The payment of entitlement {0} goes on.");
    public static readonly LocalizedText BatchMade = new("批次 {0}：{1} 笔，共 {2} 元；还有 {3} 笔待下一批。由另一人复核放行。", "Batch {0}: {1} payments, {2} yuan; {3} are left for the next. Another person releases it.");
    public static readonly LocalizedText BatchReleased = new("批次 {0} 已放行：{1} 笔，共 {2} 元。", "Batch {0} is released: {1} payments, {2} yuan.");
    public static readonly LocalizedText BatchWithdrawn = new("批次 {0} 已撤回，{1} 笔转入待拨付。", "Batch {0} is withdrawn; its {1} payments are cleared for the next.");
    public static readonly LocalizedText BatchExported = new("批次 {0} 已送交银行：{1}，{2} 笔，共 {3} 元，SHA-256 {4}。是否到账以银行对账单为准。", "Batch {0} is handed over: {1}, {2} payments, {3} yuan, SHA-256 {4}. Only a statement proves that they are paid.");
    public static readonly LocalizedText FileWritten = new("文件已写入 {0}。", "The file is {0}.");
    public static readonly LocalizedText MessageRepeated = new("{0} {1} 以前导入过，没有变化。", "{0} {1} was read before; nothing changed.");
    public static readonly LocalizedText MessageRead = new("{0} {1}：受理 {2}，拒付 {3}，到账 {4}，退汇 {5}，追回到账 {6}，新增待核 {7}。", "{0} {1}: {2} accepted, {3} rejected, {4} paid, {5} came back, {6} receipts for recoveries, {7} new exceptions.");
    public static readonly LocalizedText Simulated = new("模拟银行写出 {0} 个文件。", "The simulated bank wrote {0} files.");
    public static readonly LocalizedText Day = new("日期", "Day");
    public static readonly LocalizedText Debits = new("银行付出", "Bank debits");
    public static readonly LocalizedText Paid = new("账上已付", "Books: paid");
    public static readonly LocalizedText Credits = new("银行收入", "Bank credits");
    public static readonly LocalizedText Back = new("账上退汇、追回", "Books: back");
    public static readonly LocalizedText Unexplained = new("不明", "Unexplained");
    public static readonly LocalizedText Agrees = new("相符", "Agrees");
    public static readonly LocalizedText AllAgree = new("账与银行逐日相符，到分。", "Books and bank agree on every day, to the fen.");
    public static readonly LocalizedText SomeDiffer = new("账与银行有不符的日子。", "Books and bank differ on some days.");
    public static readonly LocalizedText ExceptionClosed = new("待核事项 {0} 已核销。", "Exception {0} is closed.");
    public static readonly LocalizedText RecoveryClaimed = new("追回 {0} 已立案，附言编号 {1}。由另一人审批。", "Recovery {0} is entered, reference {1}. Another person approves it.");
    public static readonly LocalizedText RecoveryDecided = new("追回 {0}：{1}。", "Recovery {0}: {1}.");
    public static readonly LocalizedText RecoveryRecorded = new("追回 {0}：已到账 {1} 元，尚欠 {2} 元。", "Recovery {0}: {1} yuan received, {2} outstanding.");
    public static readonly LocalizedText PaymentMended = new("权益 {0} 的款项已更正，列入下一批次。", "The payment of entitlement {0} is mended and goes into the next batch.");
    public static readonly LocalizedText PaymentReturned = new("权益 {0} 的款项已退回预算，凭证 {1}。", "The payment of entitlement {0} is returned to the budget, voucher {1}.");
    public static readonly LocalizedText AmountExpected = new("金额写成元，至多两位小数，如 1234.50。", "Write the amount in yuan with at most two decimals, such as 1234.50.");
    public static readonly LocalizedText DayExpected = new("日期写成 2020-06-30。", "Write the day as 2020-06-30.");
    public static readonly LocalizedText UpheldOrDismissed = new("写明 --upheld 或 --dismissed。", "Say --upheld or --dismissed.");
    public static readonly LocalizedText Yes = new("是", "yes");
    public static readonly LocalizedText No = new("否", "no");
}
