using Microsoft.AspNetCore.Http;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Users;

/// <summary>Who reads the page (当前用户): the demo user chosen at its foot, until signing in takes over.</summary>
/// <param name="http">The request.</param>
/// <param name="scopes">Who may do what.</param>
public sealed class CurrentUser(IHttpContextAccessor http, IScopeProvider scopes)
{
    /// <summary>The id of the user, or null for a visitor without any duty.</summary>
    public string? Actor => http.HttpContext?.Actor();

    /// <summary>What a query of this page travels with.</summary>
    public OperationContext Context => new(Actor);

    /// <summary>Whether the reader acts in one of the duties: then a page offers what they may do. What is sent all the same is judged by the operation itself.</summary>
    public async ValueTask<bool> HasAsync(params Duty[] duties) =>
        await scopes.FindAsync(Actor, http.HttpContext?.RequestAborted ?? default).ConfigureAwait(false) is { } reader && reader.Duties.Any(duties.Contains);
}
