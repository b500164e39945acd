using System.Text.Json;

namespace Wenbao.Cli.Tests;

public sealed class ExplainTests(JimoDistrict jimo, TinyTown tiny)
{
    private static readonly string[] Shape = ["subject", "policy", "version", "evalDate", "outcome", "conditions", "amount", "steps"];
    private static readonly string[] ConditionShape = ["id", "label", "reason", "result", "clause", "inputs"];
    private static readonly string[] InputShape = ["name", "value", "source", "asOf"];

    [Fact]
    public async Task Json_HasItsShape_ForEveryPolicyOfASubject()
    {
        var subject = await FirstAsync(jimo, "enterprise");
        var documents = (await jimo.RunAsync("explain", "--subject", subject, "--json")).ShouldSucceed().Json();
        Assert.NotEqual(0, documents.GetArrayLength());
        Assert.All(documents.EnumerateArray(), document =>
        {
            Assert.Equal(Shape, document.EnumerateObject().Select(p => p.Name).Intersect(Shape));
            Assert.Equal(subject, document.GetProperty("subject").GetString());
            Assert.Matches(@"^\d+\.\d\d$", document.GetProperty("amount").GetString());
            Assert.Contains(document.GetProperty("outcome").GetString(), (string[])["eligible", "ineligible", "undetermined"]);
            Assert.All(document.GetProperty("steps").EnumerateArray(), step => Assert.Equal(["id", "value"], step.EnumerateObject().Select(p => p.Name).Take(2)));
            Assert.All(document.GetProperty("conditions").EnumerateArray(), condition =>
            {
                Assert.Equal(ConditionShape, condition.EnumerateObject().Select(p => p.Name).Take(ConditionShape.Length));
                Assert.Contains(condition.GetProperty("result").GetString(), (string[])["true", "false", "unknown"]);
                Assert.All(condition.GetProperty("inputs").EnumerateArray(), input =>
                {
                    Assert.Equal(InputShape, input.EnumerateObject().Select(p => p.Name).Take(InputShape.Length));
                    Assert.False(string.IsNullOrWhiteSpace(input.GetProperty("source").GetString()));
                });
            });
        });
    }

    [Fact]
    public async Task Outcome_FollowsFromTheConditions()
    {
        foreach (var subject in (await AllAsync(tiny, "enterprise")).Take(20))
        {
            var document = (await tiny.RunAsync("explain", "--subject", subject, "--policy", "apprentice-grant", "--json")).ShouldSucceed().Json();
            var results = document.GetProperty("conditions").EnumerateArray().Select(c => c.GetProperty("result").GetString()).ToList();
            Assert.Equal(
                results.Contains("false") ? "ineligible" : results.Contains("unknown") ? "undetermined" : "eligible",
                document.GetProperty("outcome").GetString());
            Assert.Equal(document.GetProperty("outcome").GetString() == "eligible", document.GetProperty("amount").GetString() != "0.00");
        }
    }

    [Theory]
    [InlineData("eligible")]
    [InlineData("ineligible")]
    [InlineData("undetermined")]
    public async Task Explanation_IsTold_InBothLanguagesAndAsJson(string outcome)
    {
        var subject = await FindAsync(outcome);
        string[] explain = ["explain", "--subject", subject, "--policy", "apprentice-grant"];
        Snapshot.Match((await tiny.RunAsync(explain)).Transcript(), outcome + ".zh");
        Snapshot.Match((await tiny.RunAsync([.. explain, "--lang", "en"])).Transcript(), outcome + ".en");
        Snapshot.Match((await tiny.RunAsync([.. explain, "--json"])).Transcript(), outcome + ".json");
    }

    [Fact]
    public async Task English_HasNoChinese_BesidesNames()
    {
        var english = (await tiny.RunAsync("explain", "--subject", await FindAsync("ineligible"), "--lang", "en")).ShouldSucceed();
        Assert.DoesNotMatch(@"[\p{IsCJKUnifiedIdeographs}\uFF00-\uFFEF\u3000-\u303F]", english.Out);
    }

    [Fact]
    public async Task UnknownSubjectOrPolicy_IsRefused()
    {
        Snapshot.Match((await jimo.RunAsync("explain", "--subject", "91370215Y00000016Y")).ShouldRefuse("POL-0002").Transcript());
        (await jimo.RunAsync("explain", "--subject", await FirstAsync(jimo, "enterprise"), "--policy", "no-such-policy", "--json")).ShouldRefuse("POL-0001");
    }

    private static async Task<string> FirstAsync(MadeDistrict district, string type) => (await AllAsync(district, type))[0];

    private static async Task<IReadOnlyList<string>> AllAsync(MadeDistrict district, string type)
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "all.csv");
        (await district.RunAsync("export", type, "--out", file)).ShouldSucceed();
        return [.. File.ReadLines(file).Skip(1).Select(line => line.Split(',')[0])];
    }

    private async Task<string> FindAsync(string outcome)
    {
        foreach (var subject in await AllAsync(tiny, "enterprise"))
        {
            var document = (await tiny.RunAsync("explain", "--subject", subject, "--policy", "apprentice-grant", "--json")).Json();
            if (document.GetProperty("outcome").GetString() == outcome)
            {
                return subject;
            }
        }

        throw new Xunit.Sdk.XunitException($"No firm of the tiny town is {outcome}.");
    }
}
