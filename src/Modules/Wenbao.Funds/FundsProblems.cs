using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>The numbered problems of funds.</summary>
public static partial class FundsProblems
{
    private static readonly ProblemCatalogue Catalogue = new("FND");

    /// <summary>No line has the id.</summary>
    public static readonly ProblemKind LineNotFound = Catalogue.Define(1, 404,
        "没有编号为“{0}”的资金科目。", "There is no fund line “{0}”.",
        "用 wenbao books balance 查看全部资金科目。", "See all fund lines with wenbao books balance.");

    /// <summary>A line has too little free money.</summary>
    public static readonly ProblemKind CeilingReached = Catalogue.Define(2, 409,
        "资金科目“{0}”可用余额 {1} 元，不足 {2} 元。", "Fund line “{0}” has {1} yuan free, less than {2}.",
        "等待追加、调剂或退回，或减少金额。", "Wait for more money to be given, moved or returned, or take a smaller amount.");

    /// <summary>Who entered it may not approve it.</summary>
    public static readonly ProblemKind SamePerson = Catalogue.Define(3, 403,
        "“{0}”是经办人，不能自己审批。", "“{0}” entered this and may not approve it.",
        "由另一位有权的人审批。", "Let another person with the duty approve it.");
}
