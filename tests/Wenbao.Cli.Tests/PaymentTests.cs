using System.Globalization;
using System.Text.Json;

namespace Wenbao.Cli.Tests;

/// <summary>From granted claims to proven payments, and back, at the command line.</summary>
public sealed class PaymentTests(JimoDistrict jimo)
{
    private const string Policy = "stable-employment-refund";
    private const string Finance = "finance-officer";
    private const string Approver = "finance-approver";

    [Fact]
    public async Task Money_IsPublished_Batched_Paid_MendedAndRecovered()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        Assert.Contains("告知", (await jimo.RunOnAsync(data, "notify", Policy)).ShouldSucceed().Out, StringComparison.Ordinal);
        var granted = (await jimo.RunOnAsync(data, "claim", "--all-found", Policy, "--json")).ShouldSucceed().Json()[0].GetProperty("granted").GetInt64();
        Assert.True(granted >= 4, $"Only {granted} were granted.");

        // Published; one is objected to, one is held by an officer.
        (await jimo.RunOnAsync(data, "publicity", "publish", "--policy", Policy)).ShouldRefuse("OPS-0003");
        var list = Number((await RunAsync(data, Finance, "publicity", "publish", "--policy", Policy, "--json")).ShouldSucceed().Json(), "list");
        Assert.Contains(list, (await jimo.RunOnAsync(data, "publicity", "list")).ShouldSucceed().Out, StringComparison.Ordinal);
        (await jimo.RunOnAsync(data, "publicity", "list", "999")).ShouldRefuse("FND-0100");
        (await jimo.RunOnAsync(data, "publicity", "object", list, "99999", "--text", "不实")).ShouldRefuse("FND-0064");
        var objection = Number((await jimo.RunOnAsync(data, "publicity", "object", list, "1", "--text", "已停产", "--json")).ShouldSucceed().Json(), "objection");
        Assert.Contains("已停产", (await RunAsync(data, Finance, "publicity", "objections")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Equal(WenbaoCommand.Misused, (await RunAsync(data, Finance, "publicity", "resolve", objection, "--reason", "核实")).ExitCode);
        var items = (await jimo.RunOnAsync(data, "entitlement", "list", "--policy", Policy, "--state", "Granted", "--json")).ShouldSucceed().Json().GetProperty("items");
        var ids = items.EnumerateArray().Where(i => !i.GetProperty("held").GetBoolean()).Select(i => Number(i, "entitlement")).ToList();
        (await RunAsync(data, "policy-officer", "entitlement", "hold", ids[0], "--reason", "核实")).ShouldSucceed();
        Assert.Contains("暂缓", (await jimo.RunOnAsync(data, "entitlement", "show", ids[0])).ShouldSucceed().Out, StringComparison.Ordinal);
        (await RunAsync(data, Finance, "batch", "create")).ShouldRefuse("FND-0069");
        (await jimo.RunOnAsync(data, "clock", "advance", "--working-days", "6")).ShouldSucceed();

        // The rest goes into a batch; who made it may not release it; a file goes out once it is released.
        var made = (await RunAsync(data, Finance, "batch", "create", "--json")).ShouldSucceed().Json();
        Assert.Equal(granted - 2, made.GetProperty("items").GetInt64());
        var batch = Number(made, "batch");
        (await RunAsync(data, Finance, "batch", "release", batch)).ShouldRefuse("FND-0003");
        (await RunAsync(data, Finance, "batch", "export", batch)).ShouldRefuse("FND-0073");
        (await RunAsync(data, Approver, "batch", "release", "77")).ShouldRefuse("FND-0070");
        Assert.Contains("放行", (await RunAsync(data, Approver, "batch", "release", batch)).ShouldSucceed().Out, StringComparison.Ordinal);
        (await RunAsync(data, Finance, "batch", "withdraw", batch)).ShouldRefuse("FND-0072");
        (await RunAsync(data, "policy-officer", "entitlement", "hold", ids[1], "--reason", "太迟")).ShouldRefuse("FND-0110");
        var file = Path.Combine(folder.Path, "orders.xml");
        (await RunAsync(data, Finance, "batch", "export", batch, "--out", file)).ShouldSucceed();
        Assert.Contains("pain.001.001.10", await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        // The bank rejects one and pays the rest; read again, its files change nothing.
        var answers = Path.Combine(folder.Path, "answers");
        (await RunAsync(data, Finance, "bank", "simulate", "--batch", batch, "--reject", "1", "--out", answers)).ShouldSucceed();
        var files = Directory.GetFiles(answers).Order(StringComparer.Ordinal).ToArray();
        (await RunAsync(data, Finance, ["bank", "import", .. files])).ShouldSucceed();
        Assert.Contains("was read before", (await RunAsync(data, Finance, ["bank", "import", .. files, "--lang", "en"])).ShouldSucceed().Out, StringComparison.Ordinal);
        (await RunAsync(data, Finance, "bank", "import", file)).ShouldRefuse("FND-0083");
        Assert.Equal(WenbaoCommand.Misused, (await RunAsync(data, Finance, "bank", "import", Path.Combine(folder.Path, "none.xml"))).ExitCode);
        var paid = (await jimo.RunOnAsync(data, "entitlement", "list", "--policy", Policy, "--state", "Settled", "--json")).ShouldSucceed().Json().GetProperty("items");
        Assert.Equal(granted - 3, paid.GetArrayLength());
        Assert.Contains("Paid", (await jimo.RunOnAsync(data, "entitlement", "show", Number(paid[0], "entitlement"), "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("已到账", (await jimo.RunOnAsync(data, "inbox", paid[0].GetProperty("subject").GetString()!)).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.DoesNotContain("没有。", (await RunAsync(data, Finance, "payment", "returned")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("没有", (await RunAsync(data, Finance, "bank", "exceptions")).ShouldSucceed().Out, StringComparison.Ordinal);

        // One paid grant was wrong: claimed back by one, approved by another, received against a receipt.
        var (wrong, fen) = (Number(paid[0], "entitlement"), paid[0].GetProperty("amountFen").GetInt64());
        var yuan = (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);
        (await RunAsync(data, Finance, "recover", "claim", ids[0], "--amount", "1.00", "--reason", "多付")).ShouldRefuse("FND-0093");
        (await RunAsync(data, Finance, "recover", "claim", wrong, "--amount", "99999999.00", "--reason", "多付")).ShouldRefuse("FND-0094");
        var recovery = Number((await RunAsync(data, Finance, "recover", "claim", wrong, "--amount", yuan, "--reason", "多付", "--json")).ShouldSucceed().Json(), "recovery");
        (await RunAsync(data, Finance, "recover", "approve", recovery)).ShouldRefuse("FND-0003");
        (await RunAsync(data, Finance, "recover", "record", recovery, "--amount", yuan, "--receipt", "SK1")).ShouldRefuse("FND-0097");
        (await RunAsync(data, Approver, "recover", "approve", recovery)).ShouldSucceed();
        (await RunAsync(data, Finance, "recover", "record", recovery, "--amount", yuan, "--receipt", "SK1")).ShouldSucceed();
        (await RunAsync(data, Finance, "recover", "record", recovery, "--amount", yuan, "--receipt", "SK1")).ShouldRefuse("FND-0099");
        Assert.Equal("Recovered", (await jimo.RunOnAsync(data, "entitlement", "show", wrong, "--json")).ShouldSucceed().Json().GetProperty("item").GetProperty("state").GetString());
        Assert.Contains(recovery, (await RunAsync(data, Finance, "recover", "list", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        (await RunAsync(data, Finance, "books", "verify")).ShouldSucceed();
        (await RunAsync(data, "auditor", "audit", "verify")).ShouldSucceed();

        // What was paid out; the three that are not paid are late once the promised days are over.
        var totals = (await RunAsync(data, Finance, "payments", "totals", "--by", "level", "--policy", Policy, "--json")).ShouldSucceed().Json();
        Assert.Equal((granted - 4, fen), (totals.GetProperty("total").GetProperty("entitlements").GetInt64(), totals.GetProperty("total").GetProperty("recoveredFen").GetInt64()));
        Assert.Equal(totals.GetProperty("total").GetProperty("netFen").GetInt64(), totals.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("sum").GetProperty("netFen").GetInt64()));
        var csv = Path.Combine(folder.Path, "payouts.csv");
        Assert.Contains("Mean days", (await RunAsync(data, Finance, "payment", "totals", "--csv", csv, "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains($"Policy,{Policy},", await File.ReadAllTextAsync(csv), StringComparison.Ordinal);
        Assert.Contains("没有逾期", (await RunAsync(data, Finance, "payments", "late")).ShouldSucceed().Out, StringComparison.Ordinal);
        (await jimo.RunOnAsync(data, "clock", "advance", "--working-days", "12")).ShouldSucceed();
        var late = (await RunAsync(data, Finance, "payments", "late", "--json")).ShouldSucceed().Json();
        Assert.Equal(3, late.GetProperty("count").GetInt64());
        Assert.Contains("Returned", late.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("stage").GetString()));
        Assert.Contains("3 payments are late", (await RunAsync(data, Finance, "payments", "late", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Equal(WenbaoCommand.Misused, (await RunAsync(data, Finance, "payments", "late", "--after", "soon")).ExitCode);
        (await RunAsync(data, "owner", "payments", "totals")).ShouldRefuse("OPS-0003");
    }

    [Fact]
    public async Task Inbox_TellsWhatIsWished_AndFiguresTellHowClaimsFared()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        (await jimo.RunOnAsync(data, "notify", "no-such-policy")).ShouldRefuse("POL-0001");
        Assert.True((await jimo.RunOnAsync(data, "notify", Policy, "--json")).ShouldSucceed().Json().GetProperty("told").GetInt64() > 0);
        Assert.StartsWith("Told of 0 ", (await jimo.RunOnAsync(data, "notify", Policy, "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        var subject = (await jimo.RunOnAsync(data, "entitlement", "list", "--policy", Policy, "--state", "Notified", "--json")).ShouldSucceed().Json().GetProperty("items")[0].GetProperty("subject").GetString()!;
        Assert.Contains("可以领取", (await jimo.RunOnAsync(data, "inbox", subject)).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("You can claim", (await jimo.RunOnAsync(data, "inbox", subject, "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("每周一", (await jimo.RunOnAsync(data, "inbox", subject, "--stop", "Waiting", "--digest", "Weekly")).ShouldSucceed().Out, StringComparison.Ordinal);
        (await jimo.RunOnAsync(data, "inbox", subject, "--stop", "Granted")).ShouldRefuse("OPS-0001");
        var wishes = (await jimo.RunOnAsync(data, "inbox", subject, "--json")).ShouldSucceed().Json();
        Assert.Equal(("Waiting", "Weekly"), (wishes.GetProperty("stopped")[0].GetString(), wishes.GetProperty("digest").GetString()));

        Assert.Contains("没有申领", (await jimo.RunOnAsync(data, "decisions", "--figures")).ShouldSucceed().Out, StringComparison.Ordinal);
        (await jimo.RunOnAsync(data, "claim", Policy, subject)).ShouldSucceed();
        var figures = (await jimo.RunOnAsync(data, "decisions", "--figures", "--policy", Policy, "--json")).ShouldSucceed().Json()[0];
        Assert.Equal((1L, 1L, 0m), (figures.GetProperty("submitted").GetInt64(), figures.GetProperty("granted").GetInt64(), figures.GetProperty("medianDays").GetDecimal()));
        Assert.Contains("Recipients", (await jimo.RunOnAsync(data, "decisions", "--figures", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Equal(0, (await jimo.RunOnAsync(data, "decisions", "--figures", "--from", "2021-01-01", "--json")).ShouldSucceed().Json().GetArrayLength());
        (await jimo.RunOnAsync(data, "decisions", "--figures", "--as", "owner")).ShouldRefuse("OPS-0003");
    }

    [Fact]
    public async Task Words_AreThoseOfTheReader()
    {
        Assert.Contains("没有排队的申领", (await jimo.RunAsync("queue")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("Nobody waits", (await jimo.RunAsync("queue", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("没有待审核", (await jimo.RunAsync("decisions", "--as", "policy-officer")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("No claims to decide", (await jimo.RunAsync("decisions", "--as", "policy-officer", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的权益", (await jimo.RunAsync("entitlement", "list")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("No entitlements", (await jimo.RunAsync("entitlement", "list", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        (await jimo.RunAsync("grant", "999999", "--as", "policy-officer")).ShouldRefuse("POL-0085");
        (await jimo.RunAsync("refuse", "999999", "--reason", "无", "--as", "policy-officer")).ShouldRefuse("POL-0085");
        (await jimo.RunAsync("entitlement", "revoke", "999999", "--reason", "无", "--as", "policy-officer")).ShouldRefuse("POL-0085");
        (await jimo.RunAsync("entitlement", "hold", "999999", "--reason", "无", "--as", "policy-officer")).ShouldRefuse("POL-0085");
        Assert.Equal(WenbaoCommand.Misused, (await jimo.RunAsync("claim", Policy, "x", "--as", "nobody")).ExitCode);
        Assert.Equal(WenbaoCommand.Misused, (await jimo.RunAsync("recover", "claim", "1", "--amount", "abc", "--reason", "无")).ExitCode);
        Assert.Equal(WenbaoCommand.Misused, (await jimo.RunAsync("inbox", "x", "--digest", "Hourly")).ExitCode);
    }

    private Task<CommandRun> RunAsync(string data, string actor, params IReadOnlyList<string> args) => jimo.RunOnAsync(data, [.. args, "--as", actor]);

    private static string Number(JsonElement element, string name) => element.GetProperty(name).GetInt64().ToString(CultureInfo.InvariantCulture);
}
