using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Tests.Matching;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

public sealed class PublishVersionTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Threshold_FromNextMonthOn_TestedSimulatedApproved_IsInForceOnItsDay(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var before = await StoredPass.TextAsync(district, Other);
        var first = (await district.ExplainAsync("F05", Help)).Policy.Version;
        Assert.Equal(8, (await district.SummaryAsync(Help)).Found);

        // Copied, and the threshold raised from next month on: an example is red until it is mended.
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "min_staff", NextMonth, "8"));
        var tested = await district.SendAsAsync(Author, new TestDraft(made.Draft));
        Assert.Equal(("E3", false), (tested.Examples.Single(e => !e.Passes).Id, tested.IsGreen));
        (await district.TrySendAsAsync(Author, new SubmitDraft(made.Draft, NextMonth))).ShouldBeProblem(PolicyLifeProblems.NotTested);
        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "examples.yaml", Examples("8")));
        Assert.True((await district.SendAsAsync(Author, new TestDraft(made.Draft))).IsGreen);
        (await district.TrySendAsAsync(Author, new SubmitDraft(made.Draft, NextMonth))).ShouldBeProblem(PolicyLifeProblems.NotSimulated);
        await district.SendAsAsync(Author, new SimulateDraft(made.Draft));

        // Submitted; whoever wrote it may not approve it.
        (await district.TrySendAsAsync(Author, new SubmitDraft(made.Draft, Today.AddDays(-1)))).ShouldBeProblem(PolicyLifeProblems.DayPassed);
        var submitted = await district.SendAsAsync(Author, new SubmitDraft(made.Draft, NextMonth));
        Assert.StartsWith("1.1-", submitted.Version, StringComparison.Ordinal);
        (await district.TrySendAsAsync(Author, new EditDraftFile(made.Draft, "source.md", "x"))).ShouldBeProblem(PolicyLifeProblems.DraftNotEditable);
        (await district.TrySendAsAsync(Author, new ApproveVersion(made.Draft))).ShouldBeProblem(PolicyLifeProblems.SamePerson);
        Assert.Equal(DraftState.Scheduled, (await district.SendAsAsync(Approver, new ApproveVersion(made.Draft))).State);

        // Approved is not in force: the day is.
        Assert.Equal(first, (await district.AskAsync(new FindPolicyVersions(Help))).Policy.Version);
        Assert.Equal("500.00", (await district.ExplainAsync("F05", Help)).Amount.ToString());
        await district.MoveToAsync(NextMonth);
        var after = await district.ExplainAsync("F05", Help);
        Assert.Equal((Outcome.Ineligible, submitted.Version), (after.Outcome, after.Policy.Version));
        Assert.Equal("800.00", (await district.ExplainAsync("F08", Help)).Amount.ToString());

        // Only that policy was decided again, and the whole counts as current.
        Assert.Equal((5, NextMonth), ((await district.SummaryAsync(Help)).Found, (await district.SummaryAsync(Help)).AsOf));
        Assert.Equal(before, await StoredPass.TextAsync(district, Other));
        var overview = await district.AskAsync(new GetPolicyOverview());
        Assert.Equal((true, Today), (overview.IsCurrent, overview.AsOf));

        // What was decided before names its version, which stays readable and decides as it did.
        var old = await district.AskAsync(new GetPolicyVersion(Help, first));
        Assert.Equal(("5", false), (FormattableString.Invariant($"{old.Policy.Parameters.Single(p => p.Id == "min_staff").On(NextMonth).AsNumber()}"), old.IsInForce));
        Assert.Equal(Files(Help, 1)["parameters.yaml"], old.Files["parameters.yaml"]);
        Assert.Equal(first, district.Engines.FindProgram(Help, first).ShouldSucceed().Policy.Version);
        var versions = (await district.AskAsync(new FindPolicyVersions(Help))).Versions;
        Assert.Equal([submitted.Version, first], versions.Select(v => v.Version));
        Assert.Equal((first, Author, Approver, NextMonth, true), (versions[0].Previous, versions[0].Author, versions[0].Approver, versions[0].InForceOn, versions[0].IsInForce));
    }

    [DatabaseTheory, DatabaseData]
    public async Task AfterPublishing_AFullPassComesToTheSame(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "12.5")), Today);
        Assert.Equal("625.00", (await district.FindInListAsync(Help, "F05"))?.Amount.ToString());
        var patched = await StoredPass.TextAsync(district, Help);
        await district.DecideAsync();
        Assert.Equal(patched, await StoredPass.TextAsync(district, Help));
        Assert.Null((await district.SummaryAsync(Help)).AsOf);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ImportsAroundAPublication_LoseNothing(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", NextMonth, "20")), NextMonth);
        await district.MoveToAsync(NextMonth);
        await district.ImportAsync("firm", "code,name,quay,staff,tax\nF02,行2,east,9,2000.00\nF13,行13,west,13,13000.00\n", Today);
        Assert.Equal("400.00", (await district.FindInListAsync(Help, "F02"))?.Amount.ToString());
        Assert.Equal("2600.00", (await district.FindInListAsync(Help, "F13"))?.Amount.ToString());
        Assert.Equal("1300.00", (await district.FindInListAsync(Other, "F13"))?.Amount.ToString());
        Assert.True((await district.AskAsync(new GetPolicyOverview())).IsCurrent);
        var (help, cells) = (await StoredPass.TextAsync(district, Help), await StoredPass.CellsAsync(district));
        await district.DecideAsync();
        Assert.Equal(help, await StoredPass.TextAsync(district, Help));
        Assert.Equal(cells, await StoredPass.CellsAsync(district));
    }

    [DatabaseTheory, DatabaseData]
    public async Task NewPolicy_IsAddedAndDecided_OnItsDay(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help, "pier-help"));
        await district.SendAsAsync(Author, new SetDraftParameter(made.Draft, "rate", new DateOnly(2020, 1, 1), "30"));
        await ApproveAsync(district, made.Draft, Today, Examples("5").Replace("'100.00'", "'300.00'", StringComparison.Ordinal));
        Assert.Equal("1500.00", (await district.FindInListAsync("pier-help", "F05"))?.Amount.ToString());
        Assert.StartsWith("1-", district.InForce.Library.Find("pier-help").ShouldSucceed().Version, StringComparison.Ordinal);
        Assert.True((await district.AskAsync(new GetPolicyOverview())).IsCurrent);
        Assert.Equal(8, (await district.AskAsync(new GetFunnel("pier-help", new SubjectFilter()))).Found);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ChangedModel_GetsANumberOfItsOwn(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var model = Files(Help, 1)["decision.dmn"].Replace("税额 * 参数.比例 / 100", "100 + 税额 * 参数.比例 / 100", StringComparison.Ordinal);
        var made = await district.SendAsAsync(Author, new CreateDraft(Help));
        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "decision.dmn", model));
        await ApproveAsync(district, made.Draft, Today, Examples("5").Replace("'100.00'", "'200.00'", StringComparison.Ordinal));
        Assert.StartsWith("2-", district.InForce.Library.Find(Help).ShouldSucceed().Version, StringComparison.Ordinal);
        Assert.Equal("600.00", (await district.ExplainAsync("F05", Help)).Amount.ToString());
        await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "min_staff", NextMonth, "4")), NextMonth);
        await district.MoveToAsync(NextMonth);
        Assert.StartsWith("2.1-", district.InForce.Library.Find(Help).ShouldSucceed().Version, StringComparison.Ordinal);
    }

    [DatabaseTheory, DatabaseData]
    public async Task OtherProcess_NoticesWithinASecond(TestDatabase database)
    {
        using var folder = new TestFolder();
        var clock = new TestClock();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await using var elsewhere = await District.OpenAsync(folder.Load("landing"), database.Database, clock);
        Assert.Equal("500.00", (await elsewhere.ExplainAsync("F05", Help)).Amount.ToString());
        await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "20")), Today);
        Assert.Equal("1000.00", (await district.ExplainAsync("F05", Help)).Amount.ToString());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("1000.00", (await elsewhere.ExplainAsync("F05", Help)).Amount.ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task HostThatStarts_TakesUpWhatIsStored_AndPublishesWhatIsDue(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using (var district = await OpenDecidedAsync(folder, database.Database))
        {
            await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "20")), Today);
            await PublishAsync(district, Other, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", NextMonth, "20")), NextMonth);
        }

        // The pack's day is a month later: the host did not run when the day came.
        folder.With("landing/pack.yaml", "id: landing\nversion: 1.0.0\ntitle: {zh: 试验区, en: Test district}\nas_of: 2020-07-20\ntime_zone: Asia/Shanghai\n");
        await using var later = await District.OpenAsync(folder.Load("landing"), database.Database);
        Assert.Equal("1000.00", (await later.ExplainAsync("F05", Help)).Amount.ToString());
        Assert.Equal("1000.00", (await later.ExplainAsync("F05", Other)).Amount.ToString());
        Assert.Equal(NextMonth, (await later.AskAsync(new FindPolicyVersions(Other))).Versions[0].InForceOn);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ChangedPack_DoesNotUndoWhatWasPublished_AndKeepsItsOldVersions(TestDatabase database)
    {
        using var folder = new TestFolder();
        string first;
        await using (var district = await OpenDecidedAsync(folder, database.Database))
        {
            first = district.InForce.Library.Find(Other).ShouldSucceed().Version;
            await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "20")), Today);
        }

        foreach (var id in new[] { Help, Other })
        {
            folder.With($"landing/policies/{id}/parameters.yaml", Files(id, 1)["parameters.yaml"].Replace("value: '10'", "value: '50'", StringComparison.Ordinal));
        }

        await using var later = await District.OpenAsync(folder.Load("landing"), database.Database);
        Assert.Equal("1000.00", (await later.ExplainAsync("F05", Help)).Amount.ToString());
        Assert.Equal("2500.00", (await later.ExplainAsync("F05", Other)).Amount.ToString());
        Assert.Equal(Files(Other, 2)["parameters.yaml"], (await later.AskAsync(new GetPolicyVersion(Other, first))).Files["parameters.yaml"]);
        Assert.Equal(first, later.Engines.FindProgram(Other, first).ShouldSucceed().Policy.Version);
        (await later.TryAskAsync(new GetPolicyVersion(Other, "7-0000000000"))).ShouldBeProblem(PolicyLifeProblems.VersionNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoDraftsOfOnePolicy_TheSecondMustRestOnTheFirst(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var one = await ReadyAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", NextMonth, "20")));
        var two = await ReadyAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", NextMonth, "30")));
        await district.SendAsAsync(Author, new SubmitDraft(one, NextMonth));
        await district.SendAsAsync(Author, new SubmitDraft(two, NextMonth.AddDays(1)));
        await district.SendAsAsync(Approver, new ApproveVersion(one));
        (await district.TrySendAsAsync(Approver, new ApproveVersion(two))).ShouldBeProblem(PolicyLifeProblems.OtherChangeScheduled);
        await district.MoveToAsync(NextMonth);
        (await district.TrySendAsAsync(Approver, new ApproveVersion(two))).ShouldBeProblem(PolicyLifeProblems.BaseMovedOn);
        await district.MoveToAsync(NextMonth.AddDays(2));
        (await district.TrySendAsAsync(Approver, new ApproveVersion(two))).ShouldBeProblem(PolicyLifeProblems.DayPassed);
        Assert.Equal(DraftState.Simulated, (await district.SendAsAsync(Approver, new RejectVersion(two, "依据已变"))) is var rejected ? (await district.AskAsync(new GetDraft(two))).Item.State : rejected.State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Unchanged_CannotBeSubmitted_AndAnEditorCannotApprove(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var same = await ReadyAsync(district, Help, _ => Task.CompletedTask);
        (await district.TrySendAsAsync(Author, new SubmitDraft(same, NextMonth))).ShouldBeProblem(PolicyLifeProblems.NothingChanged);
        var draft = await ReadyAsync(district, Help, d => district.SendAsAsync(Approver, new SetDraftParameter(d, "rate", NextMonth, "20")));
        await district.SendAsAsync(Author, new SubmitDraft(draft, NextMonth));
        (await district.TrySendAsAsync(Approver, new ApproveVersion(draft))).ShouldBeProblem(PolicyLifeProblems.SamePerson);
        await district.SendAsAsync("operator", new ApproveVersion(draft));
        Assert.Equal(DraftState.Simulated, (await district.SendAsAsync(Author, new WithdrawDraft(draft))) is var _ ? (await district.AskAsync(new GetDraft(draft))).Item.State : default);
        await district.MoveToAsync(NextMonth);
        Assert.StartsWith("1-", district.InForce.Library.Find(Help).ShouldSucceed().Version, StringComparison.Ordinal);
        await district.SendAsAsync(Author, new DiscardDraft(draft));
        Assert.Equal([same], (await district.AskAsync(new FindDrafts())).Select(d => d.Draft));
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoApproversAtOnce_OneVersion(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var draft = await ReadyAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "20")));
        await district.SendAsAsync(Author, new SubmitDraft(draft, Today));
        var answers = await Task.WhenAll(new[] { Approver, "operator", Approver, "operator" }.Select(actor => Task.Run(() => district.TrySendAsAsync(actor, new ApproveVersion(draft)))));
        Assert.Equal(1, answers.Count(a => a.IsSuccess));
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Contains(a.Problem!.Code, new[] { OperationProblems.ChangedMeanwhile.Code, PolicyLifeProblems.NotWaiting.Code }));
        Assert.Equal(2, (await district.AskAsync(new FindPolicyVersions(Help))).Versions.Count);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Database_RefusesToAlterVersionsAndHistory(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        await PublishAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", Today, "20")), Today);
        foreach (var statement in new[] { "UPDATE pol_version SET note = 'x'", "DELETE FROM pol_version", "UPDATE pol_life_event SET actor = 'x'", "DELETE FROM pol_life_event" })
        {
            await using var connection = await database.Database.OpenAsync();
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => connection.ExecuteAsync(statement));
        }
    }

    /// <summary>Makes a draft, changes it, and brings its examples in line by what they come to; tested and simulated.</summary>
    internal static async Task<long> ReadyAsync(District district, string policy, Func<long, Task> change)
    {
        var made = await district.SendAsAsync(Author, new CreateDraft(policy));
        await change(made.Draft);
        var examples = (await district.AskAsync(new GetDraft(made.Draft))).Files["examples.yaml"];
        foreach (var failing in (await district.SendAsAsync(Author, new TestDraft(made.Draft))).Examples.Where(e => !e.Passes))
        {
            var (wanted, got) = (failing.Wanted.Split(' ')[^1], failing.Got.Split(' ')[^1]);
            var at = examples.IndexOf($"amount: '{wanted}'", examples.IndexOf($"id: {failing.Id}\n", StringComparison.Ordinal), StringComparison.Ordinal);
            examples = examples[..at] + $"amount: '{got}'" + examples[(at + $"amount: '{wanted}'".Length)..];
        }

        await district.SendAsAsync(Author, new EditDraftFile(made.Draft, "examples.yaml", examples));
        Assert.True((await district.SendAsAsync(Author, new TestDraft(made.Draft))).IsGreen);
        await district.SendAsAsync(Author, new SimulateDraft(made.Draft));
        return made.Draft;
    }

    /// <summary>Makes, submits and approves a draft.</summary>
    internal static async Task PublishAsync(District district, string policy, Func<long, Task> change, DateOnly day)
    {
        var draft = await ReadyAsync(district, policy, change);
        await district.SendAsAsync(Author, new SubmitDraft(draft, day));
        await district.SendAsAsync(Approver, new ApproveVersion(draft));
    }

    private static async Task ApproveAsync(District district, long draft, DateOnly day, string examples)
    {
        await district.SendAsAsync(Author, new EditDraftFile(draft, "examples.yaml", examples));
        Assert.True((await district.SendAsAsync(Author, new TestDraft(draft))).IsGreen);
        await district.SendAsAsync(Author, new SimulateDraft(draft));
        await district.SendAsAsync(Author, new SubmitDraft(draft, day));
        await district.SendAsAsync(Approver, new ApproveVersion(draft));
    }
}
