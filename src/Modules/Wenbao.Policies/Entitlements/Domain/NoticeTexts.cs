using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Words for notices and their settings.</summary>
public static class NoticeTexts
{
    /// <summary>What a notice tells, in a few words.</summary>
    public static LocalizedText Word(NoticeKind kind) => kind switch
    {
        NoticeKind.Found => new("可以领取", "You can claim"),
        NoticeKind.DatumMissing => new("缺少数据，暂不能判定", "Data are missing"),
        NoticeKind.AccountMissing => new("缺少收款账户", "No account on record"),
        NoticeKind.Waiting => new("排队等资金", "Waiting for money"),
        NoticeKind.Granted => new("已批准", "Granted"),
        NoticeKind.Refused => new("未批准", "Refused"),
        NoticeKind.Paid => new("已到账", "Paid"),
        NoticeKind.Returned => new("银行退回", "Sent back by the bank"),
        NoticeKind.DueToLapse => new("即将到期", "About to lapse"),
        NoticeKind.Lapsed => new("已失效", "Lapsed"),
        NoticeKind.TakenBack => new("撤销或追回", "Taken back"),
        NoticeKind.Held => new("暂缓办理，请看原因", "Held; see why"),
        NoticeKind.Unheld => new("恢复办理", "Goes on"),
        NoticeKind.Answered => new("对象已补正说明", "A hold was answered"),
        NoticeKind.DecisionDiffers => new("判定结果有变", "Decided otherwise today"),
        _ => new("有申领待审核", "A claim to decide"),
    };

    /// <summary>How often notices are told.</summary>
    public static LocalizedText Word(NoticeDigest digest) => digest switch
    {
        NoticeDigest.Daily => new("每天汇总一次", "Once a day"),
        NoticeDigest.Weekly => new("每周一汇总一次", "Every Monday"),
        _ => new("随时", "At once"),
    };

    /// <summary>Whether subjects are told of it, not officers.</summary>
    public static bool IsForSubjects(NoticeKind kind) => kind is not (NoticeKind.DecisionDiffers or NoticeKind.ToDecide or NoticeKind.Answered);
}
