using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>The numbered problems of claims and entitlements: numbers 81 to 99 of the module.</summary>
public static class EntitlementProblems
{
    private static readonly ProblemCatalogue Catalogue = new("POL");

    /// <summary>There is nothing to claim; the details say what stands in the way. {0} subject, {1} policy.</summary>
    public static readonly ProblemKind NothingToClaim = Catalogue.Define(81, 422,
        "“{0}”目前没有可以申领的“{1}”。", "“{0}” has nothing to claim under “{1}” at present.",
        "查看该对象的判定说明，看差在哪里、怎样补齐。", "Look at the subject's explanation: what is missing and how to mend it.");

    /// <summary>No account is known that could be paid. {0} policy.</summary>
    public static readonly ProblemKind AccountMissing = Catalogue.Define(82, 422,
        "登记库中没有“{0}”的收款账户。", "The registry has no account to be paid onto under “{0}”.",
        "到登记账户的部门（企业为税务、登记部门，个人为社会保障卡服务网点）登记收款账户，数据更新后再领取。",
        "Have the account recorded by the department that keeps it (for firms tax or registration, for persons the social-security card service), then claim again.");

    /// <summary>The last four digits are not those of the account on record.</summary>
    public static readonly ProblemKind AccountTailWrong = Catalogue.Define(83, 422,
        "账户后四位与登记的收款账户不一致。", "The last four digits are not those of the account on record.",
        "核对页面上显示的账户后四位；账户有变的，先到登记部门变更。", "Check the digits shown; if the account has changed, have the record changed first.");

    /// <summary>The account was not confirmed.</summary>
    public static readonly ProblemKind AccountTailNeeded = Catalogue.Define(84, 422,
        "请确认收款账户的后四位。", "Confirm the last four digits of the account.",
        "输入页面上显示的账户后四位。", "Enter the last four digits that are shown.");

    /// <summary>No entitlement has the number. {0} number.</summary>
    public static readonly ProblemKind EntitlementNotFound = Catalogue.Define(85, 404,
        "没有编号为 {0} 的权益。", "There is no entitlement {0}.",
        "用 wenbao entitlement list 查看权益编号。", "See the numbers with wenbao entitlement list.");

    /// <summary>The entitlement is in a state in which this cannot be done. {0} number, {1} state (zh), {2} state (en).</summary>
    public static readonly ProblemKind WrongState = Catalogue.Define(86, 409,
        "权益 {0} 的状态是“{1}”，不能这样办理。", "Entitlement {0} is “{2}”, so this cannot be done.",
        "刷新后查看它现在的状态和经过。", "Reload and look at its present state and history.");

    /// <summary>Who claimed on behalf may not grant. {0} actor.</summary>
    public static readonly ProblemKind SamePerson = Catalogue.Define(87, 403,
        "“{0}”代为申领了这笔权益，不能自己批准。", "“{0}” made this claim on behalf and may not grant it.",
        "由另一位有权的人审核。", "Let another person with the duty decide it.");

    /// <summary>Decided now, the conditions do not hold; the details name them. {0} number.</summary>
    public static readonly ProblemKind NotEntitled = Catalogue.Define(88, 409,
        "权益 {0} 按现在的数据不符合条件。", "Entitlement {0} does not meet the conditions by the present data.",
        "核对判定说明；确实不符合的，写明原因后不予批准。", "Check the explanation; if it is so, refuse the claim with the reason.");

    /// <summary>Data are missing, so that it can neither be granted nor refused; the details name the conditions. {0} number.</summary>
    public static readonly ProblemKind DataMissing = Catalogue.Define(89, 409,
        "权益 {0} 缺少数据，暂不能批准。", "Data are missing for entitlement {0}, so it cannot be granted yet.",
        "补齐判定说明中所缺的数据。", "Have the missing data of the explanation supplied.");

    /// <summary>Another entitlement has used the event. {0} number.</summary>
    public static readonly ProblemKind EventTaken = Catalogue.Define(90, 409,
        "权益 {0} 所用的业务记录已被另一笔权益占用。", "The event of entitlement {0} has been used by another entitlement.",
        "查看占用它的权益；撤销或追回后可以再用。", "Look at the one that uses it; when that is revoked or recovered, the event is free again.");

    /// <summary>A reason must be given.</summary>
    public static readonly ProblemKind ReasonNeeded = Catalogue.Define(91, 422,
        "请写明原因（1 至 {0} 字，不含个人信息）。", "Give the reason (1 to {0} characters, no personal data).",
        "写明原因后再提交。", "Write the reason and send it again.");

