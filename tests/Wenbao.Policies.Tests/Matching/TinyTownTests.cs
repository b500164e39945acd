using Wenbao.Platform.Packs;

namespace Wenbao.Policies.Tests.Matching;

/// <summary>A district is data: a town of 200 firms, three attributes and one policy runs from its folder alone.</summary>
public sealed class TinyTownTests
{
    private const string Grant = "apprentice-grant";

    [DatabaseTheory, DatabaseData]
    public async Task Town_IsMadeDecidedAndTold(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var town = await District.OpenAsync(Pack(), database.Database);
        var decided = Assert.Single((await town.MakeDemoAsync(folder.Path, seed: 1, population: null)).Summaries);
        Assert.Equal(200, decided.Audience);
        Assert.InRange(decided.Found, 60, 140);
        Assert.InRange(decided.Undetermined, 1, 20);
        Assert.InRange(decided.NearMiss, 1, decided.Ineligible);
        await ExplainedAs.StoredAsync(town, subjectsPerType: 200);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Firm_ReportsItsApprentices_AndIsFound(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var town = await District.OpenAsync(Pack(), database.Database);
        await town.ImportAsync("enterprise", "firm_no,apprentices,training_cost\nLX90001,2,10000.05\nLX90002,,5000.00\n");
        await town.DecideAsync();
        Assert.True((await town.ExplainAsync("LX90001", Grant)).IsNearMiss);
        Assert.Equal(Outcome.Undetermined, (await town.ExplainAsync("LX90002", Grant)).Outcome);
        await town.ImportAsync("enterprise", "企业编号,学徒人数\nLX90001,3\nLX90002,0\n");
        Assert.Equal("3000.02", (await town.FindInListAsync(Grant, "LX90001"))?.Amount.ToString());
        Assert.Equal((1, 0), ((await town.SummaryAsync(Grant)).Found, (await town.SummaryAsync(Grant)).Undetermined));
    }

    [Fact]
    public void Examples_ComeOutAsWritten()
    {
        var library = PolicyLibrary.Load(Pack()).ShouldSucceed();
        Assert.Equal(4, library.Policies[0].Examples.Count);
        Assert.Empty(new CaseRunner(library).Test(library.Policies[0]));
    }

    private static Pack Pack() => PackLoader.Load(Repository.PathOf("tests/packs/tiny-town")).ShouldSucceed();
}
