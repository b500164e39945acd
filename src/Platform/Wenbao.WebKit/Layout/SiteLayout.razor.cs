using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Platform.Web;

namespace Wenbao.WebKit.Layout;

/// <summary>What surrounds every page: navigation, language, the day of the data and that they are made up, the demo user.</summary>
public sealed partial class SiteLayout
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

    private string Place => (Pack.Manifest.DistrictName ?? Pack.Manifest.Title).For();

    private static string OtherLanguage => ReaderText.IsChinese ? "en" : "zh";

    private string OtherLanguageAddress => Http is null ? "/" : Languages.LinkTo(Http.Request, OtherLanguage);

    private string? CurrentMark(NavigationEntry entry)
    {
        var path = Http?.Request.Path.Value ?? "/";
        var isHere = entry.Address == "/" ? path == "/" : path == entry.Address || path.StartsWith(entry.Address + "/", StringComparison.Ordinal);
        return isHere ? "page" : null;
    }
}
