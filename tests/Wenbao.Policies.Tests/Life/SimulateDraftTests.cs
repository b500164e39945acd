using Wenbao.Policies.Life;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

public sealed class SimulateDraftTests
{
    [DatabaseTheory, DatabaseData]
    public async Task ThresholdFromNextMonth_TellsWhoLoses_AndWhoStandsJustOutside(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "min_staff", NextMonth, "8"));
        var simulated = await district.SendAsAsync(Author, new SimulateDraft(made.Draft));
        var result = simulated.Result;
        Assert.Equal((NextMonth, Today), (result.RulesOn, result.AsOf));
        Assert.Equal((8, 5, 12), (result.Before.Found, result.After.Found, result.After.Judged));
        Assert.Equal((680000, 500000), (result.Before.AmountFen, result.After.AmountFen));
        Assert.Equal((0, 3, 0, 0), (result.NewlyFound, result.NoLongerFound, result.GetMore, result.GetLess));
        Assert.Equal(7, result.Conditions.Single(c => c.Condition == "C1").NearMisses);
        Assert.Equal((4, 3, 1), result.Dimensions.Where(d => d.Code == "east").Select(d => (d.FoundBefore, d.FoundAfter, d.Lose)).Single());
        Assert.Equal((8, 5), result.Months.Select(m => (m.CasesBefore, m.CasesAfter)).Single());

        var losses = await district.AskAsync(new FindSimulated(simulated.Simulation, SimulatedList.Losses));
        Assert.Equal([("F07", "700.00", "0.00"), ("F06", "600.00", "0.00"), ("F05", "500.00", "0.00")], losses.Items.Select(i => (i.PublicId, i.Before.ToString(), i.After.ToString())));
        var near = (await district.AskAsync(new FindSimulated(simulated.Simulation, SimulatedList.NearMisses))).Items;
        Assert.Equal(("F07", "C1", "7", "8"), (near[0].PublicId, near[0].Condition, near[0].Actual, near[0].Threshold));
        Assert.Empty((await district.AskAsync(new FindSimulated(simulated.Simulation, SimulatedList.Gains))).Items);
        (await district.TryAskAsync(new FindSimulated(99, SimulatedList.Gains))).ShouldBeProblem(PolicyLifeProblems.SimulationNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DatedSimulation_EqualsTheRealPassAfterwards(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        long draft = 0;
        await PublishVersionTests.PublishAsync(district, Help, async d =>
        {
            draft = d;
            await district.SendAsAsync(Author, new SetDraftParameter(d, "min_staff", new DateOnly(2020, 7, 1), "3"));
            await district.SendAsAsync(Author, new SetDraftParameter(d, "rate", new DateOnly(2020, 7, 1), "12.5"));
            await district.SendAsAsync(Author, new EditDraftFile(d, "examples.yaml", Examples("5").Replace("outcome: eligible, failed: [], unknown: [], amount: '100.00'}\n- id: E4", "outcome: eligible, failed: [], unknown: [], amount: '125.00'}\n- id: E4", StringComparison.Ordinal)));
        }, NextMonth);
        var again = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new SetDraftParameter(again.Draft, "min_staff", NextMonth, "3"));
        await district.SendAsAsync(Author, new SetDraftParameter(again.Draft, "rate", NextMonth, "12.5"));
        var foreseen = (await district.SendAsAsync(Author, new SimulateDraft(again.Draft, SimulationBasis.AsDated, NextMonth))).Result;
        await district.MoveToAsync(NextMonth);
        await district.DecideAsync();
        var real = await district.SummaryAsync(Help);
        Assert.Equal((real.Audience, real.Found, real.FoundCases, real.NearMiss, real.Undetermined, real.AmountFen),
            (foreseen.After.Judged, foreseen.After.Found, foreseen.After.FoundCases, foreseen.After.NearMiss, foreseen.After.Undetermined, foreseen.After.AmountFen));
        Assert.True(draft > 0);
    }

    [DatabaseTheory, DatabaseData]
    public async Task NewPolicy_GainsEverybodyItFinds_AndListsArePaged(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,name,quay,staff,tax\n" + string.Concat(Enumerable.Range(100, 120).Select(i => FormattableString.Invariant($"F{i},行{i},south,9,{i}.00\n"))), new DateOnly(2020, 1, 1));
        var made = await district.SendAsAsync(Author, new CreateDraft(Help, "pier-help"));
        var simulated = await district.SendAsAsync(Author, new SimulateDraft(made.Draft));
        Assert.Equal((0, 128, 128), (simulated.Result.Before.Found, simulated.Result.After.Found, simulated.Result.NewlyFound));
        var seen = new List<string>();
        for (long? after = 0; after is { } place;)
        {
            var page = await district.AskAsync(new FindSimulated(simulated.Simulation, SimulatedList.Gains, place));
            seen.AddRange(page.Items.Select(i => i.PublicId));
            after = page.Next;
        }

        Assert.Equal((128, 128, "F12"), (seen.Count, seen.Distinct().Count(), seen[0]));
        Assert.Equal(simulated.Simulation, (await district.AskAsync(new GetDraft(made.Draft))).Simulation);
        Assert.True((await district.AskAsync(new GetSimulation(simulated.Simulation))).IsCurrent);
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "rate", Today, "11"));
        Assert.False((await district.AskAsync(new GetSimulation(simulated.Simulation))).IsCurrent);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Sweep_CountsEveryValue_InOneScan(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        var swept = await district.AskAsync(new SweepParameter(made.Draft, "min_staff", ["1", "5", "8", "13"]));
        Assert.Equal([12, 8, 5, 0], swept.Select(s => s.Side.Found));
        (await district.TryAskAsync(new SweepParameter(made.Draft, "min_staff", ["x"]))).ShouldBeProblem(PolicyLifeProblems.ParameterValueWrong);
        (await district.TryAskAsync(new SweepParameter(made.Draft, "min_staff", []))).ShouldBeProblem(Platform.Operations.OperationProblems.Invalid);
    }

    [Theory]
    [InlineData(1000, 3, null)]
    [InlineData(999, 2, "2020-03-01")]
    [InlineData(300, 1, "2020-02-01")]
    [InlineData(0, 0, "2020-01-01")]
    public void Money_ReachesTheLongestPrefix_InOrderOfDays(long available, long covered, string? endsOn)
    {
        SimulatedCase[] cases =
        [
            new(new DateOnly(2020, 3, 1), 1, 400, true, "line"), new(new DateOnly(2020, 1, 1), 9, 100, true, "line"), new(new DateOnly(2020, 2, 1), 2, 500, true, "line"),
        ];
        var reach = BudgetReaches.Reach(cases, available);
        Assert.Equal((1000, 3, covered, endsOn), (reach.NeededFen, reach.Cases, reach.CasesCovered, reach.EndsOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
