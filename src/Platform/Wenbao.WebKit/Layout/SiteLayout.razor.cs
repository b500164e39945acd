using Microsoft.AspNetCore.Components;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;

namespace Wenbao.WebKit.Layout;

/// <summary>What surrounds every page: navigation, language, the day of the data and that they are made up, the demo user.</summary>
public sealed partial class SiteLayout
{
    [Inject]
    private Pack Pack { get; set; } = null!;

    [Inject]
    private BusinessClock Clock { get; set; } = null!;

    [Inject]
    private WebKitOptions Options { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    private string Place => (Pack.Manifest.DistrictName ?? Pack.Manifest.Title).For();

    private static string OtherLanguage => ReaderText.IsChinese ? "en" : "zh-CN";

    private string OtherLanguageAddress =>
        "/" + Navigation.ToBaseRelativePath(Navigation.GetUriWithQueryParameter(ReaderLanguage.Parameter, ReaderText.IsChinese ? "en" : "zh"));

    private bool IsCurrent(NavigationEntry entry)
    {
        var path = Here.Split('?')[0];
        return entry.Address == "/" ? path == "/" : path == entry.Address || path.StartsWith(entry.Address + "/", StringComparison.Ordinal);
    }
}
