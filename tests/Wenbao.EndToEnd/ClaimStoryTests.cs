using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wenbao.Platform.Operations;
using Wenbao.Policies;

namespace Wenbao.EndToEnd;

/// <summary>What firms, officers and clerks do from a claim to a decision, in a browser: one click, one receipt, one decision.</summary>
public sealed partial class ClaimStoryTests(Site site)
{
    private const string Automatic = "stable-employment-refund";
    private const string AlsoAutomatic = "small-to-scale-award";
    private const string Reviewed = "high-growth-award";
    private const string Owner = "owner";

    [Fact]
    public async Task Firm_ClaimsWithOneClick_AndSeesWhereTheMoneyIs()
    {
        var firm = await FoundAsync(Automatic, 0);
        var page = await OpenAsAsync(Owner, Subject(firm), PageTests.Desk);
        await using var context = page.Context;
        await Assertions.Expect(Card(page, Automatic).Locator(".claim-box")).ToContainTextAsync(new Regex("尾号 \\d{4} 的即墨示例银行账户"));
        await Looks.WellAsync(page, "claim-form");
        await ClaimButton(page, Automatic).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(ReceiptAddress());
        var receipt = await page.Locator(".receipt-number").InnerTextAsync();
        Assert.NotEmpty(receipt);
        await Assertions.Expect(page.Locator(".next-steps li").First).ToContainTextAsync("公示");
        await Looks.WellAsync(page, "receipt");

        await page.GetByRole(AriaRole.Link, new() { Name = "查看资金到哪一步" }).ClickAsync();
        var line = page.Locator(".money-line", new() { HasText = receipt });
        await Assertions.Expect(line).ToContainTextAsync("已批准，等待公示或拨付");
        // Nothing has left the bank: nothing may read as if it had.
        await Assertions.Expect(line.Locator("header")).Not.ToContainTextAsync("已到账");
        await Assertions.Expect(page.Locator(".tile", new() { HasText = "已到账" }).First).ToContainTextAsync("0.00");
        await Looks.WellAsync(page, "money");

        await page.GotoAsync(Subject(firm));
        await Assertions.Expect(Card(page, Automatic)).ToContainTextAsync("已批准");
        await Assertions.Expect(ClaimButton(page, Automatic)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task DoubleClick_GivesOneReceipt()
    {
        var firm = await FoundAsync(Automatic, 1);
        var page = await OpenAsAsync(Owner, Subject(firm), PageTests.Phone);
        await using var context = page.Context;
        await ClaimButton(page, Automatic).DblClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(ReceiptAddress());

        var claimed = (await site.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Automatic, Subject: firm)))).Items;
        Assert.Single(claimed.Select(e => e.Receipt).Distinct());
        Assert.Equal(claimed.Count, claimed.Select(e => e.CaseKey).Distinct().Count());
    }

    [Fact]
    public async Task OldForm_SentAgain_IsAnsweredWithTheSameReceipt()
    {
        var firm = await FoundAsync(Automatic, 2);
        var page = await OpenAsAsync(Owner, Subject(firm), PageTests.Desk);
        await using var context = page.Context;
        var other = await context.NewPageAsync();
        await other.GotoAsync(Subject(firm));
        await ClaimButton(page, Automatic).ClickAsync();
        await ClaimButton(other, Automatic).ClickAsync();

        await Assertions.Expect(page).ToHaveURLAsync(ReceiptAddress());
        await Assertions.Expect(other).ToHaveURLAsync(ReceiptAddress());
        Assert.Equal(await page.Locator(".receipt-number").InnerTextAsync(), await other.Locator(".receipt-number").InnerTextAsync());
    }

    [Fact]
    public async Task WrongTail_IsAProblem_WithAWayBack()
    {
        var firm = await FoundAsync(Automatic, 3);
        var page = await OpenAsAsync(Owner, Subject(firm), PageTests.Phone);
        await using var context = page.Context;
        await Card(page, Automatic).Locator("input[name=tail]").EvaluateAsync("e => e.value = '9999'");
        await ClaimButton(page, Automatic).ClickAsync();

        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("POL-0083");
        await Looks.WellAsync(page, "claim-wrong-tail");
        Assert.Empty((await site.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Automatic, Subject: firm)))).Items);
    }

    [Fact]
    public async Task ReviewClaim_IsDecidedByAnOfficer_AndTheSecondIsTold()
    {
        var firm = await FoundAsync(Reviewed, 0);
        var owner = await OpenAsAsync(Owner, Subject(firm), PageTests.Phone);
        await using var ownersContext = owner.Context;
        await ClaimButton(owner, Reviewed).ClickAsync();
        await Assertions.Expect(owner.Locator(".next-steps li").First).ToContainTextAsync("审核");
        var id = Regex.Match(owner.Url, "/entitlements/(\\d+)/").Groups[1].Value;

        var first = await OpenAsAsync("policy-officer", "/decisions", PageTests.Desk);
        await using var firstContext = first.Context;
        await Looks.WellAsync(first, "decisions");
        await first.Locator($"a[href='/decisions/{id}']").ClickAsync();
        await Assertions.Expect(first.Locator(".advice")).ToContainTextAsync("建议批准");
        await Looks.WellAsync(first, "decision");

        var second = await OpenAsAsync("department-officer", $"/decisions/{id}", PageTests.Phone);
        await using var secondContext = second.Context;
        await first.GetByRole(AriaRole.Button, new() { NameRegex = GrantButton() }).ClickAsync();
        await Assertions.Expect(first.Locator(".done-note")).ToContainTextAsync("已批准");

        await second.FillAsync("#refuse-reason", "材料与登记不一致");
        await second.GetByRole(AriaRole.Button, new() { Name = "不予批准" }).ClickAsync();
        await Assertions.Expect(second.Locator(".problem")).ToContainTextAsync("OPS-0005");
        await second.GotoAsync($"/decisions/{id}");
        await Assertions.Expect(second.Locator("main")).ToContainTextAsync("已经办过");

        await owner.GotoAsync($"/subjects/enterprise/{firm}/inbox");
        await Assertions.Expect(owner.Locator(".notice-new").First).ToContainTextAsync("已批准");
        await Looks.WellAsync(owner, "inbox");
    }

    [Fact]
    public async Task ReviewClaim_IsRefused_AndTheFirmReadsWhy()
    {
        var firm = await FoundAsync(Reviewed, 1);
        var owner = await OpenAsAsync(Owner, Subject(firm), PageTests.Desk);
        await using var ownersContext = owner.Context;
        await ClaimButton(owner, Reviewed).ClickAsync();
        await Assertions.Expect(owner).ToHaveURLAsync(ReceiptAddress());
        var receipt = owner.Url;
        var id = Regex.Match(receipt, "/entitlements/(\\d+)/").Groups[1].Value;

        var officer = await OpenAsAsync("policy-officer", $"/decisions/{id}", PageTests.Phone);
        await using var officersContext = officer.Context;
        await officer.FillAsync("#refuse-reason", "申报口径与统计部门数据不一致，请核对后重新申领");
        await officer.GetByRole(AriaRole.Button, new() { Name = "不予批准" }).ClickAsync();
        await Assertions.Expect(officer.Locator(".done-note")).ToContainTextAsync("已不予批准");

        await owner.GotoAsync(receipt);
        await Assertions.Expect(owner.Locator(".card-note")).ToContainTextAsync("请核对后重新申领");
        await officer.GotoAsync($"/entitlements/{id}?replay=1");
        await Assertions.Expect(officer.Locator("#decision .done-note")).ToContainTextAsync("重算结果一致");
        await Looks.WellAsync(officer, "entitlement");
        await officer.GotoAsync("/entitlements?q=" + id);
        await Assertions.Expect(officer.Locator("tbody tr")).ToHaveCountAsync(1);
        await Looks.WellAsync(officer, "entitlements");
    }

    [Fact]
    public async Task Owner_ReadsNotices_AndSaysWhatNotToTell()
    {
        var firm = await FoundAsync(AlsoAutomatic, 0);
        var page = await OpenAsAsync(Owner, Subject(firm), PageTests.Desk);
        await using var context = page.Context;
        await ClaimButton(page, AlsoAutomatic).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "消息", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".notice-new")).Not.ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "全部标为已读" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-new")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "即将到期" }).UncheckAsync();
        await page.SelectOptionAsync("#digest", "Weekly");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("已保存");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "即将到期" })).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#digest")).ToHaveValueAsync("Weekly");
    }

    [Theory]
    [InlineData("/entitlements/999999999")]
    [InlineData("/entitlements/999999999/receipt")]
    [InlineData("/decisions/999999999")]
    [InlineData("/subjects/enterprise/000000000000000000/money")]
    [InlineData("/subjects/no-such-type/000000000000000000/inbox")]
    [InlineData("/funds/no-such-line/queue")]
    public async Task ForeignIds_AreNotFound(string address)
    {
        var page = await site.OpenAsync();
        await using var context = page.Context;
        Assert.Equal(404, (await page.GotoAsync(address))!.Status);
        await Assertions.Expect(page.Locator(".problem")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Owner, "/decisions")]
    [InlineData(Owner, "/inbox/PolicyOfficer")]
    [InlineData("bank-officer", "/entitlements")]
    public async Task OtherDuties_AreTurnedAway(string user, string address)
    {
        var page = await OpenAsAsync(user, "/policies", PageTests.Desk);
        await using var context = page.Context;
        Assert.Equal(403, (await page.GotoAsync(address))!.Status);
    }

    [Fact]
    public async Task Queue_IsShownForALine()
    {
        var line = site.Library.Find("car-purchase-subsidy") is { IsSuccess: true } found ? found.Value.Funding[0].Line : site.Library.Policies.SelectMany(p => p.Funding).First().Line;
        var page = await OpenAsAsync("finance-officer", $"/funds/{line}/queue", PageTests.Phone);
        await using var context = page.Context;
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("资金排队");
        await Looks.WellAsync(page, "claim-queue");
    }

    private static string Subject(string firm) => $"/enterprise/{firm}";

    private static ILocator Card(IPage page, string policy) => page.Locator(".policy-card", new() { Has = page.Locator($"h3 a[href='/policies/{policy}']") });

    private static ILocator ClaimButton(IPage page, string policy) => Card(page, policy).Locator("form.claim-box button");

    private async Task<string> FoundAsync(string policy, int number)
    {
        var found = (await site.AskAsync(new FindFoundSubjects(policy, new SubjectFilter()))).Items;
        Assert.True(found.Count > number, string.Create(CultureInfo.InvariantCulture, $"{policy} found only {found.Count}."));
        return found[number].PublicId;
    }

    private async Task<IPage> OpenAsAsync(string user, string address, int width)
    {
        var page = await site.OpenAsync(width);
        await page.GotoAsync("/policies");
        await page.SelectOptionAsync("#demo-user", user);
        await page.Locator(".demo-user button").ClickAsync();
        await page.GotoAsync(address);
        return page;
    }

    [GeneratedRegex("/entitlements/\\d+/receipt")]
    private static partial Regex ReceiptAddress();

    [GeneratedRegex("^批准 ")]
    private static partial Regex GrantButton();
}
