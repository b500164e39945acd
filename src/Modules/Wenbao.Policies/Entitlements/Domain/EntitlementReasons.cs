using Wenbao.Kernel;

namespace Wenbao.Policies.Entitlements;

/// <summary>Reasons that the product itself gives for what happens to an entitlement.</summary>
internal static class EntitlementReasons
{
    /// <summary>It waits for money.</summary>
    public static readonly LocalizedText WaitsForMoney = new("资金余额不足，按受理时间排队", "The fund line has too little money left; it waits in order of acceptance");

    /// <summary>It waits until earlier claims are decided, for which the money is kept.</summary>
    public static readonly LocalizedText WaitsForEarlier = new("受理在前的申领尚在审核，资金为其预留", "Earlier claims are still under review, and the money is kept for them");

    /// <summary>It waits until its policy is resumed.</summary>
    public static readonly LocalizedText PolicySuspended = new("政策暂停办理，恢复后按原次序继续", "The policy is suspended; it goes on at its place when the policy is resumed");

    /// <summary>The facts changed.</summary>
    public static readonly LocalizedText FactsChanged = new("登记库数据变化，重新计算", "The registry's data changed; calculated again");

    /// <summary>The policy's last day moved.</summary>
    public static readonly LocalizedText LastDayMoved = new("政策执行期限有变", "The policy's last day moved");

    /// <summary>A datum is missing.</summary>
    public static readonly LocalizedText DatumMissing = new("缺少数据，补齐后重新判定", "Data are missing; it is decided again once they are there");

    /// <summary>No account is known.</summary>
    public static readonly LocalizedText AccountMissing = new("登记库中没有收款账户，登记后继续办理", "The registry has no account to be paid onto; it goes on once there is one");

    /// <summary>A claim of the same event came first.</summary>
    public static readonly LocalizedText EventTaken = new("同一业务记录已被另一笔权益占用", "Another entitlement has used the same event");

    /// <summary>The claim window is over.</summary>
    public static readonly LocalizedText NotClaimedInTime = new("申领期限已过", "It was not claimed in time");

    /// <summary>There is no such case any more.</summary>
    public static readonly LocalizedText CaseGone = new("登记库中已没有这笔业务记录", "The registry no longer has the record it was for");

    /// <summary>The policy is not in force.</summary>
    public static readonly LocalizedText PolicyEnded = new("政策已停止执行", "The policy is no longer in force");

    /// <summary>Somebody objected to the published payment.</summary>
    public static readonly LocalizedText Objection = new("公示期内有异议，核实期间暂缓", "Somebody objected while it was published; it is held until that is settled");

    /// <summary>It was paid without right and came back.</summary>
    public static readonly LocalizedText Recovered = new("款项已全部追回", "The money has come back in full");

    /// <summary>The bank rejected the payment or sent the money back, with its reason.</summary>
    public static LocalizedText SentBack(LocalizedText reason) =>
        new($"银行退回（{reason.Zh}），等待更正账户", $"The bank sent the money back ({reason.En}); the account has to be mended");

    /// <summary>The money went back to the budget, with the officer's words.</summary>
    public static LocalizedText Released(string reason) =>
        new($"款项退回预算，经办人说明：{reason}", $"The money went back to the budget; the officer's words: {reason}");

    /// <summary>Money was lent, to be returned by a day.</summary>
    public static LocalizedText Lent(Money amount, DateOnly due)
    {
        var day = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new LocalizedText($"已借出 {amount.Grouped()} 元，应于 {day} 前（含当日）归还", $"{amount.Grouped()} yuan were lent, to be returned by {day}");
    }

    /// <summary>Conditions that do not hold, in one sentence.</summary>
    public static LocalizedText Failed(Policy policy, uint failed)
    {
        var reasons = policy.Conditions.Where((_, i) => (failed & (1u << i)) != 0).Select(c => c.Reason).ToList();
        return reasons.Count == 0
            ? FactsChanged
            : new LocalizedText(string.Join("；", reasons.Select(r => r.Zh)), string.Join("; ", reasons.Select(r => r.En)));
    }
}
