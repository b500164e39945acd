using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Wenbao.EndToEnd;

/// <summary>How a page looks: no wider than the screen, and without barriers.</summary>
internal static partial class Looks
{
    /// <summary>A phone that is not the narrowest.</summary>
    public const int Phone = 390;

    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = [ResultType.Violations] };
    private static readonly (int Width, string Language)[] Everywhere = [(PageTests.Desk, "en"), (PageTests.Desk, "zh"), (Phone, "en"), (Phone, "zh")];
    private static readonly (int Width, string Language)[] Crosswise = [(Phone, "en"), (PageTests.Desk, "zh")];

    /// <summary>The page in both languages on desk and phone. Opens it anew, but for a problem that a form met.</summary>
    public static async Task WellAsync(IPage page, string name) => await WellAsync(page, name, Everywhere);

    /// <summary>The page in one language on the desk and in the other on the phone, what is folded away unfolded: enough where a story passes many pages.</summary>
    public static async Task WellCrosswiseAsync(IPage page, string name) => await WellAsync(page, name, Crosswise, unfold: true);

    private static async Task WellAsync(IPage page, string name, (int Width, string Language)[] ways, bool unfold = false)
    {
        var (address, before) = (page.Url, page.ViewportSize!);
        var isProblem = await page.Locator(".problem").CountAsync() > 0;
        foreach (var (width, language) in ways.Where(w => !isProblem || w.Language == "zh"))
        {
            await page.SetViewportSizeAsync(width, 844);
            if (!isProblem)
            {
                var bare = LanguageChosen().Replace(address, "");
                await page.GotoAsync(bare + (bare.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
            }

            if (unfold)
            {
                await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = true)");
            }

            await CheckAsync(page, name, width, language);
        }

        if (unfold)
        {
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(d => d.open = false)");
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    /// <summary>The page as it stands.</summary>
    public static async Task CheckAsync(IPage page, string name, int width, string language)
    {
        if (Site.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{language}-{width}.png"), FullPage = true });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} pixels wider than the screen of {width}.");
        // No page has frames, so the rules run where the page stands; otherwise every check would open a second page for the sum of all frames.
#pragma warning disable CS0618 // announced to go some day; the other way would be to write the same call here
        var axe = await page.Locator("html").RunAxeLegacy(OnlyViolations);
#pragma warning restore CS0618
        Assert.True(axe.Violations.Length == 0, name + ": " + string.Join('\n', axe.Violations.Select(v => $"{v.Id}: {v.Help} — {v.Nodes[0].Html}")));
    }

    [GeneratedRegex("[?&]lang=..")]
    private static partial Regex LanguageChosen();
}
