using System.Reflection;

namespace Wenbao.Server.Web;

/// <summary>Where pages are: the modules, and the audit with the shared controls.</summary>
internal static class PageAssemblies
{
    public static readonly Assembly[] All = [typeof(Policies.PolicyPages).Assembly, typeof(Funds.FundsPages).Assembly, typeof(WebKit.AuditPages).Assembly];
}
