using System.Globalization;
using System.Text.Json;

namespace Wenbao.Cli.Tests;

/// <summary>From a claim to a decision at the command line.</summary>
public sealed class ClaimTests(JimoDistrict jimo)
{
    private const string Automatic = "stable-employment-refund";

    [Fact]
    public async Task Claim_IsReceiptedOnce_ShownAndReplayed()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        var found = (await jimo.RunOnAsync(data, "claim", "--all-found", Automatic, "--json")).ShouldSucceed().Json()[0];
        Assert.True(found.GetProperty("claimed").GetInt64() > 0);
        var listed = (await jimo.RunOnAsync(data, "entitlement", "list", "--policy", Automatic, "--json")).ShouldSucceed().Json();
        var item = listed.GetProperty("items")[0];
        var (id, subject, receipt) = (item.GetProperty("entitlement").GetInt64().ToString(CultureInfo.InvariantCulture), Text(item, "subject"), Text(item, "receipt"));

        var again = (await jimo.RunOnAsync(data, "claim", Automatic, subject, "--json")).ShouldSucceed().Json();
        Assert.Equal(receipt, Text(again, "receipt"));
        var shown = (await jimo.RunOnAsync(data, "entitlement", "show", id, "--json")).ShouldSucceed().Json();
        Assert.Equal(receipt, Text(shown.GetProperty("item"), "receipt"));
        Assert.Contains(Text(shown, "place"), new[] { "Granted", "ToBePaid", "WaitsForMoney" });
        Assert.NotEqual(0, shown.GetProperty("history").GetArrayLength());
        var replayed = (await jimo.RunOnAsync(data, "entitlement", "replay", id, "--json", "--as", "auditor")).ShouldSucceed().Json();
        Assert.Equal(item.GetProperty("amountFen").GetInt64(), replayed.GetProperty("amountFen").GetInt64());
        Assert.Contains("重算", (await jimo.RunOnAsync(data, "entitlement", "replay", id)).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("receipt", (await jimo.RunOnAsync(data, "claim", Automatic, subject, "--lang", "en")).ShouldSucceed().Out, StringComparison.OrdinalIgnoreCase);

        var inbox = (await jimo.RunOnAsync(data, "inbox", subject, "--json", "--mark-read")).ShouldSucceed().Json();
        Assert.Contains(inbox.GetProperty("notices").EnumerateArray(), n => Text(n, "kind") == "Granted");
        Assert.Equal(0, (await jimo.RunOnAsync(data, "inbox", subject, "--json")).ShouldSucceed().Json().GetProperty("unread").GetInt64());
        var revoked = (await jimo.RunOnAsync(data, "entitlement", "revoke", id, "--reason", "登记有误", "--as", "department-officer", "--json")).ShouldSucceed().Json();
        Assert.Equal("Revoked", Text(revoked, "state"));
    }

    [Fact]
    public async Task ReviewClaims_WaitForAnotherPerson()
    {
        using var folder = new TestFolder();
        var data = jimo.CopyTo(folder);
        (await jimo.RunOnAsync(data, "claim", "--all-found", "high-growth-award", "local-procurement-award", "hire-graduate-insurance-subsidy", "hire-hardship-insurance-subsidy", "training-in-work-subsidy")).ShouldSucceed();
        var queue = (await jimo.RunOnAsync(data, "decisions", "--json", "--as", "policy-officer")).ShouldSucceed().Json();
        var ids = queue.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("item").GetProperty("entitlement").GetInt64().ToString(CultureInfo.InvariantCulture)).ToList();
        Assert.True(ids.Count >= 2, $"Only {ids.Count} claims to decide.");

        (await jimo.RunOnAsync(data, "grant", ids[0])).ShouldRefuse("POL-0087");
        (await jimo.RunOnAsync(data, "refuse", ids[0], "--reason", " ", "--as", "policy-officer")).ShouldRefuse("OPS-0001");
        (await jimo.RunOnAsync(data, "refuse", ids[0], "--reason", "数据有误", "--as", "policy-officer")).ShouldSucceed();
        (await jimo.RunOnAsync(data, "grant", ids[0], "--as", "department-officer")).ShouldRefuse("POL-0086");
        var held = (await jimo.RunOnAsync(data, "entitlement", "hold", ids[1], "--reason", "核实", "--as", "policy-officer", "--json")).ShouldSucceed().Json();
        Assert.Equal("Claimed", Text(held, "state"));
        (await jimo.RunOnAsync(data, "grant", ids[1], "--as", "department-officer")).ShouldRefuse("POL-0094");
        (await jimo.RunOnAsync(data, "entitlement", "answer", ids[1], "--text", "已补交", "--as", "policy-officer")).ShouldRefuse("OPS-0003");
        (await jimo.RunOnAsync(data, "entitlement", "answer", ids[1], "--text", "已补交", "--as", "owner")).ShouldSucceed();
        (await jimo.RunOnAsync(data, "entitlement", "answer", ids[1], "--text", "另外", "--as", "owner")).ShouldRefuse("POL-0103");
        Assert.Equal("已补交", Text((await jimo.RunOnAsync(data, "entitlement", "show", ids[1], "--json")).ShouldSucceed().Json(), "answer"));
        var told = (await jimo.RunOnAsync(data, "inbox", "DepartmentOfficer", "--as", "department-officer", "--json")).ShouldSucceed().Json();
        Assert.Contains(told.GetProperty("notices").EnumerateArray(), n => Text(n, "kind") == "Answered");
        (await jimo.RunOnAsync(data, "inbox", "DepartmentOfficer", "--digest", "Daily", "--as", "department-officer")).ShouldRefuse("POL-0101");
        (await jimo.RunOnAsync(data, "entitlement", "hold", ids[1], "--release", "--as", "policy-officer")).ShouldSucceed();
        var granted = (await jimo.RunOnAsync(data, "grant", ids[1], "--as", "department-officer", "--json")).ShouldSucceed().Json();
        Assert.Equal(1, granted.GetProperty("granted").GetInt64() + granted.GetProperty("waiting").GetInt64());
    }

    [Fact]
    public async Task UnknownOnes_AreRefused()
    {
        (await jimo.RunAsync("entitlement", "show", "999999")).ShouldRefuse("POL-0085");
        (await jimo.RunAsync("claim", Automatic, "000000000000000000")).ShouldRefuse("POL-0002");
        (await jimo.RunAsync("queue", "no-such-line")).ShouldRefuse("FND-0001");
        (await jimo.RunAsync("inbox", "000000000000000000")).ShouldRefuse("POL-0002");
        (await jimo.RunAsync("decisions", "--as", "owner")).ShouldRefuse("OPS-0003");
        Assert.Equal(WenbaoCommand.Misused, (await jimo.RunAsync("claim", Automatic)).ExitCode);
        Assert.Equal(WenbaoCommand.Misused, (await jimo.RunAsync("grant")).ExitCode);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
