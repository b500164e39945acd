using Wenbao.Kernel;

namespace Wenbao.Server;

/// <summary>The numbered problems of the web server.</summary>
public static class ServerProblems
{
    private static readonly ProblemCatalogue Catalogue = new("WEB");

    /// <summary>No page has the address.</summary>
    public static readonly ProblemKind NoPage = Catalogue.Define(1, 404,
        "没有这个页面。", "There is no such page.",
        "核对地址，或从首页、政策库重新进入。", "Check the address, or start again from the start page or the policy library.");

    /// <summary>The product failed; the log has more. {0} request number.</summary>
    public static readonly ProblemKind Fault = Catalogue.Define(2, 500,
        "页面出错了，请求编号 {0}。", "The page failed; request number {0}.",
        "稍后再试；仍然出错时把请求编号告诉运维人员。", "Try again later; if it fails again, tell the operator the request number.");

    /// <summary>The business day follows the real clock, or the data are real.</summary>
    public static readonly ProblemKind ClockNotMovable = Catalogue.Define(3, 409,
        "业务日期不能移动：数据不是演示数据，或日期随真实时间。", "The business day cannot be moved: the data are not made up, or the day follows the real clock.",
        "只有 wenbao demo 生成的数据可以移动日期。", "Only data made by wenbao demo can be moved in time.");

    /// <summary>The pack does not say how its past months are played. {0} the file, {1} the pack.</summary>
    public static readonly ProblemKind NoHistory = Catalogue.Define(4, 422,
        "数据包“{1}”没有 {0}，不能演示过去几个月的办理。", "Pack “{1}” has no {0}: its past months cannot be played.",
        "不用 --with-history，或在数据包中写明演示的安排。", "Leave out --with-history, or write down in the pack how they are played.");

    /// <summary>The district has been worked in, so that nothing can be played before what was done.</summary>
    public static readonly ProblemKind AlreadyWorkedIn = Catalogue.Define(5, 409,
        "数据目录中的演示区域已经办过业务，不能再从头演示。", "The demo district in the data folder has been worked in; its past months cannot be played any more.",
        "换一个 --data 目录，加 --with-history 重做。", "Use another --data folder and make it again with --with-history.");

    /// <summary>The database that the demo was to fill holds data already.</summary>
    public static readonly ProblemKind DatabaseInUse = Catalogue.Define(6, 409,
        "数据库中已有数据，不能在其中生成演示区域，也不会清除。", "The database holds data: no demo district is made in it, and nothing is removed.",
        "换一个空的数据库。", "Use an empty database.");
}
