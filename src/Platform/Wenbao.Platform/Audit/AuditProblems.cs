using Wenbao.Kernel;

namespace Wenbao.Platform.Audit;

/// <summary>The numbered problems of the audit chain.</summary>
public static class AuditProblems
{
    private static readonly ProblemCatalogue Catalogue = new("AUD");

    /// <summary>A link's content no longer gives its hash. {0} sequence.</summary>
    public static readonly ProblemKind LinkAltered = Catalogue.Define(1, 500,
        "审计链第 {0} 条的内容与其哈希不符，已被改动。", "Link {0} of the audit chain does not match its hash: it was altered.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>A link is missing or out of place. {0} sequence expected.</summary>
    public static readonly ProblemKind LinkMissing = Catalogue.Define(2, 500,
        "审计链缺少第 {0} 条，或顺序被改动。", "Link {0} of the audit chain is missing or out of place.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>The chain ends before an anchor kept elsewhere. {0} sequence of the anchor, {1} the last link there is.</summary>
    public static readonly ProblemKind TailCut = Catalogue.Define(3, 500,
        "留存的锚点记载有第 {0} 条，而审计链止于第 {1} 条：尾部被截断，或锚点不属于这个数据库。", "An anchor was kept of link {0}, but the audit chain ends at link {1}: its tail was cut, or the anchor belongs to another database.",
        "停止使用，从备份恢复并查明谁动过数据库；若刚从较早的备份恢复，保存锚点文件作证据后换新文件。", "Stop, restore from a backup, and find out who touched the database; after restoring an older backup, put the anchor file aside as evidence and begin a new one.");

    /// <summary>A link is whole in itself but does not follow from the one before: one of the two was replaced. {0} sequence.</summary>
    public static readonly ProblemKind LinkDetached = Catalogue.Define(4, 500,
        "审计链第 {0} 条与前一条不相接，两条之一被整条替换。", "Link {0} of the audit chain does not follow from the one before: one of the two was replaced.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>The chain is whole in itself but not the one an anchor was kept of. {0} sequence of the anchor, {1} of the last anchor that still holds, 0 for none.</summary>
    public static readonly ProblemKind Rewritten = Catalogue.Define(5, 500,
        "审计链第 {0} 条与留存的锚点不一致：第 {1} 条之后的链被重写。", "Link {0} of the audit chain is not the one an anchor was kept of: the chain was rewritten behind link {1}.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>A line of the anchor file cannot be read. {0} line.</summary>
    public static readonly ProblemKind AnchorUnreadable = Catalogue.Define(6, 422,
        "锚点文件第 {0} 行无法读取。", "Line {0} of the anchor file cannot be read.",
        "查明谁改过该文件；保存它作证据，用另存的副本核验，并换新文件。", "Find out who changed the file; put it aside as evidence, verify with a copy kept elsewhere, and begin a new one.");

    /// <summary>What a link sealed is stored otherwise now. {0} subject, {1} sequence.</summary>
    public static readonly ProblemKind SealedAltered = Catalogue.Define(7, 500,
        "{0} 的内容与审计链第 {1} 条封存的摘要不符，已被改动。", "The content of {0} does not match the digest that link {1} sealed: it was altered.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>What a link sealed is not there. {0} subject, {1} sequence.</summary>
    public static readonly ProblemKind SealedMissing = Catalogue.Define(8, 500,
        "审计链第 {1} 条封存的 {0} 已不存在。", "{0}, which link {1} sealed, is gone.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>There is a content that no link sealed. {0} subject.</summary>
    public static readonly ProblemKind Unsealed = Catalogue.Define(9, 500,
        "{0} 没有审计记录，不是经系统办理写入的。", "{0} has no link in the audit chain: it was not written by an operation.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");

    /// <summary>Two links sealed the same content. {0} subject, {1} sequence of the second.</summary>
    public static readonly ProblemKind SealedTwice = Catalogue.Define(10, 500,
        "审计链第 {1} 条再次封存 {0}。", "Link {1} seals {0} a second time.",
        "把核验结果交给运维：两项办理写了同一份内容。", "Hand this to the operator: two operations wrote the same content.");

    /// <summary>The anchor file cannot be written. {0} what the system says.</summary>
    public static readonly ProblemKind AnchorsNotKept = Catalogue.Define(11, 503,
        "锚点文件无法写入：{0}", "The anchor file cannot be written: {0}",
        "检查数据目录的权限和磁盘空间；办理不受影响，但期间截断的尾部查不出来。", "Check the rights and the space of the data folder; work goes on, but a tail cut meanwhile would not be seen.");

    /// <summary>The file knows a later end than the database. {0} sequence of the anchor.</summary>
    public static readonly ProblemKind AnchorsContradict = Catalogue.Define(12, 503,
        "锚点文件记载的第 {0} 条不在数据库中，因此不再追加锚点。", "Link {0} of the anchor file is not in the database, so no anchors are added.",
        "运行 wenbao audit verify；若刚恢复了较早的备份，保存该文件作证据后换新文件。", "Run wenbao audit verify; after restoring an older backup, put the file aside as evidence and begin a new one.");
}
