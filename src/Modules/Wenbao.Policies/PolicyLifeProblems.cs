using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>The numbered problems of a policy's life: drafts, versions, suspensions.</summary>
public static class PolicyLifeProblems
{
    private static readonly ProblemCatalogue Catalogue = new("LIFE");

    /// <summary>No draft has the number. {0} number.</summary>
    public static readonly ProblemKind DraftNotFound = Catalogue.Define(1, 404,
        "没有第 {0} 号草稿。", "There is no draft {0}.",
        "用 wenbao policy draft list 查看草稿。", "See the drafts with wenbao policy draft list.");

    /// <summary>The draft can no longer be edited. {0} number, {1} state zh, {2} state en.</summary>
    public static readonly ProblemKind DraftNotEditable = Catalogue.Define(2, 409,
        "第 {0} 号草稿{1}，不能再改。", "Draft {0} is {2} and can no longer be changed.",
        "先撤回提交，或另建一份草稿。", "Withdraw it first, or make another draft.");

    /// <summary>A draft has no file of that name. {0} name, {1} possible names.</summary>
    public static readonly ProblemKind FileNotOfPolicy = Catalogue.Define(3, 422,
        "政策没有名为“{0}”的文件；应为：{1}。", "A policy has no file “{0}”; it has: {1}.",
        "改用所列文件名之一，不带路径。", "Use one of the names listed, without a path.");

    /// <summary>A file is too large. {0} name, {1} characters, {2} limit.</summary>
    public static readonly ProblemKind FileTooLarge = Catalogue.Define(4, 422,
        "{0} 有 {1} 个字符，上限为 {2} 个。", "{0} has {1} characters; the limit is {2}.",
        "精简内容后再保存。", "Shorten it and save again.");

    /// <summary>The text holds control characters. {0} name, {1} line.</summary>
    public static readonly ProblemKind TextNotPlain = Catalogue.Define(5, 422,
        "{0} 第 {1} 行含有控制字符。", "{0} holds a control character in line {1}.",
        "另存为 UTF-8 纯文本后再粘贴。", "Save it as plain UTF-8 text and paste it again.");

    /// <summary>The draft has faults. {0} number, {1} count.</summary>
    public static readonly ProblemKind DraftFaulty = Catalogue.Define(6, 422,
        "第 {0} 号草稿有 {1} 处错误。", "Draft {0} has {1} faults.",
        "逐条改正后重试。", "Mend each and try again.");

    /// <summary>A policy of that id exists or is drafted. {0} id.</summary>
    public static readonly ProblemKind PolicyIdTaken = Catalogue.Define(7, 409,
        "政策编号“{0}”已被使用。", "The policy id “{0}” is taken.",
        "换一个编号。", "Choose another id.");

    /// <summary>The id is not written as ids are. {0} id.</summary>
    public static readonly ProblemKind PolicyIdMalformed = Catalogue.Define(8, 422,
        "“{0}”不能作政策编号。", "“{0}” cannot be a policy's id.",
        "用 3 至 60 个小写字母、数字和连字符，以字母开头，如 stable-employment-refund。", "Use 3 to 60 lower-case letters, digits and hyphens, a letter first, such as stable-employment-refund.");

    /// <summary>The policy has no such parameter. {0} policy, {1} parameter.</summary>
    public static readonly ProblemKind ParameterNotFound = Catalogue.Define(9, 404,
        "政策“{0}”没有参数“{1}”。", "Policy “{0}” has no parameter “{1}”.",
        "参数编号见 parameters.yaml。", "The ids stand in parameters.yaml.");

    /// <summary>The value does not fit the parameter's type. {0} parameter, {1} wanted zh, {2} wanted en, {3} given.</summary>
    public static readonly ProblemKind ParameterValueWrong = Catalogue.Define(10, 422,
        "参数“{0}”应为{1}，写的是“{3}”。", "Parameter “{0}” should be {2}, but “{3}” was given.",
        "按该参数的类型填写。", "Write it by the parameter's type.");

    /// <summary>parameters.yaml cannot be read, so no value can be set in it.</summary>
    public static readonly ProblemKind ParametersNotReadable = Catalogue.Define(11, 422,
        "parameters.yaml 有错，不能用表单改参数。", "parameters.yaml has faults; no value can be set by the form.",
        "先在文件编辑中改正。", "Mend it in the file editor first.");

    /// <summary>The draft was not tested as it stands, or examples fail. {0} number.</summary>
    public static readonly ProblemKind NotTested = Catalogue.Define(12, 409,
        "第 {0} 号草稿现在的内容没有通过全部算例。", "Draft {0}, as it stands, has not passed all its examples.",
        "运行测试，改到全部通过。", "Run the test and mend until every example passes.");

