using Wenbao.Platform.Data;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

/// <summary>Examples of a draft are mended one by one; what officers have on the desk; what a start leaves in the audit.</summary>
public sealed class DraftExampleTests
{
    [DatabaseTheory, DatabaseData]
    public async Task RedExample_IsMendedByWhatItShouldComeTo(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var draft = (await district.SendAsAsync(Author, new CreateDraft(Help))).Draft;
        await district.SendAsAsync(Author, new SetDraftParameter(draft, "min_staff", NextMonth, "8"));
        var red = Assert.Single((await district.SendAsAsync(Author, new TestDraft(draft))).Examples, e => !e.Passes);
        Assert.Equal(("E3", Outcome.Eligible, Outcome.Ineligible, "C1"), (red.Id, red.Expected.Outcome, red.Actual!.Outcome, red.Actual.Failed.Single()));

        var before = (await district.AskAsync(new GetDraft(draft))).Files["examples.yaml"];
        await district.SendAsAsync(Author, new SetDraftExpectation(draft, "E3", red.Actual));
        var tested = await district.SendAsAsync(Author, new TestDraft(draft));
        Assert.True(tested.IsGreen);
        var after = (await district.AskAsync(new GetDraft(draft))).Files["examples.yaml"];
        Assert.Equal(before.Split('\n').Length, after.Split('\n').Length);
        Assert.Equal(before.Split('\n').Where((line, i) => line != after.Split('\n')[i]).Count(), 1);

        var desk = await district.AskAsync(new FindPolicyDesk());
        Assert.Equal((4, 4), (desk.Tests[draft].Passed, desk.Tests[draft].Total));
        (await district.TrySendAsAsync(Author, new SetDraftExpectation(draft, "E9", red.Actual))).ShouldBeProblem(PolicyLifeProblems.ExampleNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Example_IsRewritten_AndStaysOneExampleOfItsId(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var draft = (await district.SendAsAsync(Author, new CreateDraft(Help))).Draft;
        const string Rewritten = "- id: E2\r\n  title: {zh: 差两人, en: Two short}\r\n  inputs: {day: '2020-06-30', staff: 3, tax: '1000.00'}\r\n  expect: {outcome: ineligible, failed: [C1], unknown: [], amount: '0.00'}";
        Assert.Empty((await district.SendAsAsync(Author, new EditDraftExample(draft, "E2", Rewritten))).Findings);
        var detail = await district.AskAsync(new GetDraft(draft));
        Assert.Equal(["E1", "E2", "E3", "E4"], detail.Examples.Select(e => e.Id));
        Assert.Equal("差两人", detail.Examples[1].Title);
        Assert.All(detail.Examples, e => Assert.True(e.Passes));

        foreach (var broken in new[] { "- id: E5\n  title: x", "id: E2", "- id: E2\n- id: E6", "- id: E2\n  inputs: {", "" })
        {
            (await district.TrySendAsAsync(Author, new EditDraftExample(draft, "E2", broken))).ShouldBeProblem(PolicyLifeProblems.ExampleNotReadable);
        }

        (await district.TrySendAsAsync(Author, new EditDraftExample(draft, "E]9", Rewritten))).ShouldBeProblem(PolicyLifeProblems.ExampleNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Desk_TellsWhatCameIntoForceLately(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        Assert.Empty((await district.AskAsync(new FindPolicyDesk())).Recent);
        await PublishVersionTests.PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "20")), Today);
        var recent = Assert.Single((await district.AskAsync(new FindPolicyDesk())).Recent);
        Assert.Equal((Help, Today, Author, Approver), (recent.Policy, recent.On, recent.Author, recent.Approver));
    }

    [DatabaseTheory, DatabaseData]
    public async Task StartAndDaysWithNothingDue_LeaveNoTraceOfPublishing(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        Assert.Equal((2L, 0L), (await CountAsync(database, "pol_version"), await CountAsync(database, "plt_audit")));
        await district.MoveToAsync(NextMonth);
        Assert.Equal(0, await CountAsync(database, "plt_audit WHERE operation = 'PublishDueVersions'"));
    }

    private static async Task<long> CountAsync(TestDatabase database, string from)
    {
        await using var connection = await database.Database.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tables of this test
        command.CommandText = "SELECT count(*) FROM " + from;
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
