using Microsoft.AspNetCore.Routing;
using Wenbao.WebKit;

namespace Wenbao.Funds;

/// <summary>Puts the pages of funds together for a host.</summary>
public static class FundsPages
{
    /// <summary>The entries of the main navigation.</summary>
    public static IReadOnlyList<NavigationEntry> Navigation { get; } = [];

    /// <summary>Maps what the forms of the pages post to, and the files they hand out.</summary>
    public static IEndpointRouteBuilder MapFundsForms(this IEndpointRouteBuilder routes) => routes;
}
