using static Wenbao.Policies.Tests.Matching.Harbour;

namespace Wenbao.Policies.Tests.Matching;

/// <summary>After an import only what changed is decided again, and all is as if everything had been.</summary>
public sealed class IncrementalPassTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Import_LeavesWhatAFreshFullPassWouldGive(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await district.ImportAsync("firm", """
            code,name,state,staff,tax
            F02,乙行,open,6,700.00
            F07,庚行,closed,5,0.01
            F09,壬行,open,40,100.00
            F10,癸行,open,,100.00
            """);
        await district.ImportRecordsAsync("firm", "loans", "code,contract_no,paid_on,sum\nF05,L7,2020-04-01,2000.00\nF09,L9,2020-06-01,1500.00\n");
        await district.ImportAsync("plan", "plan_no,cost\nP3,100.00\n");

        var incremental = await StoredPass.TextAsync(district);
        var first = await district.DecideAsync();
        Assert.Equal(await StoredPass.TextAsync(district), incremental);
        Assert.Equal(first.Digest, (await district.DecideAsync()).Digest);
        Assert.Equal(10, (await district.SummaryAsync(Rebate)).Audience);
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameFileAgain_ChangesNothing(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        const string File = "code,staff\nF02,6\nF03,1\n";
        Assert.Equal(2, (await district.ImportAsync("firm", File)).Changed);
        var before = await StoredPass.TextAsync(district);
        var runs = (await district.AskAsync(new GetPolicyOverview())).CompletedAt;
        var again = await district.ImportAsync("firm", File);
        Assert.Equal((0, 2, null), (again.Changed, again.Unchanged, again.Batch));
        Assert.Equal(before, await StoredPass.TextAsync(district));
        Assert.Equal(runs, (await district.AskAsync(new GetPolicyOverview())).CompletedAt);
    }

    [DatabaseTheory, DatabaseData]
    public async Task NewSubjects_AreAppended_AndFoundAtOnce(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,name,quay,state,staff,tax\nF11,新行,north,open,50,20000.00\n");
        var listed = await district.FindInListAsync(Rebate, "F11");
        Assert.Equal(("2000.00", "north", "big"), (listed?.Amount.ToString(), listed?.Town, listed?.Size));
        await district.ImportAsync("firm", "code,staff\nF11,1\n");
        Assert.Null(await district.FindInListAsync(Rebate, "F11"));
        Assert.Equal(9, (await district.SummaryAsync(Rebate)).Audience);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Project_IsDecidedAgainWhenItsOwnerChanges(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        Assert.Null(await district.FindInListAsync(Plan, "P2"));
        Assert.Equal(Outcome.Undetermined, (await district.ExplainAsync("P4", Plan)).Outcome);
        await district.ImportAsync("firm", "code,state\nF04,open\nF06,open\n");
        Assert.Equal("100.00", (await district.FindInListAsync(Plan, "P2"))?.Amount.ToString());
        Assert.Equal("50.00", (await district.FindInListAsync(Plan, "P4"))?.Amount.ToString());
        Assert.Equal((3, 0), ((await district.SummaryAsync(Plan)).Found, (await district.SummaryAsync(Plan)).Undetermined));
    }

    [DatabaseTheory, DatabaseData]
    public async Task BeforeTheFirstFullPass_NothingIsDecided(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,name,state,staff,tax\nF01,甲行,open,12,1000.00\n");
        Assert.Null((await district.AskAsync(new GetPolicyOverview())).AsOf);
        Assert.Equal("100.00", (await district.ExplainAsync("F01", Rebate)).Amount.ToString());
    }
}