    /// <summary>The draft was not simulated as it stands. {0} number.</summary>
    public static readonly ProblemKind NotSimulated = Catalogue.Define(13, 409,
        "第 {0} 号草稿现在的内容没有模拟过。", "Draft {0}, as it stands, has not been simulated.",
        "运行模拟，看过影响后再提交。", "Run the simulation, look at the effect, then submit.");

    /// <summary>The day lies before today. {0} day, {1} today.</summary>
    public static readonly ProblemKind DayPassed = Catalogue.Define(14, 422,
        "生效日 {0:yyyy-MM-dd} 早于今天（{1:yyyy-MM-dd}）。", "The day {0:yyyy-MM-dd} lies before today ({1:yyyy-MM-dd}).",
        "选今天或以后的日子；已提交的退回后重新提交。", "Choose today or a later day; return what was submitted and submit it anew.");

    /// <summary>Who worked on it may not approve it. {0} actor.</summary>
    public static readonly ProblemKind SamePerson = Catalogue.Define(15, 403,
        "“{0}”参与了起草或提交，不能自己审批。", "“{0}” wrote or submitted this and may not approve it.",
        "由另一位政策专员审批。", "Let another policy officer approve it.");

    /// <summary>It does not wait for a decision. {0} what zh, {1} what en.</summary>
    public static readonly ProblemKind NotWaiting = Catalogue.Define(16, 409,
        "{0}不在待审批状态。", "{1} does not wait for approval.",
        "刷新后核对状态。", "Reload and look at its state.");

    /// <summary>Another version came into force since the draft was made. {0} draft's base, {1} version in force.</summary>
    public static readonly ProblemKind BaseMovedOn = Catalogue.Define(17, 409,
        "草稿依据的版本是 {0}，现行版本已是 {1}。", "The draft rests on version {0}; in force is {1} by now.",
        "从现行版本另建草稿，把改动移过去。", "Make a draft of the version in force and carry the changes over.");

    /// <summary>Another change of the policy is scheduled. {0} policy, {1} day.</summary>
    public static readonly ProblemKind OtherChangeScheduled = Catalogue.Define(18, 409,
        "政策“{0}”已有一项变更定于 {1:yyyy-MM-dd} 生效。", "Policy “{0}” has another change scheduled for {1:yyyy-MM-dd}.",
        "等该项生效，或先撤销它。", "Wait for it to come into force, or call it off first.");

    /// <summary>Claims are refused while the policy is suspended. {0} day, {1} reason zh, {2} reason en.</summary>
    public static readonly ProblemKind Suspended = Catalogue.Define(19, 409,
        "该政策自 {0:yyyy-MM-dd} 起暂停办理：{1}", "The policy is suspended since {0:yyyy-MM-dd}: {2}",
        "恢复办理后再申领；已符合的不受影响。", "Claim when it is resumed; being eligible is not affected.");

    /// <summary>The policy is not in force yet.</summary>
    public static readonly ProblemKind NotYetInForce = Catalogue.Define(20, 409,
        "该政策尚未生效。", "The policy is not in force yet.",
        "生效后再申领。", "Claim when it is.");

    /// <summary>The policy already stands as asked for. {0} policy, {1} standing zh, {2} standing en, {3} day.</summary>
    public static readonly ProblemKind StandsSo = Catalogue.Define(21, 409,
        "政策“{0}”在 {3:yyyy-MM-dd} {1}。", "Policy “{0}” is {2} on {3:yyyy-MM-dd}.",
        "核对政策状态和日期。", "Check the policy's standing and the day.");

    /// <summary>No change has the number. {0} number.</summary>
    public static readonly ProblemKind ChangeNotFound = Catalogue.Define(22, 404,
        "没有第 {0} 号变更。", "There is no change {0}.",
        "在政策工作台查看变更。", "See the changes on the policy desk.");

    /// <summary>The last day wanted does not fit. {0} wanted, {1} present last day.</summary>
    public static readonly ProblemKind LastDayWrong = Catalogue.Define(23, 422,
        "最后一日 {0:yyyy-MM-dd} 不合适：现在的最后一日是 {1:yyyy-MM-dd}。", "The last day {0:yyyy-MM-dd} does not fit: at present it is {1:yyyy-MM-dd}.",
        "延长要晚于现在的最后一日；终止要早于它，且不早于变更生效日的前一日。", "To extend, choose a later one; to end, an earlier one, not before the eve of the change.");

    /// <summary>No version has the name. {0} policy, {1} version.</summary>
    public static readonly ProblemKind VersionNotFound = Catalogue.Define(24, 404,
        "政策“{0}”没有版本“{1}”。", "Policy “{0}” has no version “{1}”.",
        "用 wenbao policy versions 查看版本。", "See the versions with wenbao policy versions.");

