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

    /// <summary>The chain ends before an anchor kept elsewhere, or differs there. {0} sequence of the anchor.</summary>
    public static readonly ProblemKind TailCut = Catalogue.Define(3, 500,
        "审计链与留存的锚点（第 {0} 条）不一致，尾部被截断或重写。", "The audit chain contradicts the anchor kept of link {0}: its tail was cut or rewritten.",
        "停止使用，从备份恢复并查明谁动过数据库。", "Stop, restore from a backup, and find out who touched the database.");
}
