using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Web;

/// <summary>Choosing a demo user: a form posts the choice, a cookie keeps it.</summary>
public static class DemoUserEndpoints
{
    /// <summary>Where the form posts to.</summary>
    public const string Path = "/demo-user";

    private const string CookieName = "wenbao_user";

    /// <summary>Maps the form's address; needs <c>UseAntiforgery()</c>.</summary>
    public static IEndpointRouteBuilder MapDemoUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, (HttpContext http, [FromForm] string user, [FromForm] string? back) =>
        {
            if (DemoUsers.All.Any(u => u.Actor == user))
            {
                http.Response.Cookies.Append(CookieName, user, new CookieOptions { SameSite = SameSiteMode.Strict, HttpOnly = true, IsEssential = true });
            }
            else
            {
                http.Response.Cookies.Delete(CookieName);
            }

            // Only a path of this site: the form's field must not send anyone elsewhere.
            return back is ['/', ..] and not ['/', '/' or '\\', ..] ? Results.LocalRedirect(back) : Results.LocalRedirect("/");
        });
        return routes;
    }

    /// <summary>The id of the user chosen; null for none.</summary>
    public static string? Actor(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Request.Cookies[CookieName] is { } user && DemoUsers.All.Any(u => u.Actor == user) ? user : null;
    }

    /// <summary>The context of an operation or query sent for a request; the idempotency key comes from the header <c>Idempotency-Key</c>.</summary>
    public static OperationContext OperationContext(this HttpContext http) =>
        new(http.Actor(), http.Request.Headers.TryGetValue("Idempotency-Key", out var key) && key.Count == 1 ? key.ToString() : null);
}
