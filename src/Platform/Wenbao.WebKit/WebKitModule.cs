using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.WebKit.Users;

namespace Wenbao.WebKit;

/// <summary>Puts the shared parts of all pages together for a host.</summary>
public static class WebKitModule
{
    /// <summary>Adds the current user and what the layout shows.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="navigation">The entries of the main navigation, in order.</param>
    public static IServiceCollection AddWebKit(this IServiceCollection services, IReadOnlyList<NavigationEntry> navigation)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton(new SiteNavigation(navigation));
        services.AddScoped<CurrentUser>();
        return services;
    }

    /// <summary>Maps the style sheet and icon.</summary>
    public static IEndpointRouteBuilder MapTheme(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(ThemeAssets.Root + "{name}", ThemeAssets.Serve);
        return endpoints;
    }
}
