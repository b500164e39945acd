using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;
using Wenbao.Policies;

namespace Wenbao.EndToEnd;

/// <summary>From decision to account, in a browser: a list is published, one item is objected to, the rest is paid by two persons through the bank, what comes back is mended or given back, and one payment is recovered.</summary>
public sealed partial class PaymentStoryTests : IAsyncLifetime
{
    private const string Maker = "finance-officer";
    private const string Checker = "finance-approver";
    private const string Insurance = "export-credit-insurance-subsidy";

    /// <summary>The district's trade fund and the three subsidies; the refund for firms that keep their people.</summary>
    private static readonly string[] Paid =
    [
        "foreign-trade-stabilisation", Insurance, "overseas-exhibition-subsidy", "cross-border-ecommerce-subsidy", "stable-employment-refund",
    ];

    private static readonly string[] OnlyBooked = ["social-insurance-relief-large"];

    // The story moves the business day, so it has a district of its own.
    private readonly Site site = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await site.InitializeAsync();
        await site.SendAsync(new ClaimFound([.. Paid, .. OnlyBooked]), "policy-officer");
        // Nobody grants what he claimed on behalf.
        await site.SendAsync(new GrantClaims(null, [.. Paid.Where(p => site.Library.Find(p).Value.Mode == "review")]), "department-officer");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact, Mechanism("S94"), Mechanism("S95"), Mechanism("S96"), Mechanism("S97"), Mechanism("S108"), Mechanism("S109")]
    public async Task Money_IsPublishedPaidAnsweredMendedAndRecovered()
    {
        var maker = await OpenAsync(Maker, "/publicity");
        var checker = await OpenAsync(Checker, "/payments");
        await using var makers = maker.Context;
        await using var checkers = checker.Context;

        var until = await PublishAsync(maker);
        await ObjectAsync(maker);
        await site.MoveToAsync(until.AddDays(1));
        var batch = await MakeAndReleaseAsync(maker, checker);
        var file = await HandOverAsync(checker, batch);
        await ImportAnswersAsync(maker, batch, file);
        await MendAsync(maker);
        await RecoverAsync(maker, checker, batch);
        await ReconcileAsync(maker, until);
        await LooksOnRecordAsync(batch);
    }

    /// <summary>Everything granted goes public; relief that is only booked does not.</summary>
    private async Task<DateOnly> PublishAsync(IPage page)
    {
        foreach (var policy in Paid)
        {
            await Assertions.Expect(Row(page, Title(policy))).ToHaveCountAsync(1);
        }

        foreach (var policy in OnlyBooked)
        {
            await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Title(policy));
        }

        await Looks.WellCrosswiseAsync(page, "publicity-waiting");
        await Row(page, Title(Insurance)).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("公示至");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync(Title(Insurance));

        await page.GotoAsync("/publicity");
        await Assertions.Expect(Row(page, Title(Insurance))).ToHaveCountAsync(0);
        await page.Locator("section details summary").ClickAsync();
        await page.Locator("section details button").ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("公示至");
        await Looks.WellCrosswiseAsync(page, "public-list");
        await page.GotoAsync("/publicity");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("没有待公示的款项");
        return (await site.AskAsync(new FindPublicLists())).Lists[0].Until;
    }

    /// <summary>Anybody objects, without signing in. One objection is dismissed, the other holds its item.</summary>
    private async Task ObjectAsync(IPage officer)
    {
        var visitor = await OpenAsync("", "/publicity/1", Looks.Phone);
        await using var context = visitor.Context;
        foreach (var (item, text) in new[] { (1, "该企业出口额与海关公布不符"), (2, "听说该企业已停业") })
        {
            await visitor.GotoAsync($"/publicity/1/items/{item}");
            if (item == 1)
            {
                await Looks.WellCrosswiseAsync(visitor, "public-item");
            }

            await visitor.FillAsync("#text", text);
            await visitor.GetByRole(AriaRole.Button, new() { Name = "提交异议" }).ClickAsync();
            await Assertions.Expect(visitor.Locator(".done-note")).ToContainTextAsync("异议已收到");
            await Assertions.Expect(visitor.Locator($"#item-{item}")).ToContainTextAsync("暂缓，正在核实");
        }

        // What was said is nobody's business but the officers'.
        Assert.Equal(403, (await visitor.GotoAsync("/publicity/objections"))!.Status);

        await officer.GotoAsync("/publicity/objections");
        await Looks.WellCrosswiseAsync(officer, "objections-open");
        var second = officer.Locator("article", new() { HasText = "听说该企业已停业" });
        await second.Locator("summary").ClickAsync();
        await second.GetByLabel("不成立，恢复拨付").CheckAsync();
        await second.Locator("textarea").FillAsync("经核实企业在营");
        await second.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(officer.Locator(".done-note")).ToContainTextAsync("不再暂缓");
        await Assertions.Expect(officer.Locator("article")).ToHaveCountAsync(1);
        await officer.GotoAsync("/publicity/1");
        await Assertions.Expect(officer.Locator("#item-1")).ToContainTextAsync("暂缓，正在核实");
        await Assertions.Expect(officer.Locator("#item-2")).ToContainTextAsync("公示中");
    }

    /// <summary>One person makes a batch of what is cleared, another releases it.</summary>
    private async Task<long> MakeAndReleaseAsync(IPage maker, IPage checker)
    {
        var held = (await site.AskAsync(new GetPublicList(1, Item: 1))).Items[0];
        var waiting = (await site.AskAsync(new GetPaymentOverview(), Maker)).Where(w => w.Stage == PaymentStage.Payable).ToList();
        await maker.GotoAsync("/payments/batches");
        await Looks.WellCrosswiseAsync(maker, "batches-cleared");
        await maker.GetByRole(AriaRole.Button, new() { Name = "合为一个批次" }).ClickAsync();
        await Assertions.Expect(maker.Locator(".done-note")).ToContainTextAsync("须由另一人复核放行");
        var batch = long.Parse(BatchAddress().Match(maker.Url).Groups[1].Value, CultureInfo.InvariantCulture);
        var made = await site.AskAsync(new GetBatch(batch), Maker);
        Assert.Equal((waiting.Sum(w => w.Items), waiting.Sum(w => w.Amount.Fen)), (made.Total, made.Summary.Amount.Fen));
        Assert.DoesNotContain(held.Name, made.Items.Where(i => i.Policy == held.Policy && i.Amount == held.Amount).Select(i => i.PayeeName));

        await Assertions.Expect(maker.Locator(".claim-stopped")).ToContainTextAsync("须由另一人复核放行");
        await Assertions.Expect(Button(maker, "放行")).ToHaveCountAsync(0);
        await checker.GotoAsync($"/payments/batches/{batch}");
        await Looks.WellCrosswiseAsync(checker, "batch-made");
        await Button(checker, "放行").ClickAsync();
        await Assertions.Expect(checker.Locator(".done-note")).ToContainTextAsync("已放行");
        return batch;
    }

    /// <summary>The file goes out; nothing reads as if it were paid.</summary>
    private static async Task<byte[]> HandOverAsync(IPage page, long batch)
    {
        await Button(page, "送交银行").ClickAsync();
        await Assertions.Expect(page.Locator("h1 + p .mark")).ToHaveTextAsync("◐已送交银行");
        await Assertions.Expect(page.Locator(".mark-good")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("tbody .mark", new() { HasText = "已到账" })).ToHaveCountAsync(0);
        await Looks.WellCrosswiseAsync(page, "batch-handed-over");
        var download = await page.RunAndWaitForDownloadAsync(() => Button(page, "下载报文文件").ClickAsync());
        Assert.EndsWith($"B{batch:000000}.xml", download.SuggestedFilename, StringComparison.Ordinal);
        var again = await page.RunAndWaitForDownloadAsync(() => Button(page, "下载报文文件").ClickAsync());
        var content = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal(content, await File.ReadAllBytesAsync(await again.PathAsync()));
        return content;
    }

    /// <summary>A wrong file changes nothing; the bank's report rejects three, its statement proves the rest.</summary>
    private async Task ImportAnswersAsync(IPage page, long batch, byte[] file)
    {
        var answers = BankSimulator.Answer(file, new BankBehaviour { Rejections = 3, NamesUnknown = true }).ShouldSucceed();
        await page.GotoAsync("/payments/bank");
        await ImportAsync(page, "orders.xml", "<half"u8.ToArray());
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("FND-0080");
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("orders.xml");

        await page.GotoAsync("/payments/bank");
        await ImportAsync(page, answers.First(a => a.Kind == BankMessageKind.StatusReport));
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("拒付 3、到账 0");
        await page.GotoAsync($"/payments/batches/{batch}?state=Rejected");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".mark-good")).ToHaveCountAsync(0);

        await page.GotoAsync("/payments/bank");
        foreach (var statement in answers.Where(a => a.Kind == BankMessageKind.Statement))
        {
            await ImportAsync(page, statement);
            await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("账户对账单");
            await ImportAsync(page, statement);
            await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("以前已导入");
        }

        await Looks.WellCrosswiseAsync(page, "bank-read");
        var states = (await site.AskAsync(new GetBatch(batch), Maker)).States;
        Assert.Equal([BatchItemState.Rejected, BatchItemState.Paid], states.Select(s => s.State));
        await page.GotoAsync($"/payments/batches/{batch}");
        await Looks.WellCrosswiseAsync(page, "batch-answered");

        await page.GotoAsync("/payments/exceptions");
        await Looks.WellCrosswiseAsync(page, "exceptions-open");
        var open = await page.Locator("tbody tr").CountAsync();
        await page.Locator("tbody summary").First.ClickAsync();
        await page.Locator("tbody textarea").First.FillAsync("银行演示数据，与本区无关");
        await page.Locator("tbody button").First.ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("已核销");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(open - 1);
    }

    /// <summary>Of three rejected, one gets another account, one goes back to the budget, one waits.</summary>
    private async Task MendAsync(IPage page)
    {
        await page.GotoAsync("/payments/returned");
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(3);
        await Looks.WellCrosswiseAsync(page, "returned-waiting");
        var returned = (await site.AskAsync(new FindReturnedPayments(), Maker)).Items;
        var mended = page.Locator("article").First;
        await mended.Locator("summary").First.ClickAsync();
        await mended.GetByLabel("账号", new() { Exact = true }).FillAsync("370200009999");
        await mended.GetByLabel("账户来源").FillAsync("企业盖章确认函");
        await mended.GetByRole(AriaRole.Button, new() { Name = "保存并重新列入拨付" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("回到待拨付");

        var given = page.Locator("article").First;
        await given.Locator("summary").Nth(1).ClickAsync();
        await given.GetByLabel("理由").FillAsync("企业已注销");
        await given.GetByRole(AriaRole.Button, new() { Name = "退回预算" }).ClickAsync();
        await Assertions.Expect(page.Locator(".done-note")).ToContainTextAsync("已退回预算");
        await Assertions.Expect(page.Locator("article")).ToHaveCountAsync(1);

        var states = await site.AskAsync(new FindPayments([.. returned.Select(r => r.Entitlement)]));
        Assert.Equal([PaymentStage.Payable, PaymentStage.Released, PaymentStage.Returned], returned.Select(r => states.First(s => s.Entitlement == r.Entitlement).Stage));
    }

    /// <summary>One payment turns out to be without right: entered by one, approved by another, received in full.</summary>
    private async Task RecoverAsync(IPage maker, IPage checker, long batch)
    {
        var paid = (await site.AskAsync(new GetBatch(batch, BatchItemState.Paid), Maker)).Items[0];
        await maker.GotoAsync($"/payments/recoveries?entitlement={paid.Entitlement}");
        await maker.FillAsync("#amount", paid.Amount.Yuan.ToString(CultureInfo.InvariantCulture));
        await maker.FillAsync("#reason", "复查发现不符合条件");
        await Button(maker, "追回立案").ClickAsync();
        await Assertions.Expect(maker.Locator(".done-note")).ToContainTextAsync("等待另一人审批");
        await Assertions.Expect(maker.Locator("article .claim-stopped")).ToBeVisibleAsync();
        await Assertions.Expect(Button(maker, "批准追回")).ToHaveCountAsync(0);

        await checker.GotoAsync("/payments/recoveries");
        await Looks.WellCrosswiseAsync(checker, "recoveries-claimed");
        await Button(checker, "批准追回").ClickAsync();
        await Assertions.Expect(checker.Locator(".done-note")).ToContainTextAsync("已批准追回");
        await checker.Locator("article summary").ClickAsync();
        await checker.GetByLabel("收据编号").FillAsync("SJ-2020-001");
        await Button(checker, "登记收回款").ClickAsync();
        await Assertions.Expect(checker.Locator(".done-note")).ToContainTextAsync("尚欠 0.00 元");
        await Assertions.Expect(checker.Locator("article .mark-good")).ToHaveTextAsync("✓已收回");
        Assert.Equal(PaymentStage.Recovered, Assert.Single(await site.AskAsync(new FindPayments([paid.Entitlement]))).Stage);
    }

    /// <summary>Books and bank agree to the fen, what the bank made up stands apart, and the books are sound.</summary>
    private static async Task ReconcileAsync(IPage page, DateOnly from)
    {
        await page.GotoAsync($"/payments/reconciliation?from={from:yyyy-MM-dd}");
        await Assertions.Expect(page.Locator(".result-line")).ToContainTextAsync("账行相符");
        await Assertions.Expect(page.Locator(".result-line")).ToContainTextAsync("不明收付");
        await Looks.WellCrosswiseAsync(page, "reconciled");
        await page.GotoAsync("/books/verify");
        await Assertions.Expect(page.Locator(".mark-good")).ToContainTextAsync("账簿完好");
        await page.GotoAsync("/payments");
        await Looks.WellCrosswiseAsync(page, "payments-desk");
    }

    /// <summary>Who released, and who took the file, each time, is on record.</summary>
    private async Task LooksOnRecordAsync(long batch)
    {
        var links = (await site.AskAsync(new FindAuditLinks($"batch/{batch}"), "auditor")).Links;
        Assert.Equal([Checker, Checker], links.Where(l => l.Entry.Operation == nameof(RecordBatchDownload)).Select(l => l.Entry.Actor));
        Assert.Equal([Checker], links.Where(l => l.Entry.Operation == nameof(ReleaseBatch)).Select(l => l.Entry.Actor));
    }

    private static Task ImportAsync(IPage page, SimulatedFile file) => ImportAsync(page, file.Name, file.Content);

    private static async Task ImportAsync(IPage page, string name, byte[] content)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "application/xml", Buffer = content });
        await Button(page, "导入银行报文").ClickAsync();
    }

    private async Task<IPage> OpenAsync(string user, string address, int width = PageTests.Desk)
    {
        var page = await site.OpenAsync(width, user: user);
        await page.GotoAsync(address);
        return page;
    }

    private string Title(string policy) => site.Library.Find(policy).Value.Title.Zh;

    private static ILocator Row(IPage page, string title) => page.Locator("section[aria-labelledby=publish] tbody tr", new() { Has = page.Locator("th", new() { HasText = title }) });

    private static ILocator Button(IPage page, string name) => page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name });

    [GeneratedRegex("/payments/batches/(\\d+)")]
    private static partial Regex BatchAddress();
}
