using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Layout;

/// <summary>The frame of every page: product and district, the notice on synthetic data, navigation, demo user and language. Rendered on the server without scripts.</summary>
public sealed partial class MainLayout : LayoutComponentBase
{
    [Inject]
    private Pack Pack { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private SiteNavigation Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string Here => Http is null ? "/" : Http.Request.PathBase + Http.Request.Path + Http.Request.QueryString;

    private string? Actor => Http?.Actor();

    private static string OtherLanguage => LocalizedText.IsChinese(CultureInfo.CurrentUICulture) ? "en" : "zh";

    private string? LanguageLink => Http is null ? null : Languages.LinkTo(Http.Request, OtherLanguage);
}
