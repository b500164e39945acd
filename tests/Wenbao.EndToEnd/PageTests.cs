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

    /// <summary>Pages of certain duties, opened in one language on the desk and in the other on the phone.</summary>
    private static readonly (string Name, string Path, string User)[] OfficersPages =
    [
        ("audit", "/audit", "auditor"),
        ("books", "/books", "finance-officer"),
        ("books-all", "/books?all=1", "auditor"),
        ("books-balance", "/books/balance?line=car_purchase_2020&on=2020-06-30", "auditor"),
        ("books-account", "/books/accounts/1", "auditor"),
        ("books-voucher", "/books/vouchers/1", "auditor"),
        ("books-verify", "/books/verify", "auditor"),
        ("books-budget", "/books/budget", "finance-officer"),
        ("books-revolving", "/books/funds/bridge_fund", "bank-officer"),
        ("books-compensation", "/books/funds/risk_compensation_fund", "finance-officer"),
        ("books-foreign", "/books", "owner"),
        ("cut-unknown", "/books/cuts/999", "auditor"),
        ("publicity", "/publicity", ""),
        ("publicity-officer", "/publicity", "finance-officer"),
        ("publicity-unknown", "/publicity/999", ""),
        ("objections", "/publicity/objections", "auditor"),
        ("objections-foreign", "/publicity/objections", "owner"),
        ("payments", "/payments", "finance-officer"),
        ("payments-department", "/payments", "department-officer"),
        ("payments-foreign", "/payments", "owner"),
        ("batches", "/payments/batches", "bank-officer"),
        ("batch-unknown", "/payments/batches/999", "finance-officer"),
        ("bank", "/payments/bank", "bank-officer"),
        ("exceptions", "/payments/exceptions?all=1", "finance-officer"),
        ("returned", "/payments/returned", "department-officer"),
        ("recoveries", "/payments/recoveries", "department-officer"),
        ("reconciliation", "/payments/reconciliation", "auditor"),
        ("payments-totals", "/payments/totals?by=Town", "finance-officer"),
        ("payments-totals-foreign", "/payments/totals", "owner"),
        ("payments-totals-wrong", "/payments/totals?from=2020-06-30&to=2020-06-01", "auditor"),
        ("payments-late", "/payments/late", "department-officer"),
        ("payments-late-foreign", "/payments/late", "owner"),
        ("reconciliation-wrong", "/payments/reconciliation?from=2020-06-30&to=2020-06-01", "auditor"),
    ];

    public static TheoryData<string, string, string, int, string?> Cases()
    {
        var cases = new TheoryData<string, string, string, int, string?>();
        foreach (var (name, path) in Pages)
        {
            cases.Add(name, path, "zh", Desk, null);
            foreach (var language in new[] { "zh", "en" })
            {
                cases.Add(name, path, language, Phone, null);
            }
        }

        foreach (var (name, path, user) in OfficersPages)
        {
            cases.Add(name, path, "zh", Desk, user);
            // A problem looks the same wherever it is met.
            if (StatusOf(name) == 200)
            {
                cases.Add(name, path, "en", Phone, user);
            }
        }

        return cases;
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Page_ReadsWithoutBarriers(string name, string path, string language, int width, string? user)
    {
        try
        {
            await CheckAsync(name, path, language, width, user);
        }
        catch (PlaywrightException) when (!site.HasBrowser)
        {
            // The browser died, which says nothing about the page.
            await CheckAsync(name, path, language, width, user);
        }
    }

    private async Task CheckAsync(string name, string path, string language, int width, string? user)
    {
        var page = await site.OpenAsync(width, user: user);
        await using var context = page.Context;
        var address = Resolve(path);
        var response = await page.GotoAsync(address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);

        Assert.Equal(StatusOf(name), response!.Status);
        // What is folded away is judged too.
        await page.EvaluateAsync(OpenSomeFolds);

        Assert.Equal(language == "zh" ? "zh-CN" : "en", await page.Locator("html").GetAttributeAsync("lang"));
        await Looks.CheckAsync(page, name, width, language);
    }

    private static int StatusOf(string name) =>
        name.EndsWith("-unknown", StringComparison.Ordinal) || name == "nowhere" ? 404
        : name.EndsWith("-foreign", StringComparison.Ordinal) ? 403
        : name.EndsWith("-wrong", StringComparison.Ordinal) ? 422
        : 200;

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
