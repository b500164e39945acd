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
}
