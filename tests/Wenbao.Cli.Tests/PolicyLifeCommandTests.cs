using Wenbao.Platform.Operations;
using Wenbao.Policies;

namespace Wenbao.Cli.Tests;

/// <summary>A policy's whole life at the command line, on the smallest district.</summary>
public sealed class PolicyLifeCommandTests(TinyTown town)
{
    private const string Policy = "apprentice-grant";
    private const string Author = "policy-officer";
    private const string Approver = "policy-approver";

    [Fact]
    public async Task CopiedChangedMendedApproved_IsInForce_ThenSuspendedExtendedEnded()
    {
        using var folder = new TestFolder();
        var data = town.CopyTo(folder);
        await RunAsync(Author, "policy", "new", Policy, "--note", "多带徒弟");
        Assert.Contains("0 处错误", (await RunAsync(Author, "policy", "set", "1", "min_apprentices", "4", "--from", "2021-09-30")).Out, StringComparison.Ordinal);
        (await TryAsync(Author, "policy", "set", "1", "min_apprentices", "many", "--from", "2021-09-30")).ShouldRefuse(PolicyLifeProblems.ParameterValueWrong.Code);
        var red = await TryAsync(Author, "policy", "test", "--draft", "1");
        Assert.Equal(WenbaoCommand.Refused, red.ExitCode);
        Assert.Contains("E1", red.Out, StringComparison.Ordinal);
        (await TryAsync(Author, "policy", "submit", "1", "--on", "2021-09-30")).ShouldRefuse(PolicyLifeProblems.NotTested.Code);

        var examples = await File.ReadAllTextAsync(Repository.PathOf($"tests/packs/tiny-town/policies/{Policy}/examples.yaml"));
        folder.With("examples.yaml", examples.Replace("apprentices: 3,", "apprentices: 4,", StringComparison.Ordinal));
        await RunAsync(Author, "policy", "edit", "1", "examples.yaml", "--from", Path.Combine(folder.Path, "examples.yaml"));
        Assert.Contains("4 个算例，0 个不符", (await RunAsync(Author, "policy", "test", "--draft", "1")).Out, StringComparison.Ordinal);
        Assert.Contains("最少学徒", (await RunAsync(Author, "policy", "diff", "--draft", "1")).Out, StringComparison.Ordinal);
        var simulated = (await RunAsync(Author, "policy", "simulate", "1", "--json")).Json();
        Assert.Equal(200, simulated.GetProperty("after").GetProperty("judged").GetInt64());
        Assert.True(simulated.GetProperty("noLongerFound").GetInt64() > 0);
        Assert.Equal(0, simulated.GetProperty("open").GetProperty("open").GetInt64());
        Assert.Contains("在办 0 笔", (await RunAsync(Author, "policy", "simulate", "1")).Out, StringComparison.Ordinal);

        await RunAsync(Author, "policy", "submit", "1", "--on", "2021-09-30");
        (await TryAsync(Author, "policy", "approve", "--draft", "1")).ShouldRefuse(PolicyLifeProblems.SamePerson.Code);
        (await TryAsync("owner", "policy", "approve", "--draft", "1")).ShouldRefuse(OperationProblems.NotAllowed.Code);
        await RunAsync(Approver, "policy", "approve", "--draft", "1", "--note", "同意");
        Assert.Equal(["1.1", "1"], await VersionsAsync());
        Assert.Contains("没有到期", (await RunAsync(Author, "policy", "publish")).Out, StringComparison.Ordinal);

        await ChangeAsync("1", "suspend", "--on", "2021-09-30", "--reason", "核查");
        Assert.Contains("暂停办理", (await RunAsync(Author, "policy", "versions", Policy)).Out, StringComparison.Ordinal);
        await ChangeAsync("2", "resume", "--on", "2021-09-30", "--reason", "查完");
        await ChangeAsync("3", "extend", "--on", "2021-09-30", "--last-day", "2022-12-31", "--reason", "续办");
        await ChangeAsync("4", "end", "--on", "2021-09-30", "--last-day", "2021-10-31", "--reason", "办完");
        Assert.Equal(["1.3", "1.2", "1.1", "1"], await VersionsAsync());
        Assert.Contains("有效期", (await RunAsync(Author, "policy", "diff", Policy, "--from", await NameAsync(1), "--to", await NameAsync(0))).Out, StringComparison.Ordinal);

        async Task<CommandRun> RunAsync(string user, params string[] args) => (await TryAsync(user, args)).ShouldSucceed();
        Task<CommandRun> TryAsync(string user, params string[] args) => town.RunOnAsync(data, [.. args, "--as", user, "--lang", "zh"]);

        async Task<IReadOnlyList<string>> VersionsAsync() =>
            [.. (await RunAsync(Author, "policy", "versions", Policy, "--json")).Json().EnumerateArray().Select(v => v.GetProperty("version").GetString()!.Split('-')[0])];

        async Task<string> NameAsync(int place) => (await RunAsync(Author, "policy", "versions", Policy, "--json")).Json()[place].GetProperty("version").GetString()!;

        async Task ChangeAsync(string number, string deed, params string[] more)
        {
            await RunAsync(Author, ["policy", deed, Policy, .. more]);
            (await TryAsync(Author, "policy", "approve", "--change", number)).ShouldRefuse(PolicyLifeProblems.SamePerson.Code);
            await RunAsync(Approver, "policy", "approve", "--change", number);
        }
    }

    [Fact]
    public async Task ReturnedWithdrawnAndGivenUp_IsListedAsSuch()
    {
        using var folder = new TestFolder();
        var data = town.CopyTo(folder);
        Task<CommandRun> TryAsync(string user, params string[] args) => town.RunOnAsync(data, [.. args, "--as", user, "--lang", "zh"]);
        (await TryAsync(Author, "policy", "new", "no-such-policy")).ShouldRefuse(PolicyProblems.PolicyNotFound.Code);
        (await TryAsync(Author, "policy", "new", Policy, "--as-new", "apprentice-grant-two")).ShouldSucceed();
        (await TryAsync(Author, "policy", "reject", "--draft", "1", "--note", "x")).ShouldRefuse(PolicyLifeProblems.NotWaiting.Code);
        (await TryAsync(Author, "policy", "draft", "withdraw", "1")).ShouldRefuse(PolicyLifeProblems.NotWaiting.Code);
        (await TryAsync(Author, "policy", "draft", "discard", "1")).ShouldSucceed();
        Assert.Empty((await TryAsync(Author, "policy", "draft", "list", "--json")).ShouldSucceed().Json().EnumerateArray());
        var all = (await TryAsync(Author, "policy", "draft", "list", "--all", "--json")).ShouldSucceed().Json();
        Assert.Equal("Discarded", all[0].GetProperty("state").GetString());
        (await TryAsync(Author, "policy", "set", "1", "rate", "40", "--from", "2021-10-01")).ShouldRefuse(PolicyLifeProblems.DraftNotEditable.Code);
    }
}
