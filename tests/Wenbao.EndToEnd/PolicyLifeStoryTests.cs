using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Wenbao.Policies;

namespace Wenbao.EndToEnd;

/// <summary>A site of its own, because its clock is moved.</summary>
public sealed class LifeSite : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public Site Site { get; } = new();

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => Site.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>A policy's life in a browser: copied, changed from next month on, tested until green, simulated, submitted, approved by another, in force on its day; then suspended, resumed, extended and ended.</summary>
public sealed partial class PolicyLifeStoryTests(LifeSite fixture) : IClassFixture<LifeSite>
{
    private const string Policy = "stable-employment-refund";
    private const string Author = "policy-officer";
    private const string Approver = "policy-approver";
    private static readonly DateOnly NextMonth = new(2020, 7, 1);

    private readonly Site site = fixture.Site;

    [Fact]
    public async Task ThresholdFromNextMonth_LivesItsWholeLife()
    {
        // A firm at the old threshold, and one well within it.
        var (edge, within) = (ExampleDistrict.PublicId(site.Library, Policy, "E2"), ExampleDistrict.PublicId(site.Library, Policy, "E1"));
        await site.SendAsync(new NotifyFound([Policy]), Author);
        var granted = await ClaimAsync(within);
        var before = (await OpenAsync()).ToDictionary(e => e.Subject);
        var oldVersion = site.Library.Find(Policy).ShouldSucceed().Version;

        var author = await OpenAsAsync(Author, "/policy-desk");
        await using var authors = author.Context;
        var draft = await CopyAsync(author);
        await ChangeFromNextMonthAsync(author);
        await MendAsync(author, draft);
        await SimulateAsync(author, edge, open: before.Count);
        await SubmitAsync(author, draft);

        var approver = await OpenAsAsync(Approver, "/policy-desk");
        await using var approvers = approver.Context;
        await ApproveAsync(approver, draft);
        Assert.Equal(oldVersion, (await VersionsAsync())[0].Version);

        await site.MoveToAsync(NextMonth);
        Assert.StartsWith("1.1-", (await VersionsAsync())[0].Version, StringComparison.Ordinal);
        await approver.GotoAsync($"/policies/{Policy}/versions");
        await Assertions.Expect(approver.Locator(".timeline-now")).ToContainTextAsync("第 1.1 版");
        await LooksWellAsync(approver, "versions");
        await approver.GetByRole(AriaRole.Link, new() { Name = "与上一版比较" }).ClickAsync();
        await Assertions.Expect(approver.Locator(".diff")).ToContainTextAsync("小企业裁员率上限");
        await LooksWellAsync(approver, "compare");

        // Only who is affected: the firm at the edge is told no longer; everybody else stands as before.
        var after = (await OpenAsync()).ToDictionary(e => e.Subject);
        Assert.Equal([edge], before.Keys.Except(after.Keys));
        Assert.All(after, e => Assert.Equal((before[e.Key].State, before[e.Key].Amount), (e.Value.State, e.Value.Amount)));

        // What was decided before still names, shows and gives again what decided it.
        await approver.GotoAsync($"/entitlements/{granted}?replay=1");
        await Assertions.Expect(approver.Locator("#decision")).ToContainTextAsync(oldVersion);
        await Assertions.Expect(approver.Locator("#decision .done-note")).ToContainTextAsync("重算结果一致");
        await approver.Locator($"#decision a[href$='/versions/{oldVersion}']").ClickAsync();
        await Assertions.Expect(approver.Locator("h1")).ToContainTextAsync("第 1 版");
        await Assertions.Expect(approver.Locator("main")).ToContainTextAsync("不再生效");
        await LooksWellAsync(approver, "version-old");
        await SuspendResumeExtendEndAsync(author, approver, edge);
    }

