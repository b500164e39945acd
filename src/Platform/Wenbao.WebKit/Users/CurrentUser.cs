using Microsoft.AspNetCore.Http;
using Wenbao.Platform.Operations;

namespace Wenbao.WebKit.Users;

/// <summary>Who reads the page (当前用户): the demo user chosen in the page's header, until signing in takes over.</summary>
/// <param name="http">The request.</param>
/// <param name="options">Whom a visitor without a choice acts as.</param>
public sealed class CurrentUser(IHttpContextAccessor http, WebKitOptions options)
{
    /// <summary>The cookie that holds the choice; it lasts as long as the browser is open.</summary>
    public const string Cookie = "wenbao-demo-user";

    /// <summary>Where the choice is posted to, with the fields <c>user</c> and <c>back</c>.</summary>
    public const string ChoiceAddress = "/demo-user";

    /// <summary>The choice of acting as nobody.</summary>
    public const string Visitor = "visitor";

    /// <summary>The id of the user, or null for a visitor without any duty.</summary>
    public string? Actor
    {
        get
        {
            var chosen = http.HttpContext?.Request.Cookies[Cookie];
            return chosen == Visitor ? null
                : DemoUsers.All.Any(u => u.Actor == chosen) ? chosen
                : options.DefaultDemoUser;
        }
    }

    /// <summary>What a query of this page travels with.</summary>
    public OperationContext Context => new(Actor);
}
