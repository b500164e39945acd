using Wenbao.Kernel;

namespace Wenbao.Cli.Output;

/// <summary>Texts of the commands about claims, grants, entitlements and inboxes.</summary>
internal static class ClaimCliTexts
{
    public static readonly LocalizedText Receipt = new("受理编号 {0}：{1} · {2}", "Receipt {0}: {1} · {2}");
    public static readonly LocalizedText Number = new("权益编号", "Number");
    public static readonly LocalizedText Period = new("期次", "Period");
    public static readonly LocalizedText State = new("状态", "State");
    public static readonly LocalizedText Amount = new("金额（元）", "Amount (yuan)");
    public static readonly LocalizedText Reason = new("说明", "Note");
    public static readonly LocalizedText Subject = new("对象", "Subject");
    public static readonly LocalizedText Name = new("名称", "Name");
    public static readonly LocalizedText Policy = new("政策", "Policy");
    public static readonly LocalizedText Claimed = new("受理", "Claimed");
    public static readonly LocalizedText Granted = new("批准", "Granted");
    public static readonly LocalizedText Waiting = new("排队", "Waiting");
    public static readonly LocalizedText ToDecide = new("待审核", "To decide");
    public static readonly LocalizedText NotEntitled = new("不符合", "Not entitled");
    public static readonly LocalizedText NoAccount = new("缺账户", "No account");
    public static readonly LocalizedText Receipts = new("受理编号", "Receipt");
    public static readonly LocalizedText Day = new("日期", "Day");
    public static readonly LocalizedText What = new("事项", "What");
    public static readonly LocalizedText Who = new("经办", "By");
    public static readonly LocalizedText Place = new("次序", "Place");
    public static readonly LocalizedText Age = new("已等（工作日）", "Age (working days)");
    public static readonly LocalizedText Advice = new("模型意见", "Model's advice");
    public static readonly LocalizedText Told = new("已告知可领取 {0} 笔，共 {1} 元；告知缺数据的对象 {2} 个。", "Told of {0} entitlements, {1} yuan in all; {2} subjects were told what is missing.");
    public static readonly LocalizedText WishesNow = new("不再告知：{0}；其他消息：{1}。", "Not told any more: {0}; the others: {1}.");
    public static readonly LocalizedText Nothing = new("无", "none");
    public static readonly LocalizedText SentBack = new("退回补正", "Returned");
    public static readonly LocalizedText RefusedCount = new("不予批准", "Refused");
    public static readonly LocalizedText Recipients = new("受益对象", "Recipients");
    public static readonly LocalizedText MedianDays = new("办理天数（中位）", "Days (median)");
    public static readonly LocalizedText LongestDays = new("最长天数", "Days (longest)");
    public static readonly LocalizedText DaysToSettle = new("到账天数（平均）", "Days to payment (mean)");
    public static readonly LocalizedText NothingClaimed = new("这段时间没有申领。", "Nothing was claimed in these days.");
    public static readonly LocalizedText Line = new("资金科目", "Fund line");
    public static readonly LocalizedText Free = new("余额（元）", "Free (yuan)");
    public static readonly LocalizedText Notice = new("消息", "Notice");
    public static readonly LocalizedText Read = new("已读", "Read");

    public static readonly LocalizedText InQueue = new("排队第 {0} 位", "place {0} in the queue");
    public static readonly LocalizedText GrantedSum = new("批准 {0} 笔，共 {1} 元；排队 {2} 笔；未能批准 {3} 笔。", "Granted {0}, {1} yuan in all; {2} wait for money; {3} could not be granted.");
    public static readonly LocalizedText LeftOne = new("权益 {0}：{1} {2}", "Entitlement {0}: {1} {2}");
    public static readonly LocalizedText Now = new("权益 {0}：{1}（第 {2} 版）", "Entitlement {0}: {1} (version {2})");
    public static readonly LocalizedText Replayed = new("权益 {0}：用政策 {1} 的版本 {2} 重算，结果一致：{3}，{4} 元。", "Entitlement {0}: decided again with version {2} of {1}, the same result: {3}, {4} yuan.");
    public static readonly LocalizedText NoEntitlements = new("没有符合条件的权益。", "No entitlements found.");
    public static readonly LocalizedText CountOf = new("{0}：{1} 笔，{2} 元", "{0}: {1}, {2} yuan");
    public static readonly LocalizedText More = new("后面还有，用 --before {0} 继续。", "There are more: go on with --before {0}.");
    public static readonly LocalizedText Held = new("（暂缓）", " (held)");
    public static readonly LocalizedText MoneyAt = new("资金：{0}", "Money: {0}");
    public static readonly LocalizedText Account = new("收款方 {0}，尾号 {1}", "Paid to {0}, account ending in {1}");
    public static readonly LocalizedText DecidedBy = new("判定：{0}，版本 {1}，{2}，{3} 元", "Decision: {0}, version {1}, {2}, {3} yuan");
    public static readonly LocalizedText QueueOf = new("{0}（{1}）：{2} 笔排队，共需 {3} 元，现有余额 {4}。", "{0} ({1}): {2} wait, {3} yuan wanted, free: {4}.");
    public static readonly LocalizedText NoCeiling = new("不设总额", "no ceiling");
    public static readonly LocalizedText NobodyWaits = new("没有排队的申领。", "Nobody waits for money.");
    public static readonly LocalizedText NothingToDecide = new("没有待审核的申领。", "No claims to decide.");
    public static readonly LocalizedText ToDecideCount = new("待审核 {0} 笔。", "{0} claims to decide.");
    public static readonly LocalizedText NoNotices = new("没有消息。", "No notices.");
    public static readonly LocalizedText Unread = new("{0} 条未读。", "{0} unread.");
    public static readonly LocalizedText DigestOf = new("汇总：{0}", "Digest: {0}");
    public static readonly LocalizedText Answer = new("补正说明", "Answer");
    public static readonly LocalizedText MarkedRead = new("{0} 条标为已读。", "{0} marked as read.");
    public static readonly LocalizedText ClaimWhat = new("写明政策和对象，或用 --all-found 和政策。", "Name a policy and a subject, or --all-found and policies.");
    public static readonly LocalizedText GrantWhat = new("写明权益编号，或用 --policy。", "Name entitlements, or --policy.");
}
