using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.WebKit.Users;

namespace Wenbao.WebKit;

/// <summary>Puts the shared parts of all pages together for a host.</summary>
public static class WebKitModule
{
    /// <summary>Adds the reader's language, the current user and the theme.</summary>
    public static IServiceCollection AddWebKit(this IServiceCollection services, WebKitOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.AddHttpContextAccessor();
        services.AddSingleton(options);
        services.AddScoped<CurrentUser>();
        services.AddLocalization();
        ReaderLanguage.Configure(services);
        return services;
    }

    /// <summary>Maps the theme and the choice of demo user.</summary>
    public static IEndpointRouteBuilder MapWebKit(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet(ThemeAssets.Root + "{name}", ThemeAssets.Serve);
        endpoints.MapPost(CurrentUser.ChoiceAddress, Choose);
        return endpoints;
    }

    private static IResult Choose(HttpContext http, [FromForm] string? user, [FromForm] string? back)
    {
        http.Response.Cookies.Append(CurrentUser.Cookie, user ?? "", new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return Results.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal);
}
