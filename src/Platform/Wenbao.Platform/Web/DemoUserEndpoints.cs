using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Platform.Operations;

namespace Wenbao.Platform.Web;

/// <summary>Choosing a demo user: a form posts the choice, a cookie keeps it.</summary>
public static class DemoUserEndpoints
{
    /// <summary>Where the form posts to.</summary>
    public const string Path = "/demo-user";

    private const string CookieName = "wenbao_user";
    private const string Visitor = "visitor";

    /// <summary>Maps the form's address; needs <c>UseAntiforgery()</c>.</summary>
    public static IEndpointRouteBuilder MapDemoUsers(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, (HttpContext http, [FromForm] string user, [FromForm] string? back) =>
        {
            // A visitor is a choice too: without the cookie the host's default would come back.
            var choice = DemoUsers.All.Any(u => u.Actor == user) ? user : Visitor;
            http.Response.Cookies.Append(CookieName, choice, new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });

            // Only a path of this site: the form's field must not send anyone elsewhere.
            return back is ['/', ..] and not ['/', '/' or '\\', ..] ? Results.LocalRedirect(back) : Results.LocalRedirect("/");
        });
        return routes;
    }

    /// <summary>The id of the user chosen, before any choice the host's default; null for a visitor.</summary>
    public static string? Actor(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var user = http.Request.Cookies[CookieName] ?? http.RequestServices.GetService<DemoUserDefault>()?.Actor;
        return DemoUsers.All.Any(u => u.Actor == user) ? user : null;
    }

    /// <summary>The context of an operation or query sent for a request; the idempotency key comes from the header <c>Idempotency-Key</c>.</summary>
    public static OperationContext OperationContext(this HttpContext http) =>
        new(http.Actor(), http.Request.Headers.TryGetValue("Idempotency-Key", out var key) && key.Count == 1 ? key.ToString() : null);
}

/// <summary>Whom a visitor acts as before he has chosen, where the host registers one: only with made-up data.</summary>
/// <param name="Actor">The id of a demo user.</param>
public sealed record DemoUserDefault(string Actor);
