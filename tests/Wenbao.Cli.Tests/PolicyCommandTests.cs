using System.Text.Json;

namespace Wenbao.Cli.Tests;

public sealed class PolicyCommandTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task List_NamesEveryPolicy(string language) =>
        Snapshot.Match((await CommandRun.OfAsync("policy", "list", "--lang", language)).Transcript(), language);

    [Fact]
    public async Task List_AsJson_HasBothTitles()
    {
        var policies = (await CommandRun.OfAsync("policy", "list", "--json")).ShouldSucceed().Json();
        Assert.Equal(Enumerable.Range(1, 60), policies.EnumerateArray().Select(p => p.GetProperty("no").GetInt32()));
        Assert.All(policies.EnumerateArray(), p =>
        {
            Assert.Equal(["id", "no", "title", "audience", "mode", "from", "to", "version"], p.EnumerateObject().Select(x => x.Name));
            Assert.False(string.IsNullOrWhiteSpace(p.GetProperty("title").GetProperty("en").GetString()));
        });
    }

    [Fact]
    public async Task Check_FindsNothingWrong()
    {
        Assert.Equal("60 项政策没有错误，444 个算例。\n", (await CommandRun.OfAsync("policy", "check")).ShouldSucceed().Out);
        Assert.Equal("60 policies without faults, 444 examples.\n", (await CommandRun.OfAsync("policy", "check", "--lang", "en")).ShouldSucceed().Out);
    }

    [Fact]
    public async Task Test_PassesEveryExample()
    {
        Assert.Equal("444 个算例全部通过。\n", (await CommandRun.OfAsync("policy", "test")).ShouldSucceed().Out);
        Assert.Equal("All 8 examples pass.\n", (await CommandRun.OfAsync("policy", "test", "--policy", "stable-employment-refund", "--lang", "en")).ShouldSucceed().Out);
        (await CommandRun.OfAsync("policy", "test", "--policy", "no-such-policy")).ShouldRefuse("POL-0001");
    }

    [Fact]
    public async Task Run_DecidesGoodLines_AndAnswersBadOnes()
    {
        using var folder = new TestFolder();
        var good = new { eval_date = "2020-06-30", granted = Array.Empty<string>(), si_district = "370215", status = "active", dishonest = false, insured_months = 36, insured_person_months = 1200, layoffs = 0, ui_paid = "12000.00", zombie = (bool?)null };
        string Case(string id, object inputs) => JsonSerializer.Serialize(new { id, policy = "stable-employment-refund", inputs });
        folder.With("cases.jsonl", string.Join('\n',
            Case("found", good),
            Case("fails", good with { layoffs = 90, insured_months = 11 }),
            Case("no number", new { good.eval_date, good.granted, good.si_district, good.status, good.dishonest, insured_months = (int?)null, good.insured_person_months, good.layoffs, good.ui_paid, good.zombie }),
            "not JSON",
            "[]",
            Case("unknown input", new { nonsense = 1 }),
            Case("wrong type", new { good.eval_date, good.granted, good.si_district, good.status, dishonest = "maybe", good.insured_months, good.insured_person_months, good.layoffs, ui_paid = "much", good.zombie }),
            """{"id": "no policy", "policy": "no-such-policy", "inputs": {}}""",
            """{"id": "no inputs", "policy": "stable-employment-refund"}""",
            Case("date out of range", good with { eval_date = "2020-02-30" })) + "\n");
        var run = await CommandRun.OfAsync("policy", "run", "--cases", Path.Combine(folder.Path, "cases.jsonl"), "--out", Path.Combine(folder.Path, "results.jsonl"));
        Assert.Equal(WenbaoCommand.Refused, run.ExitCode);
        Snapshot.Match(run.Out + File.ReadAllText(Path.Combine(folder.Path, "results.jsonl")));
        Assert.Equal(["cases.jsonl", "results.jsonl"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Run_OfTheExamples_GivesWhatTheyExpect()
    {
        using var folder = new TestFolder();
        folder.With("cases.jsonl", """{"id": 7, "policy": "stable-employment-refund", "inputs": {"eval_date": "2020-06-30", "granted": [], "si_district": "370215", "status": "active", "dishonest": false, "insured_months": 36, "insured_person_months": 360, "layoffs": 6, "ui_paid": "3601.01", "zombie": false}}""");
        var results = Path.Combine(folder.Path, "results.jsonl");
        (await CommandRun.OfAsync("policy", "run", "--cases", Path.Combine(folder.Path, "cases.jsonl"), "--out", results)).ShouldSucceed();
        var result = JsonDocument.Parse(File.ReadAllText(results)).RootElement;
        Assert.Equal(["id", "outcome", "failed", "unknown", "amount"], result.EnumerateObject().Select(p => p.Name).Take(5));
        Assert.Equal("1800.51", result.GetProperty("amount").GetString());
        Assert.Equal("eligible", result.GetProperty("outcome").GetString());
    }
}
