using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Platform.Web;
using Wenbao.WebKit.Forms;

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

    [Inject]
    private IScopeProvider Scopes { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private IReadOnlyList<NavigationEntry> Entries { get; set; } = [];

    private LocalizedText? Done { get; set; }

    private string Here => Http is null ? "/" : Http.Request.PathBase + Http.Request.Path + Http.Request.QueryString;

    private string Place => (Pack.Manifest.DistrictName ?? Pack.Manifest.Title).For();

    private static string OtherLanguage => ReaderText.IsChinese ? "en" : "zh";

    private string OtherLanguageAddress => Http is null ? "/" : Languages.LinkTo(Http.Request, OtherLanguage);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Done = DoneNote.Take(Http);
        var reader = await Scopes.FindAsync(Http?.Actor(), Http?.RequestAborted ?? default);
        Entries = [.. Navigation.Entries.Where(entry => entry.Duties is null || entry.Duties.Any(duty => reader?.Duties.Contains(duty) == true))];
    }

    private string? CurrentMark(NavigationEntry entry)
    {
        var path = Http?.Request.Path.Value ?? "/";
        // One entry's pages may lie under another's: the nearest is where the reader is.
        var here = Entries.Where(e => IsAbove(e, path)).MaxBy(e => e.Address.Length);
        return entry == here ? "page" : null;
    }

    private static bool IsAbove(NavigationEntry entry, string path) =>
        path == entry.Address || (entry.Address != "/" && path.StartsWith(entry.Address + "/", StringComparison.Ordinal));
}
