using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Wenbao.Kernel;

namespace Wenbao.Platform.Web;

/// <summary>The languages of the pages: Chinese unless the reader chose English (<c>?lang=en</c>, remembered in a cookie). The browser's own wish is not asked: an officer's English Windows is no wish for English pages.</summary>
public static class Languages
{
    /// <summary>The query parameter and cookie's choice: <c>zh</c> or <c>en</c>.</summary>
    public const string Parameter = "lang";

    private const string CookieName = "wenbao_lang";

    /// <summary>The cultures, the default first.</summary>
    public static IReadOnlyList<CultureInfo> All { get; } = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    /// <summary>The language of the page being shown, for <c>&lt;html lang&gt;</c>: <c>zh-CN</c> or <c>en</c>.</summary>
    public static string Current => LocalizedText.IsChinese(CultureInfo.CurrentUICulture) ? "zh-CN" : "en";

    /// <summary>Lets pages carry Chinese as it is written; by default every character would become an entity, which triples a page.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services) =>
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

    /// <summary>Sets the culture of each request.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization(new RequestLocalizationOptions
    {
        DefaultRequestCulture = new RequestCulture(All[0]),
        SupportedCultures = [.. All],
        SupportedUICultures = [.. All],
        RequestCultureProviders = [new ChosenLanguage()],
    });

    /// <summary>The address of the same page in another language.</summary>
    /// <param name="request">The request shown now.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static string LinkTo(HttpRequest request, string language)
    {
        ArgumentNullException.ThrowIfNull(request);
        var query = request.Query.Where(q => q.Key != Parameter).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v));
        return request.PathBase + request.Path + QueryString.Create(query.Append(KeyValuePair.Create(Parameter, (string?)language)));
    }

    private static CultureInfo? Named(string? language) => language switch
    {
        "zh" => All[0],
        "en" => All[1],
        _ => null,
    };

    private sealed class ChosenLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var asked = httpContext.Request.Query[Parameter].ToString();
            if (Named(asked) is not null)
            {
                httpContext.Response.Cookies.Append(CookieName, asked, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
            }

            var culture = Named(asked) ?? Named(httpContext.Request.Cookies[CookieName]);
            return Task.FromResult(culture is null ? null : new ProviderCultureResult(culture.Name));
        }
    }
}
