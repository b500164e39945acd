namespace Wenbao.Policies;

/// <summary>Where a version came from.</summary>
public enum VersionOrigin
{
    /// <summary>The pack (数据包).</summary>
    Pack,

    /// <summary>A draft (草稿).</summary>
    Draft,

    /// <summary>A change of its validity (延长、终止).</summary>
    Change,
}

/// <summary>How far a draft has come (草稿状态).</summary>
public enum DraftState
{
    /// <summary>Being written; its examples have not passed as it stands (起草中).</summary>
    Editing,

    /// <summary>Every example passes (已测试).</summary>
    Tested,

    /// <summary>Tested, and its effect is known (已模拟).</summary>
    Simulated,

    /// <summary>Waits for another person's decision (待审批).</summary>
    Submitted,

    /// <summary>Approved, waits for its day (待生效).</summary>
    Scheduled,

    /// <summary>It became a version (已发布).</summary>
    Published,

    /// <summary>Given up (已放弃).</summary>
    Discarded,
}

/// <summary>What a change does to a policy (变更种类).</summary>
public enum PolicyChangeKind
{
    /// <summary>Claims are refused until it is resumed (暂停).</summary>
    Suspend,

    /// <summary>Claims are taken again (恢复).</summary>
    Resume,

    /// <summary>It is valid longer (延长).</summary>
    Extend,

    /// <summary>It is valid shorter (终止).</summary>
    End,
}

/// <summary>How far a change has come.</summary>
public enum PolicyChangeState
{
    /// <summary>Waits for another person's decision (待审批).</summary>
    Waiting,

    /// <summary>Approved, waits for its day (待生效).</summary>
    Scheduled,

    /// <summary>In force (已生效).</summary>
    Done,

    /// <summary>Not approved, or called off (未批准、已撤销).</summary>
    Rejected,
}

/// <summary>The lists of a simulation.</summary>
public enum SimulatedList
{
    /// <summary>Whoever gets more, or is found now (受益).</summary>
    Gains,

    /// <summary>Whoever gets less, or is no longer found (受损).</summary>
    Losses,

    /// <summary>Whoever just misses the draft (差一点).</summary>
    NearMisses,
}

/// <summary>What happened in a policy's life (办理记录).</summary>
public enum LifeEventKind
{
    /// <summary>A draft was made.</summary>
    Drafted,

    /// <summary>A file was changed.</summary>
    Edited,

    /// <summary>A parameter was set.</summary>
    ParameterSet,

    /// <summary>The examples were run.</summary>
    Tested,

    /// <summary>The draft was simulated.</summary>
    Simulated,

    /// <summary>The draft was submitted.</summary>
    Submitted,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>It was given up.</summary>
    Discarded,

    /// <summary>A change was asked for.</summary>
    Requested,

    /// <summary>It was approved.</summary>
    Approved,

    /// <summary>It was not approved.</summary>
    Rejected,

    /// <summary>A version came into force.</summary>
    Published,

    /// <summary>Claims are refused from this day.</summary>
    Suspended,

    /// <summary>Claims are taken again from this day.</summary>
    Resumed,
}
