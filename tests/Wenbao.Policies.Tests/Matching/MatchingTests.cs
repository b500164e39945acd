using System.Text.Json;
using Wenbao.Kernel;
using Wenbao.Policies.Matching;
using static Wenbao.Policies.Tests.Matching.Harbour;

namespace Wenbao.Policies.Tests.Matching;

/// <summary>Deciding a whole registry: what is stored, counted, found and told is one and the same.</summary>
public sealed class MatchingTests
{
    [DatabaseTheory, DatabaseData]
    public async Task FullPass_StoresWhatMatchingInMemoryGives(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var stored = (await district.AskAsync(new GetPolicyOverview())).Summaries;
        var matched = await district.AskAsync(new MatchPolicies(district.Today));
        Assert.Equal([Rebate, Bonus, Monthly, Loan, Plan], matched.Select(s => s.Policy));
        Assert.All(matched, s => Assert.Equal(Line(s), Line(stored[s.Policy])));

        var cells = await StoredPass.CellsAsync(district);
        foreach (var audience in district.Engine.Audiences)
        {
            await new PolicyMatcher(district.Reader).MatchAsync(audience, district.Today, listen: null, batch =>
            {
                for (var plan = 0; plan < audience.Plans.Count; plan++)
                {
                    for (var row = 0; row < batch.Rows.Count; row++)
                    {
                        var kept = cells.TryGetValue((audience.Plans[plan].Program.Policy.Id, batch.Rows[row].Id), out var cell);
                        Assert.Equal(batch.Cells[plan][row] is { } judged ? (judged.Decision.Outcome, judged.Decision.Failed, judged.Decision.Unknown) : null, kept ? cell : ((Outcome, uint, uint)?)null);
                    }
                }

                return Task.CompletedTask;
            }, onProgress: null, changedBy: null, CancellationToken.None);
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task Summaries_AddUp(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var rebate = await district.SummaryAsync(Rebate);
        // F01 and F07 are found; F02 lacks staff only; F03 and F06 cannot be told; F04 is closed, F05 pays no tax, F08 fails all.
        Assert.Equal((8, 2, 1, 1, 5), (rebate.Audience, rebate.Found, rebate.NearMiss, rebate.Undetermined, rebate.Ineligible));
        Assert.Equal(10001 + 0, rebate.AmountFen);
        foreach (var (policy, summary) in (await district.AskAsync(new GetPolicyOverview())).Summaries)
        {
            Assert.Equal(summary.Audience, summary.Found + summary.Undetermined + summary.Ineligible);
            Assert.InRange(summary.NearMiss, 0, summary.Ineligible);
            var funnel = await district.AskAsync(new GetFunnel(policy, new SubjectFilter()));
            Assert.Equal((summary.Audience, summary.Found, summary.NearMiss, summary.Undetermined), (funnel.Audience, funnel.Found, funnel.NearMiss, funnel.Undetermined));
            Assert.Equal(summary.Remaining, funnel.Steps.Select(s => s.Remaining));
            Assert.Equal(summary.Failures, funnel.Steps.Select(s => s.Failing));
            Assert.Equal(summary.Found, funnel.Steps[^1].Remaining);
            var list = await district.AskAsync(new FindFoundSubjects(policy, new SubjectFilter()));
            Assert.Equal((summary.Found, summary.AmountFen), (list.Total, list.Amount.Fen));
        }

        var east = await district.AskAsync(new FindFoundSubjects(Rebate, new SubjectFilter(Town: "east", Size: "small")));
        Assert.Equal(["F01", "F07"], east.Items.Select(i => i.PublicId));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MonthEnds_AreJudgedByTheValuesOfThatDay(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await district.ImportAsync("firm", "code,staff\nF02,7\n", new DateOnly(2020, 4, 15));
        await district.ImportAsync("firm", "code,staff,state\nF02,2,open\nF07,5,closed\n", new DateOnly(2020, 6, 1));

        // Four from January to March, seven at the ends of April and May, two in June; February is the first month in force.
        var f02 = (await district.ExplainAsync("F02")).Policies.Single(p => p.Policy.Id == Monthly);
        Assert.Equal(["2020-02-29", "2020-03-31", "2020-04-30", "2020-05-31", "2020-06-30"], f02.Cases.Select(c => $"{c.EvaluationDate:yyyy-MM-dd}"));
        Assert.Equal([Outcome.Ineligible, Outcome.Ineligible, Outcome.Eligible, Outcome.Eligible, Outcome.Ineligible], f02.Cases.Select(c => c.Outcome));
        Assert.Equal("140.00", f02.Total.ToString());
        Assert.Equal((2, "140.00"), await ListedAsync(district, Monthly, "F02"));

        // Open until May: judged four times, three times found at most.
        var f07 = (await district.ExplainAsync("F07")).Policies.Single(p => p.Policy.Id == Monthly);
        Assert.Equal([Outcome.Eligible, Outcome.Eligible, Outcome.Eligible, Outcome.Ineligible], f07.Cases.Select(c => c.Outcome));
        Assert.Equal(["C2"], f07.Cases[^1].Conditions.Where(c => c.Result == false).Select(c => c.Id));
        Assert.Equal((3, "150.00"), await ListedAsync(district, Monthly, "F07"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Events_AreJudgedAtTheirDates_AndNotOutsideTheValidity(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        // February is before the policy; the two others share the year's 50 yuan: 40 and what is left of it.
        var f01 = (await district.ExplainAsync("F01")).Policies.Single(p => p.Policy.Id == Loan);
        Assert.Equal([("2020-03-01", "L2", "40.00"), ("2020-06-30", "L3", "10.00")], f01.Cases.Select(c => ($"{c.EvaluationDate:yyyy-MM-dd}", c.Record, c.Amount.ToString())));
        // F03's loan is of tomorrow, F04's of last year: neither is judged.
        Assert.DoesNotContain((await district.ExplainAsync("F03")).Policies, p => p.Policy.Id == Loan);
        Assert.DoesNotContain((await district.ExplainAsync("F04")).Policies, p => p.Policy.Id == Loan);
        var summary = await district.SummaryAsync(Loan);
        Assert.Equal((3, 1, 1, 1, 2), (summary.Audience, summary.Found, summary.Undetermined, summary.Ineligible, summary.FoundCases));
    }

    [DatabaseTheory, DatabaseData]
    public async Task FoundDetails_RunAgainToTheSameAmount(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var found = await StoredPass.FoundAsync(district);
        Assert.NotEmpty(found);
        foreach (var row in found)
        {
            var parts = row.Split(' ', 9);
            var sum = 0L;
            using var cases = JsonDocument.Parse(parts[8]);
            foreach (var one in cases.RootElement.EnumerateArray())
            {
                var decided = district.Runner.Decide(parts[0], one.GetProperty("inputs")).ShouldSucceed();
                Assert.Equal(one.GetProperty("amount").GetString(), decided.Amount);
                sum += Money.Round(decided.AmountYuan).Fen;
            }

            Assert.Equal((parts[6], parts[7]), ($"{cases.RootElement.GetArrayLength()}", $"{sum}"));
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task Exclusion_RecommendsTheLargerAmount(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        // Each is judged alone: both are found, and the owner is told the better one.
        var told = await district.ExplainAsync("F01");
        Assert.Equal(["100.01", "1200.00"], told.Policies.Where(p => p.Policy.Id is Rebate or Bonus).Select(p => p.Total.ToString()));
        Assert.Equal([Bonus], told.Recommended);
        // Taken in order, the first found shuts the other out.
        var inOrder = await district.AskAsync(new MatchPolicies(district.Today, InOrder: true));
        Assert.Equal((2, 1), (inOrder.Single(s => s.Policy == Rebate).Found, inOrder.Single(s => s.Policy == Bonus).Found));
        Assert.Empty((await district.ExplainAsync("F05")).Recommended);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Explanations_EqualStoredCells(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await ExplainedAs.StoredAsync(district, subjectsPerType: 100);
    }

    [DatabaseTheory, DatabaseData]
    public async Task NearMiss_NeedsAMend(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var few = await district.ExplainAsync("F02", Rebate);
        Assert.True(few.IsNearMiss);
        var failing = few.Conditions.Single(c => c.Result == false);
        Assert.Equal(("C1", "补办", 1m), (failing.Id, failing.Mend?.Zh, failing.Gap?.Distance));
        // F05 fails one condition too, but nothing it could do would help.
        var untaxed = await district.ExplainAsync("F05", Rebate);
        Assert.False(untaxed.IsNearMiss);
        Assert.Equal(["C2"], untaxed.Conditions.Where(c => c.Result == false).Select(c => c.Id));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Explanation_NamesWhatIsMissing_ItsDepartmentAndTheDayOfEachValue(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var told = await district.ExplainAsync("F03", Rebate);
        Assert.Equal(Outcome.Undetermined, told.Outcome);
        var missing = Assert.Single(told.Conditions.Single(c => c.Result is null).Inputs);
        Assert.True(missing.IsMissing);
        Assert.Equal("人力局 · 用工册", missing.Source.Zh);
        await district.ImportAsync("firm", "code,staff\nF03,6\n", new DateOnly(2020, 5, 4));
        var known = await district.ExplainAsync("F03", Rebate);
        Assert.Equal((Outcome.Eligible, "80.00"), (known.Outcome, known.Amount.ToString()));
        Assert.Equal([new DateOnly(2020, 1, 1), new DateOnly(2020, 5, 4), new DateOnly(2020, 1, 1)], known.Conditions.Select(c => c.Inputs.Single().AsOf!.Value));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Explanation_IsOnlyForWhomTheScopeCovers(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        (await district.AskAsOwnerOfAsync("F01", new ExplainSubject("F02", district.Today))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.AskAsOwnerOfAsync("F01", new ExplainSubject("F99", district.Today))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.AskAsOwnerOfAsync("F01", new ExplainSubject("F01", district.Today))).ShouldSucceed();
        (await district.AskAsOwnerOfAsync("F01", new ExplainSubject("F01", district.Today, Plan))).ShouldBeProblem(PolicyProblems.OtherAudience);
    }

    private static async Task<(int Cases, string Amount)?> ListedAsync(District district, string policy, string subject) =>
        await district.FindInListAsync(policy, subject) is { } item ? (item.Cases, item.Amount.ToString()) : null;

    private static string Line(MatchSummary s) =>
        $"{s.Policy} {s.Audience} {s.Found} {s.FoundCases} {s.NearMiss} {s.Undetermined} {s.Ineligible} {s.AmountFen} {string.Join(',', s.Remaining)} {string.Join(',', s.Failures)}";
}
