namespace Wenbao.Cli.Tests;

public sealed class MatchTests(JimoDistrict jimo, TinyTown tiny)
{
    [Fact]
    public async Task Json_HasItsShape_AndAddsUp()
    {
        var summaries = (await jimo.RunAsync("match", "--json")).ShouldSucceed().Json();
        Assert.Equal(60, summaries.GetArrayLength());
        Assert.All(summaries.EnumerateArray(), s =>
        {
            Assert.Equal(["policy", "audience", "found", "nearMiss", "undetermined", "ineligible", "amountFen"], s.EnumerateObject().Select(p => p.Name));
            var count = (string name) => s.GetProperty(name).GetInt64();
            Assert.Equal(count("audience"), count("found") + count("undetermined") + count("ineligible"));
            Assert.InRange(count("nearMiss"), 0, count("ineligible"));
            Assert.All(s.EnumerateObject().Skip(1), p => Assert.True(p.Value.GetInt64() >= 0));
            Assert.True(count("found") > 0 || count("amountFen") == 0);
        });
        Assert.Equal(
            (await CommandRun.OfAsync("policy", "list", "--json")).Json().EnumerateArray().Select(p => p.GetProperty("id").GetString()),
            summaries.EnumerateArray().Select(s => s.GetProperty("policy").GetString()));
    }

    [Fact]
    public async Task RunsAtTheSameTime_Agree()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => jimo.RunAsync("match", "--json"))));
        Assert.All(runs, run => Assert.Equal(runs[0].ShouldSucceed().Out, run.Out));
    }

    [Fact]
    public async Task OnePolicy_IsDecidedAsAmongAll()
    {
        var all = (await jimo.RunAsync("match", "--json")).Json().EnumerateArray().Single(s => s.GetProperty("policy").GetString() == "vat-small-scale-relief");
        var one = (await jimo.RunAsync("match", "--json", "--policy", "vat-small-scale-relief")).ShouldSucceed().Json();
        Assert.Equal(all.ToString(), Assert.Single(one.EnumerateArray()).ToString());
    }

    [Fact]
    public async Task UnknownPolicy_IsRefused()
    {
        Snapshot.Match((await jimo.RunAsync("match", "--policy", "no-such-policy")).ShouldRefuse("POL-0001").Transcript());
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", (await jimo.RunAsync("match", "--policy", "no-such-policy", "--lang", "en")).Error);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Table_SpeaksTheReadersLanguage(string language) =>
        Snapshot.Match((await tiny.RunAsync("match", "--lang", language)).Transcript(), language);

    [Fact]
    public async Task AnotherDate_DecidesAsOfThatDate()
    {
        var later = (await tiny.RunAsync("match", "--json", "--as-of", "2022-01-01")).ShouldSucceed().Json()[0];
        Assert.Equal(0, later.GetProperty("found").GetInt64());
        Assert.Equal(200, later.GetProperty("audience").GetInt64());
    }

    [Fact]
    public async Task FolderWithoutDistrict_IsRefused()
    {
        using var folder = new TestFolder();
        (await jimo.RunOnAsync(Path.Combine(folder.Path, "none"), "match")).ShouldRefuse("CLI-0001");
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