    /// <summary>The version that decided is not at hand. {0} policy, {1} version.</summary>
    public static readonly ProblemKind VersionGone = Catalogue.Define(92, 409,
        "找不到政策“{0}”的版本 {1}，不能重算。", "Version {1} of policy “{0}” is not at hand, so it cannot be decided again.",
        "装入当时使用的数据包或版本。", "Load the pack or version that was used then.");

    /// <summary>Decided again, the frozen inputs give something else. {0} number, {1} stored, {2} now.</summary>
    public static readonly ProblemKind ReplayDiffers = Catalogue.Define(93, 500,
        "权益 {0} 的判定重算不一致：原为 {1}，现为 {2}。", "The decision of entitlement {0} does not come out again: it was {1}, it is {2}.",
        "停止使用该判定，查明模型或数据是否被改动。", "Do not rely on the decision; find out whether model or data were altered.");

    /// <summary>The entitlement is held. {0} number.</summary>
    public static readonly ProblemKind EntitlementHeld = Catalogue.Define(94, 409,
        "权益 {0} 已暂缓办理。", "Entitlement {0} is held.",
        "查看暂缓原因；解除暂缓后再办理。", "Look at why it is held; let it go on first.");

    /// <summary>Too many in one call. {0} most.</summary>
    public static readonly ProblemKind TooMany = Catalogue.Define(95, 422,
        "一次最多办理 {0} 笔。", "At most {0} can be dealt with at a time.",
        "分几次办理，或按政策批量办理。", "Do it in portions, or by policy.");

    /// <summary>The kind of notice must be told. {0} kind.</summary>
    public static readonly ProblemKind NoticeNeeded = Catalogue.Define(96, 422,
        "依法必须送达的消息（{0}）不能停收。", "Notices that the law wants to be told ({0}) cannot be stopped.",
        "只停收其他消息。", "Stop other kinds only.");

    /// <summary>The filter names something unknown. {0} what.</summary>
    public static readonly ProblemKind FilterUnknown = Catalogue.Define(97, 422,
        "筛选条件“{0}”无法识别。", "The filter “{0}” is not known.",
        "从列表中选择。", "Choose from the list.");

    /// <summary>Nothing is granted under a suspended policy. {0} number, {1} since, {2} reason zh, {3} reason en.</summary>
    public static readonly ProblemKind GrantSuspended = Catalogue.Define(98, 409,
        "政策自 {1:yyyy-MM-dd} 起暂停办理，权益 {0} 暂不能批准：{2}", "The policy is suspended since {1:yyyy-MM-dd}, so entitlement {0} cannot be granted: {3}",
        "恢复办理后再批准；受理次序不变。", "Grant it when the policy is resumed; its place in the order of acceptance stays.");

    /// <summary>The term of claims is over. {0} policy zh, {1} policy en, {2} last day.</summary>
    public static readonly ProblemKind ClaimTermOver = Catalogue.Define(99, 409,
        "“{0}”的申领期限到 {2:yyyy-MM-dd} 为止，已经届满。", "“{1}” could be claimed until {2:yyyy-MM-dd}; that day has passed.",
        "期限内已受理的申领不受影响，照常办理。", "Claims accepted in time are not affected and go on.");

    /// <summary>The inbox of a duty has no settings. {0} duty.</summary>
    public static readonly ProblemKind NoSettings = Catalogue.Define(101, 422,
        "{0} 的收件箱由同一职责的工作人员共用，没有个人设置。", "The inbox of {0} is shared by all officers of the duty and has no settings.",
        "逐条标为已读即可；只有对象的收件箱可以设置。", "Mark notices as read; only inboxes of subjects have settings.");

    /// <summary>Nothing is asked of the subject. {0} number.</summary>
    public static readonly ProblemKind NothingToAnswer = Catalogue.Define(102, 409,
        "权益 {0} 没有暂缓，无需补正说明。", "Entitlement {0} is not held: there is nothing to answer.",
        "查看权益的办理经过。", "Look at the entitlement's history.");

    /// <summary>The hold was answered already. {0} number.</summary>
    public static readonly ProblemKind AlreadyAnswered = Catalogue.Define(103, 409,
        "权益 {0} 的补正说明已经提交，正在核对。", "The hold of entitlement {0} was answered already and is being looked into.",
        "等待工作人员答复；需要补充时工作人员会再次退回。", "Wait for the officer, who sends it back again if more is needed.");
}
