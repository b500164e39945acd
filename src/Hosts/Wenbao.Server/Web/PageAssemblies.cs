using System.Reflection;

namespace Wenbao.Server.Web;

/// <summary>The modules that have pages.</summary>
internal static class PageAssemblies
{
    public static readonly Assembly[] All = [typeof(Policies.PolicyPages).Assembly, typeof(Funds.FundsPages).Assembly];
}