    /// <summary>The draft says what is in force already. {0} number.</summary>
    public static readonly ProblemKind NothingChanged = Catalogue.Define(25, 409,
        "第 {0} 号草稿与现行版本相同。", "Draft {0} says what is in force already.",
        "改动后再提交。", "Change something before you submit it.");

    /// <summary>policy.yaml names another policy. {0} id wanted, {1} id there.</summary>
    public static readonly ProblemKind IdDiffers = Catalogue.Define(26, 422,
        "id 应为“{0}”，写的是“{1}”。", "The id should be “{0}”, but says “{1}”.",
        "改回草稿的政策编号；要另立政策，请复制为新编号。", "Write the draft's own policy id; for another policy copy it under a new id.");

    /// <summary>The draft is for another subject type. {0} wanted, {1} there.</summary>
    public static readonly ProblemKind AudienceDiffers = Catalogue.Define(27, 422,
        "适用对象应为“{0}”，写的是“{1}”。", "The audience should be “{0}”, but says “{1}”.",
        "适用对象不能在版本之间改变；要面向另一类对象，请复制为新编号。", "Versions keep their audience; for another one copy the policy under a new id.");

    /// <summary>There is no example, so nothing is tested.</summary>
    public static readonly ProblemKind NoExample = Catalogue.Define(28, 422,
        "没有算例。", "There is no example.",
        "至少写一个算例。", "Write one at least.");

    /// <summary>No simulation has the number. {0} number.</summary>
    public static readonly ProblemKind SimulationNotFound = Catalogue.Define(29, 404,
        "没有第 {0} 号模拟。", "There is no simulation {0}.",
        "重新运行模拟。", "Run the simulation again.");

    /// <summary>The catalogue number belongs to another policy. {0} number, {1} policy.</summary>
    public static readonly ProblemKind NumberTaken = Catalogue.Define(30, 422,
        "序号 {0} 已属于政策“{1}”。", "The number {0} belongs to policy “{1}”.",
        "换一个序号。", "Choose another number.");

    /// <summary>The policy has no parameter that holds its last day. {0} policy, {1} parameter.</summary>
    public static readonly ProblemKind NoLastDayParameter = Catalogue.Define(31, 409,
        "政策“{0}”没有日期参数“{1}”，不能直接延长或终止。", "Policy “{0}” has no date parameter “{1}”, so it cannot simply be extended or ended.",
        "用草稿修改有效期。", "Change its validity by a draft.");

    /// <summary>A sweep wants too many values, or none. {0} limit.</summary>
    public static readonly ProblemKind SweepValuesWrong = Catalogue.Define(32, 422,
        "逐值试算要 1 至 {0} 个取值。", "A sweep takes 1 to {0} values.",
        "减少或补上取值。", "Give fewer, or some.");

    /// <summary>A text is too long. {0} field, {1} limit.</summary>
    public static readonly ProblemKind TextTooLong = Catalogue.Define(33, 422,
        "“{0}”太长，最多 {1} 个字符。", "“{0}” is too long: at most {1} characters.",
        "缩短后再提交。", "Shorten it and send again.");

    /// <summary>A reason is needed.</summary>
    public static readonly ProblemKind ReasonMissing = Catalogue.Define(34, 422,
        "没有写明理由。", "There is no reason given.",
        "写明理由，申领人和审批人会看到它。", "Give the reason; claimants and approvers read it.");

    /// <summary>A stored version cannot be loaded. {0} policy, {1} version.</summary>
    public static readonly ProblemKind VersionNotLoadable = Catalogue.Define(35, 500,
        "政策“{0}”已发布的版本 {1} 无法载入。", "Version {1} of policy “{0}” was published but cannot be loaded.",
        "按所列各条检查登记库声明是否改动过，改回后重试。", "See below whether the registry's declaration was changed; change it back and try again.");

    /// <summary>A draft has no example of that id. {0} id.</summary>
    public static readonly ProblemKind ExampleNotFound = Catalogue.Define(36, 404,
        "草稿没有算例“{0}”。", "The draft has no example “{0}”.",
        "核对算例编号，或直接修改 examples.yaml。", "Check its id, or edit examples.yaml as a whole.");

    /// <summary>A rewritten example is no example. {0} id.</summary>
    public static readonly ProblemKind ExampleNotReadable = Catalogue.Define(37, 422,
        "算例“{0}”改后的内容不是一个算例，或编号变了。", "What was written is not one example, or no longer has the id “{0}”.",
        "以“- id: {0}”开头，写一个完整的算例。", "Begin with “- id: {0}” and write one whole example.");
}
