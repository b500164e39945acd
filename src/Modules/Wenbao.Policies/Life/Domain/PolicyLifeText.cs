using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>The states and kinds of a policy's life in words.</summary>
public static class PolicyLifeText
{
    /// <summary>A draft's state, to go on after "draft 12 is".</summary>
    public static LocalizedText Of(DraftState state) => state switch
    {
        DraftState.Editing => new LocalizedText("起草中", "being written"),
        DraftState.Tested => new LocalizedText("已测试", "tested"),
        DraftState.Simulated => new LocalizedText("已模拟", "simulated"),
        DraftState.Submitted => new LocalizedText("待审批", "waiting for approval"),
        DraftState.Scheduled => new LocalizedText("待生效", "scheduled"),
        DraftState.Published => new LocalizedText("已发布", "published"),
        _ => new LocalizedText("已放弃", "given up"),
    };

    /// <summary>A change's kind.</summary>
    public static LocalizedText Of(PolicyChangeKind kind) => kind switch
    {
        PolicyChangeKind.Suspend => new LocalizedText("暂停", "suspension"),
        PolicyChangeKind.Resume => new LocalizedText("恢复", "resumption"),
        PolicyChangeKind.Extend => new LocalizedText("延长", "extension"),
        _ => new LocalizedText("终止", "early end"),
    };

    /// <summary>A change's state.</summary>
    public static LocalizedText Of(PolicyChangeState state) => state switch
    {
        PolicyChangeState.Waiting => new LocalizedText("待审批", "waiting for approval"),
        PolicyChangeState.Scheduled => new LocalizedText("待生效", "scheduled"),
        PolicyChangeState.Done => new LocalizedText("已生效", "in force"),
        _ => new LocalizedText("未批准或已撤销", "not approved or called off"),
    };

    /// <summary>A policy's standing, to go on after "policy X is".</summary>
    public static LocalizedText Of(PolicyStandingKind kind) => kind switch
    {
        PolicyStandingKind.NotYet => new LocalizedText("尚未生效", "not yet in force"),
        PolicyStandingKind.InForce => new LocalizedText("生效中", "in force"),
        PolicyStandingKind.Suspended => new LocalizedText("暂停办理", "suspended"),
        _ => new LocalizedText("已终止", "over"),
    };

    /// <summary>What happened.</summary>
    public static LocalizedText Of(LifeEventKind kind) => kind switch
    {
        LifeEventKind.Drafted => new LocalizedText("建立草稿", "draft made"),
        LifeEventKind.Edited => new LocalizedText("修改文件", "file changed"),
        LifeEventKind.ParameterSet => new LocalizedText("设定参数", "parameter set"),
        LifeEventKind.Tested => new LocalizedText("运行算例", "examples run"),
        LifeEventKind.Simulated => new LocalizedText("模拟", "simulated"),
        LifeEventKind.Submitted => new LocalizedText("提交审批", "submitted"),
        LifeEventKind.Withdrawn => new LocalizedText("撤回", "withdrawn"),
        LifeEventKind.Discarded => new LocalizedText("放弃", "given up"),
        LifeEventKind.Requested => new LocalizedText("申请变更", "change requested"),
        LifeEventKind.Approved => new LocalizedText("批准", "approved"),
        LifeEventKind.Rejected => new LocalizedText("退回", "returned"),
        LifeEventKind.Published => new LocalizedText("生效", "in force"),
        LifeEventKind.Suspended => new LocalizedText("暂停办理", "suspended"),
        _ => new LocalizedText("恢复办理", "resumed"),
    };

    /// <summary>Where a version came from.</summary>
    public static LocalizedText Of(VersionOrigin origin) => origin switch
    {
        VersionOrigin.Pack => new LocalizedText("数据包", "pack"),
        VersionOrigin.Draft => new LocalizedText("草稿", "draft"),
        _ => new LocalizedText("有效期变更", "change of validity"),
    };
}