    [Theory, InlineData("/policy-desk/drafts/999999"), InlineData("/policy-desk/drafts/999999/approval"), InlineData("/policy-desk/simulations/999999"), InlineData("/policies/no-such-policy/versions"),
     InlineData("/policies/stable-employment-refund/versions/9-0000000000"), InlineData("/policies/stable-employment-refund/compare?from=1&to=2")]
    public async Task WhatDoesNotExist_IsNotFound(string address)
    {
        var page = await OpenAsAsync(Author, "/policies");
        await using var context = page.Context;
        Assert.Equal(404, (await page.GotoAsync(address))!.Status);
        await Assertions.Expect(page.Locator(".problem")).ToBeVisibleAsync();
    }

    [Theory, InlineData("owner"), InlineData("finance-officer")]
    public async Task OtherDuties_AreTurnedAway(string user)
    {
        var page = await OpenAsAsync(user, "/policies");
        await using var context = page.Context;
        Assert.Equal(403, (await page.GotoAsync("/policy-desk"))!.Status);
        await page.GotoAsync($"/policies/{Policy}/versions");
        await Assertions.Expect(page.GetByText("申请暂停办理")).ToHaveCountAsync(0);
    }

    /// <summary>Claims as the firm does, with one click.</summary>
    private async Task<string> ClaimAsync(string firm)
    {
        var owner = await OpenAsAsync("owner", $"/enterprise/{firm}");
        await using var context = owner.Context;
        await owner.Locator(".policy-card", new() { Has = owner.Locator($"h3 a[href='/policies/{Policy}']") }).Locator("form.claim-box button").ClickAsync();
        await Assertions.Expect(owner.Locator(".receipt-number")).ToBeVisibleAsync();
        return Regex.Match(owner.Url, "/entitlements/(\\d+)").Groups[1].Value;
    }

