using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;

namespace Wenbao.WebKit.Forms;

/// <summary>What the next page tells at its top after a form has done its work: kept in a sealed cookie for one page.</summary>
internal static class DoneNote
{
    private const string CookieName = "wenbao_done";

    /// <summary>Leaves a note for the next page.</summary>
    public static void Leave(HttpContext http, LocalizedText text)
    {
        var note = Protector(http).Protect(JsonSerializer.Serialize(new[] { text.Zh, text.En }));
        http.Response.Cookies.Append(CookieName, note, new CookieOptions { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromMinutes(1) });
    }

    /// <summary>Takes the note; null when there is none.</summary>
    public static LocalizedText? Take(HttpContext? http)
    {
        if (http is null || http.Response.HasStarted || http.Request.Cookies[CookieName] is not { Length: > 0 } note)
        {
            return null;
        }

        http.Response.Cookies.Delete(CookieName);
        try
        {
            return JsonSerializer.Deserialize<string[]>(Protector(http).Unprotect(note)) is [var zh, var en] ? new LocalizedText(zh, en) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // not sealed by us, or by keys long gone: there is nothing to tell
        }
    }

    private static IDataProtector Protector(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("done-note");
}
