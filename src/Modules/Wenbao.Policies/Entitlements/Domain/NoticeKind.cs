namespace Wenbao.Policies;

/// <summary>What a notice tells (消息种类).</summary>
public enum NoticeKind
{
    /// <summary>The subject is entitled and can claim (符合条件，可以申领).</summary>
    Found,

    /// <summary>Data are missing, so that it cannot be told whether the subject is entitled (缺数据).</summary>
    DatumMissing,

    /// <summary>No account is known that money could be paid onto (缺收款账户).</summary>
    AccountMissing,

    /// <summary>The claim waits for money (排队待拨).</summary>
    Waiting,

    /// <summary>The claim was granted (已批准). Legally needed.</summary>
    Granted,

    /// <summary>The claim was refused, with the reason (不予批准). Legally needed.</summary>
    Refused,

    /// <summary>A statement proves that the money left (已拨付).</summary>
    Paid,

    /// <summary>The bank sent the money back (退汇). Legally needed: the account must be mended.</summary>
    Returned,

    /// <summary>It lapses unless it is claimed (将要失效).</summary>
    DueToLapse,

    /// <summary>It lapsed (已失效).</summary>
    Lapsed,

    /// <summary>A grant was taken back or claimed back (撤销、追回). Legally needed.</summary>
    TakenBack,

    /// <summary>It is held, or sent back to be supplemented, with the reason (暂缓、退回补正). Legally needed: the subject may have to answer.</summary>
    Held,

    /// <summary>What was held goes on (恢复办理). Legally needed.</summary>
    Unheld,

    /// <summary>To an officer: decided today, a granted entitlement would come out otherwise (判定结果有变).</summary>
    DecisionDiffers,

    /// <summary>To an officer: a claim waits for a decision (有申领待审核).</summary>
    ToDecide,

    /// <summary>To an officer: the subject answered a hold (已补正说明).</summary>
    Answered,
}

/// <summary>What the kinds have in common.</summary>
public static class NoticeKinds
{
    /// <summary>Whether the law wants it to be told, so that it cannot be stopped nor delayed.</summary>
    public static bool IsLegallyNeeded(this NoticeKind kind) => kind is
        NoticeKind.Granted or NoticeKind.Refused or NoticeKind.Returned or NoticeKind.TakenBack or NoticeKind.Held or NoticeKind.Unheld;
}

/// <summary>How often notices are told that can wait (消息汇总).</summary>
public enum NoticeDigest
{
    /// <summary>At once (即时).</summary>
    None,

    /// <summary>On the next day (每日汇总).</summary>
    Daily,

    /// <summary>On the next Monday (每周汇总).</summary>
    Weekly,
}
