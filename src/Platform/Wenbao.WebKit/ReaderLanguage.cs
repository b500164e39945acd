using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace Wenbao.WebKit;

/// <summary>The reader's language: Chinese unless <c>?lang=</c> or an earlier choice says otherwise.</summary>
public static class ReaderLanguage
{
    /// <summary>The name of the query parameter.</summary>
    public const string Parameter = "lang";

    private static readonly string[] Names = ["zh-CN", "en"];

    /// <summary>Takes the language from the request and keeps a choice made in the address for later pages.</summary>
    public static IApplicationBuilder UseReaderLanguage(this IApplicationBuilder app)
    {
        app.UseRequestLocalization();
        return app.Use(static (http, next) =>
        {
            if (Chosen(http.Request) is { } name)
            {
                var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(name));
                http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value,
                    new CookieOptions { IsEssential = true, HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
            }

            http.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
            return next(http);
        });
    }

    internal static void Configure(IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        options.SetDefaultCulture(Names[0]).AddSupportedCultures(Names).AddSupportedUICultures(Names);
        options.RequestCultureProviders =
        [
            new CustomRequestCultureProvider(http => Task.FromResult(Chosen(http.Request) is { } name ? new ProviderCultureResult(name) : null)),
            new CookieRequestCultureProvider(),
        ];
    });

    private static string? Chosen(HttpRequest request)
    {
        string? asked = request.Query[Parameter];
        return asked is null ? null : asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Names[1] : asked.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Names[0] : null;
    }
}