    private static async Task<long> CopyAsync(IPage author)
    {
        await LooksWellAsync(author, "desk-empty");
        await author.SelectOptionAsync("#copy-policy", Policy);
        await author.FillAsync("#copy-note", "下月起收紧小企业裁员率");
        await author.GetByRole(AriaRole.Button, new() { Name = "建立草稿" }).ClickAsync();
        await Assertions.Expect(author.Locator(".done-note")).ToContainTextAsync("草稿已建立");
        return long.Parse(Regex.Match(author.Url, "/drafts/(\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task ChangeFromNextMonthAsync(IPage author)
    {
        var parameter = author.Locator(".parameter-list > li", new() { HasText = "layoff_rate_small" });
        await parameter.Locator("summary").ClickAsync();
        await Assertions.Expect(parameter.Locator("input[name=from]")).ToHaveValueAsync("2020-07-01");
        await parameter.Locator("input[name=value]").FillAsync("abc");
        await parameter.Locator("button").ClickAsync();
        await Assertions.Expect(author.Locator(".problem")).ToContainTextAsync("数值");
        await author.GoBackAsync();
        await parameter.Locator("details").EvaluateAsync("d => d.open = true");
        await parameter.Locator("input[name=value]").FillAsync("15");
        await parameter.Locator("button").ClickAsync();
        await Assertions.Expect(author.Locator(".diff")).ToContainTextAsync("2020年7月1日");
    }

    private static async Task MendAsync(IPage author, long draft)
    {
        // The example moves to the first day of the new rule: what it should come to is no longer what comes out.
        await author.GotoAsync($"/policy-desk/drafts/{draft}/examples/E2");
        var text = await author.InputValueAsync("#example-text");
        await author.FillAsync("#example-text", text.Replace("2020-06-30", "2020-07-15", StringComparison.Ordinal));
        await author.GetByRole(AriaRole.Button, new() { Name = "保存算例" }).ClickAsync();
        await Assertions.Expect(author.Locator("main")).ToContainTextAsync("不符");
        await LooksWellAsync(author, "example-red");
        await author.GotoAsync($"/policy-desk/drafts/{draft}");
        await author.GetByRole(AriaRole.Button, new() { Name = "运行算例" }).ClickAsync();
        await Assertions.Expect(author.Locator(".done-note")).ToContainTextAsync("1 个不符");
        await Assertions.Expect(author.Locator(".row-red")).ToHaveCountAsync(1);
        await Assertions.Expect(author.GetByRole(AriaRole.Button, new() { Name = "开始模拟" })).ToHaveCountAsync(0);
        await LooksWellAsync(author, "draft-red");
        await author.GotoAsync("/policy-desk");
        await Assertions.Expect(author.Locator("#drafts")).ToContainTextAsync("1 个不符");

        await author.GotoAsync($"/policy-desk/drafts/{draft}/examples/E2");
        await author.SelectOptionAsync("#outcome", nameof(Outcome.Ineligible));
        await author.FillAsync("#amount", "0.00");
        await author.Locator("input[name=failed][value=C2]").CheckAsync();
        await author.GetByRole(AriaRole.Button, new() { Name = "保存应得结果" }).ClickAsync();
        await Assertions.Expect(author.Locator("#examples")).ToContainTextAsync("全部相符");
        await author.GetByRole(AriaRole.Button, new() { Name = "运行算例" }).ClickAsync();
        await Assertions.Expect(author.Locator(".step-now")).ToContainTextAsync("模拟");
    }

    private static async Task SimulateAsync(IPage author, string loser, int open)
    {
        await author.GetByRole(AriaRole.Button, new() { Name = "开始模拟" }).ClickAsync();
        await Assertions.Expect(author).ToHaveURLAsync(SimulationAddress());
        await Assertions.Expect(author.Locator("#lists tbody")).ToContainTextAsync(loser);
        await Assertions.Expect(author.Locator("#open .tile").First).ToContainTextAsync(open.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Assertions.Expect(author.Locator("#open")).ToContainTextAsync("不再符合");
        await author.Locator(".chart-table summary").First.ClickAsync();
        await Assertions.Expect(author.Locator(".chart-table table").First).ToBeVisibleAsync();
        await LooksWellAsync(author, "simulation");
        await author.GetByRole(AriaRole.Link, new() { Name = "看会变的逐笔名单" }).ClickAsync();
        await Assertions.Expect(author.Locator("#lists tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(author.Locator("#lists tbody")).ToContainTextAsync(loser);
        await LooksWellAsync(author, "simulation-open");
    }

    private static async Task SubmitAsync(IPage author, long draft)
    {
        await author.GotoAsync($"/policy-desk/drafts/{draft}");
        await author.GetByRole(AriaRole.Button, new() { Name = "提交审批" }).ClickAsync();
        await Assertions.Expect(author.Locator(".done-note")).ToContainTextAsync("待另一人审批");
        await author.GotoAsync($"/policy-desk/drafts/{draft}/approval");
        await Assertions.Expect(author.Locator("#decide")).ToContainTextAsync("须由另一人审批");
        await Assertions.Expect(author.Locator("#decide button")).ToHaveCountAsync(0);
    }

    private static async Task ApproveAsync(IPage approver, long draft)
    {
        await approver.Locator($"#mine-to-decide a[href='/policy-desk/drafts/{draft}/approval']").ClickAsync();
        await Assertions.Expect(approver.Locator("#changes")).ToContainTextAsync("小企业裁员率上限");
        await Assertions.Expect(approver.Locator("#open")).ToContainTextAsync("不再符合");
        await LooksWellAsync(approver, "approval");
        await approver.GetByRole(AriaRole.Button, new() { NameRegex = ApproveButton() }).ClickAsync();
        await Assertions.Expect(approver.Locator(".done-note")).ToContainTextAsync("已批准");
        await LooksWellAsync(approver, "draft-scheduled");
        await approver.GotoAsync("/policy-desk");
        await Assertions.Expect(approver.Locator("#scheduled")).ToContainTextAsync("2020年7月1日 生效");
        await LooksWellAsync(approver, "desk");
    }

    private async Task SuspendResumeExtendEndAsync(IPage author, IPage approver, string firm)
    {
        await AskAsync(author, "Suspend", "资金核查", "The funds are being checked");
        await Assertions.Expect(author.Locator("#changes")).ToContainTextAsync("须由另一人审批");
        await LooksWellAsync(author, "versions-waiting");
        await ApproveChangeAsync(approver);
        await Assertions.Expect(approver.Locator("main")).ToContainTextAsync("暂停办理");
        var refused = await site.TrySendAsync(new ClaimEntitlement(Policy, firm), "owner");
        Assert.Contains("资金核查", refused.ShouldBeProblem(PolicyLifeProblems.Suspended).What.Zh, StringComparison.Ordinal);

        await AskAsync(author, "Resume", "核查完毕", "The check is done");
        await ApproveChangeAsync(approver);
        await AskAsync(author, "Extend", "继续实施", "It goes on", on: "2020-07-01", last: "2021-12-31");
        await ApproveChangeAsync(approver);
        await Assertions.Expect(approver.Locator("main")).ToContainTextAsync("2021年12月31日");
        Assert.StartsWith("1.2-", (await VersionsAsync())[0].Version, StringComparison.Ordinal);
        await AskAsync(author, "End", "任务完成", "It has done its work", on: "2020-07-01", last: "2020-07-31");
        await ApproveChangeAsync(approver);
        await Assertions.Expect(approver.Locator("main")).ToContainTextAsync("2020年7月31日");
        Assert.Equal(4, (await VersionsAsync()).Count);
    }

    private static async Task AskAsync(IPage page, string kind, string reason, string english, string? on = null, string? last = null)
    {
        await page.GotoAsync($"/policies/{Policy}/versions");
        var form = page.Locator("details", new() { Has = page.Locator($"#{kind}-on") });
        await form.Locator("summary").ClickAsync();
        if (on is not null)
        {
            await page.FillAsync($"#{kind}-on", on);
        }

        if (last is not null)
        {
            await page.FillAsync($"#{kind}-last", last);
        }

        await page.FillAsync($"#{kind}-reason", reason);
        await page.FillAsync($"#{kind}-reason-en", english);
        await form.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("待另一人审批");
    }

    private static async Task ApproveChangeAsync(IPage page)
    {
        await page.GotoAsync($"/policies/{Policy}/versions");
        await page.Locator(".change-list form[action$='/approve'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("已批准，现已生效");
    }

    private async Task<IReadOnlyList<EntitlementItem>> OpenAsync() =>
        [.. (await site.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Policy)))).Items.Where(e => e.State is EntitlementState.Notified or EntitlementState.Claimed or EntitlementState.Waiting)];

    private async Task<IReadOnlyList<PolicyVersionItem>> VersionsAsync() => (await site.AskAsync(new FindPolicyVersions(Policy), Author)).Versions;

    private async Task<IPage> OpenAsAsync(string user, string address)
    {
        var page = await site.OpenAsync(PageTests.Desk);
        await page.GotoAsync("/policies");
        await page.SelectOptionAsync("#demo-user", user);
        await page.Locator(".demo-user button").ClickAsync();
        await page.GotoAsync(address);
        return page;
    }

    /// <summary>The page on desk and phone, in one language each: no wider than the screen, and without barriers. Whoever wants screenshots gets all four.</summary>
    private static async Task LooksWellAsync(IPage page, string name)
    {
        var address = page.Url.Split('#')[0];
        (int, string)[] views = Site.Screenshots is null ? [(390, "en"), (PageTests.Desk, "zh")] : [(PageTests.Desk, "en"), (390, "zh"), (390, "en"), (PageTests.Desk, "zh")];
        foreach (var (width, language) in views)
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.GotoAsync(Regex.Replace(address, "[?&]lang=..", "") + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=" + language);
            // What is folded away is judged too.
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach((d, i) => d.open = i < 3)");
            if (Site.Screenshots is { } folder)
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"life-{name}-{language}-{width}.png"), FullPage = true });
            }

            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(overflow <= 0, $"{name} ({language}) is {overflow} pixels wider than the screen of {width}.");
        }

        var axe = await page.RunAxe();
        Assert.True(axe.Violations.Length == 0, name + ": " + string.Join('\n', axe.Violations.Select(v => $"{v.Id}: {v.Help} — {v.Nodes[0].Html}")));
    }

    [GeneratedRegex("/policy-desk/simulations/\\d+")]
    private static partial Regex SimulationAddress();

    [GeneratedRegex("^批准，自")]
    private static partial Regex ApproveButton();
}
