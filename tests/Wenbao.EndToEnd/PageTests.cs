using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Wenbao.EndToEnd;

/// <summary>Every page in both languages on desk and phone: it answers, reads without barriers, and never scrolls sideways.</summary>
public sealed class PageTests(Site site)
{
    public const int Desk = 1280;
    public const int Phone = 360;

    // The first policies stand for all thirty, which would be a page of a hundred screens.
    private const string OpenSomeFolds = """
        document.querySelectorAll('.fold').forEach(d => d.open = true);
        document.querySelectorAll('.policy-card').forEach((card, i) => i < 4 ? card.querySelectorAll('details').forEach(d => d.open = true) : card.remove());
        """;

    private static readonly (string Name, string Path)[] Pages =
    [
        ("home", "/"),
        ("search", "/?q=示例"),
        ("library", "/policies"),
        ("library-empty", "/policies?q=没有这样的政策"),
        ("policy", "/policies/stable-employment-refund"),
        ("policy-person", "/policies/minimum-living-allowance"),
        ("found", "/policies/stable-employment-refund/found"),
        ("firm-eligible", "{stable-employment-refund/E1}"),
        ("firm-missed", "{stable-employment-refund/E3}"),
        ("person", "{unemployment-benefit/E1}"),
        ("policy-unknown", "/policies/no-such-policy"),
        ("firm-unknown", "/enterprise/000000000000000000"),
        ("nowhere", "/no/such/page"),
    ];

    public static TheoryData<string, string, string, int> Cases()
    {
        var cases = new TheoryData<string, string, string, int>();
        foreach (var (name, path) in Pages)
        {
            cases.Add(name, path, "zh", Desk);
            foreach (var language in new[] { "zh", "en" })
            {
                cases.Add(name, path, language, Phone);
            }
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Page_ReadsWithoutBarriers(string name, string path, string language, int width)
    {
        var page = await site.OpenAsync(width);
        await using var context = page.Context;
        var address = Resolve(path);
        var response = await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);

        Assert.Equal(name is "policy-unknown" or "firm-unknown" or "nowhere" ? 404 : 200, response!.Status);
        // What is folded away is judged too.
        await page.EvaluateAsync(OpenSomeFolds);

        Assert.Equal(language == "zh" ? "zh-CN" : "en", await page.Locator("html").GetAttributeAsync("lang"));
        if (Site.Screenshots is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{language}-{width}.png"), FullPage = true });
        }

        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"The page is {overflow} pixels wider than the screen.");
        var axe = await page.RunAxe();
        Assert.True(axe.Violations.Length == 0, string.Join('\n', axe.Violations.Select(v => $"{v.Id}: {v.Help} — {v.Nodes[0].Html}")));
    }

    private string Resolve(string path)
    {
        if (!path.StartsWith('{'))
        {
            return path;
        }

        var parts = path.Trim('{', '}').Split('/');
        var id = ExampleDistrict.PublicId(site.Library, parts[0], parts[1]);
        var audience = site.Library.Find(parts[0]).Value.Audience;
        return audience == "enterprise" ? "/enterprise/" + id : $"/subjects/{audience}/{id}";
    }
}
