using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>The numbered problems of the pipeline.</summary>
public static class OperationProblems
{
    private static readonly ProblemCatalogue Catalogue = new("OPS");

    /// <summary>The operation contradicts itself; the details say how. {0} count.</summary>
    public static readonly ProblemKind Invalid = Catalogue.Define(1, 422,
        "请求有 {0} 处问题。", "The request has {0} problem(s).",
        "逐条改正后重新提交。", "Mend each and send it again.");

    /// <summary>There is no such user. {0} id.</summary>
    public static readonly ProblemKind ActorUnknown = Catalogue.Define(2, 401,
        "没有用户“{0}”。", "There is no user “{0}”.",
        "重新选择或登录。", "Choose again or sign in.");

    /// <summary>The user may not do this. {0} operation, {1} the duties that may in Chinese, {2} in English.</summary>
    public static readonly ProblemKind NotAllowed = Catalogue.Define(3, 403,
        "“{0}”由{1}办理，您没有这项职责。", "“{0}” is for the {2}; you have no such duty.",
        "换用有此职责的用户，或请其办理。", "Use a user with that duty, or ask one.");

    /// <summary>The key was used before for something else. {0} key.</summary>
    public static readonly ProblemKind KeyUsedOtherwise = Catalogue.Define(4, 409,
        "幂等键“{0}”已用于另一个请求。", "The idempotency key “{0}” was used for another request.",
        "内容不同的请求使用新的键。", "Use a new key for a request with other content.");

    /// <summary>The record was changed since the sender saw it. {0} version seen, {1} version now.</summary>
    public static readonly ProblemKind ChangedMeanwhile = Catalogue.Define(5, 409,
        "该记录已被他人修改：您看到的是第 {0} 版，现为第 {1} 版。", "The record was changed meanwhile: you saw version {0}, it is now version {1}.",
        "刷新后核对再提交。", "Reload, check, and send again.");

    /// <summary>The key is empty or too long. {0} limit.</summary>
    public static readonly ProblemKind KeyMalformed = Catalogue.Define(6, 400,
        "幂等键应为 1 至 {0} 个字符。", "An idempotency key has 1 to {0} characters.",
        "改用较短的键，如一个 UUID。", "Use a shorter key, such as a UUID.");

    /// <summary>The disk of the database is full; nothing was done. {0} what the system says.</summary>
    public static readonly ProblemKind DiskFull = Catalogue.Define(7, 507,
        "数据库所在磁盘已满，本次没有办理：{0}", "The disk of the database is full, and nothing was done: {0}",
        "请运维腾出空间，然后原样重新提交。", "Have the operator make room, then send the same again.");

    /// <summary>The database is busy or too slow; nothing was done. {0} what the system says.</summary>
    public static readonly ProblemKind DatabaseBusy = Catalogue.Define(8, 503,
        "数据库正忙，本次没有办理：{0}", "The database is busy, and nothing was done: {0}",
        "稍后原样重新提交；若总是如此，请运维查看谁占用数据库。", "Send the same again in a while; if it stays so, have the operator see who keeps the database.");

    /// <summary>The database cannot be reached, read or written; nothing was done. {0} what the system says.</summary>
    public static readonly ProblemKind DatabaseAway = Catalogue.Define(9, 503,
        "数据库无法使用，本次没有办理：{0}", "The database cannot be used, and nothing was done: {0}",
        "请运维检查数据库，然后原样重新提交。", "Have the operator look after the database, then send the same again.");

    /// <summary>The database was lost in the middle of the commit. {0} what the system says.</summary>
    public static readonly ProblemKind OutcomeUnknown = Catalogue.Define(10, 503,
        "提交时与数据库失去联系，无法确定是否已办理：{0}", "The database was lost while it committed, so it is not known whether this was done: {0}",
        "用同一个幂等键重新提交：已办理的不会重复办理；没有用键的，先查看再决定。", "Send it again under the same idempotency key: what was done is not done twice. Without a key, look first.");
}
