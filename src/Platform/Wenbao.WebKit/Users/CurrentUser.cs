using Microsoft.AspNetCore.Http;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Users;

/// <summary>Who reads the page (当前用户): the demo user chosen at its foot, until signing in takes over.</summary>
/// <param name="http">The request.</param>
public sealed class CurrentUser(IHttpContextAccessor http)
{
    /// <summary>The id of the user, or null for a visitor without any duty.</summary>
    public string? Actor => http.HttpContext?.Actor();

    /// <summary>What a query of this page travels with.</summary>
    public OperationContext Context => new(Actor);
}
