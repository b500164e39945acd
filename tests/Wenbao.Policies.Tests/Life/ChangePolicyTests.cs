using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Tests.Entitlements;
using static Wenbao.Policies.Tests.Life.Landing;

namespace Wenbao.Policies.Tests.Life;

public sealed class ChangePolicyTests
{
    private static readonly LocalizedText Reason = new("资金清理。", "The funds are being checked.");

    [DatabaseTheory, DatabaseData]
    public async Task Suspended_FindsAsBefore_ButRefusesClaimsWithTheReason_UntilResumed(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var change = await district.SendAsAsync(Author, new SuspendPolicy(Help, NextMonth, Reason));
        (await district.TrySendAsAsync(Author, new ApprovePolicyChange(change.Change))).ShouldBeProblem(PolicyLifeProblems.SamePerson);
        await district.SendAsAsync(Approver, new ApprovePolicyChange(change.Change));
        Assert.Null(district.InForce.Standings.ClaimRefusal(Help, Today));
        await district.MoveToAsync(NextMonth);
        var refused = district.InForce.Standings.ClaimRefusal(Help, NextMonth).ShouldBe(PolicyLifeProblems.Suspended);
        Assert.Contains(Reason.Zh, refused.What.Zh, StringComparison.Ordinal);
        Assert.Equal("500.00", (await district.ExplainAsync("F05", Help)).Amount.ToString());
        Assert.Equal(PolicyStandingKind.Suspended, (await district.AskAsync(new FindPolicyVersions(Help))).Standing.Kind);
        (await district.TrySendAsAsync(Author, new SuspendPolicy(Help, NextMonth, Reason))).ShouldBeProblem(PolicyLifeProblems.StandsSo);
        var resume = await district.SendAsAsync(Approver, new ResumePolicy(Help, NextMonth.AddDays(2), Reason));
        await district.SendAsAsync(Author, new ApprovePolicyChange(resume.Change));
        Assert.NotNull(district.InForce.Standings.ClaimRefusal(Help, NextMonth.AddDays(1)));
        Assert.Null(district.InForce.Standings.ClaimRefusal(Help, NextMonth.AddDays(2)));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Suspended_OffersTellsAndGrantsNothing_AndItsQueueGoesOnWhenResumed(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await SharedLineTests.OpenAsync(folder, database.Database);
        await district.ImportAsync("farm", "code,name,need,card,card_bank\nF3,己农场,100,6200000000000006,合成银行\n", new DateOnly(2020, 1, 1));
        await district.DecideAsync();
        var claims = new List<long>();
        foreach (var (policy, subject) in new[] { ("farm-help", "F1"), ("shop-help", "S1"), ("shop-help", "S3"), ("farm-help", "F3"), ("shop-help", "S2") })
        {
            claims.Add(await SharedLineTests.ClaimAsync(district, policy, subject));
        }

        var (first, paid, queued, other, undecided) = (claims[0], claims[1], claims[2], claims[3], claims[4]);
        await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([first, paid, queued]));
        var suspend = await district.SendAsAsync(Author, new SuspendPolicy("shop-help", district.Today, Reason));
        await district.SendAsAsync(Approver, new ApprovePolicyChange(suspend.Change));

        // No door is open: not the button, not the telling, not the window, not the officer, not the queue.
        var offer = (await district.AskAsync(new FindClaimOffers("shop", "S2"))).Offers["shop-help"];
        offer.Refusal.ShouldBe(PolicyLifeProblems.Suspended);
        Assert.Null((await district.AskAsync(new FindClaimOffers("farm", "F2"))).Offers["farm-help"].Refusal);
        Assert.Equal(0, (await district.SendAsync(new NotifyFound(["shop-help"]))).Told);
        (await district.TrySendAsync(new ClaimEntitlement("shop-help", "S2"))).ShouldBeProblem(PolicyLifeProblems.Suspended);
        (await district.TrySendAsync(new ClaimFound(["shop-help"]))).ShouldBeProblem(PolicyLifeProblems.Suspended);
        (await district.TrySendAsAsync(ClaimTown.Officer, new GrantClaims([undecided]))).ShouldBeProblem(EntitlementProblems.GrantSuspended);
        await district.SendAsAsync(ClaimTown.Officer, new RevokeGrant(first, "主动放弃"));
        Assert.Equal([EntitlementState.Granted, EntitlementState.Waiting, EntitlementState.Claimed], await SharedLineTests.StatesAsync(district, paid, queued, undecided));
        Assert.Equal(EntitlementReasons.PolicySuspended, (await district.AskAsync(new FindClaimQueue("pot"))).Items.Single().Reason);

        // Those of other policies pass it, as they pass a held one.
        Assert.Equal(1, (await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([other]))).Granted);
        var resume = await district.SendAsAsync(Approver, new ResumePolicy("shop-help", district.Today, Reason));
        await district.SendAsAsync(Author, new ApprovePolicyChange(resume.Change));
        Assert.Equal([EntitlementState.Granted, EntitlementState.Granted, EntitlementState.Claimed], await SharedLineTests.StatesAsync(district, paid, queued, undecided));
        Assert.Equal("0.00", (await district.FreeAsync("pot")).ToString());
        Assert.Equal(1, (await district.SendAsAsync(ClaimTown.Officer, new GrantClaims([undecided]))).Waiting);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DatumThatComesWhileSuspended_IsActedOnWhenResumed(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await SharedLineTests.OpenAsync(folder, database.Database);
        await district.ImportAsync("farm", "code,name,need,card,card_bank\nF3,己农场,,6200000000000006,合成银行\n", new DateOnly(2020, 1, 1));
        var gift = await SharedLineTests.ClaimAsync(district, "farm-gift", "F3");
        var suspend = await district.SendAsAsync(Author, new SuspendPolicy("farm-gift", district.Today, Reason));
        await district.SendAsAsync(Approver, new ApprovePolicyChange(suspend.Change));
        await district.ImportAsync("farm", "code,need\nF3,100\n");
        Assert.Equal((EntitlementState.Claimed, "100.00"), ((await district.ShowAsync(gift)).Item.State, (await district.ShowAsync(gift)).Item.Amount.ToString()));
        var resume = await district.SendAsAsync(Approver, new ResumePolicy("farm-gift", district.Today, Reason));
        await district.SendAsAsync(Author, new ApprovePolicyChange(resume.Change));
        Assert.Equal([EntitlementState.Granted], await SharedLineTests.StatesAsync(district, gift));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Extended_IsValidLonger_InModelMetadataAndText_AsARevision(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        (await district.TrySendAsAsync(Author, new ExtendPolicy(Help, Today, new DateOnly(2020, 12, 31), Reason))).ShouldBeProblem(PolicyLifeProblems.LastDayWrong);
        var change = await district.SendAsAsync(Author, new ExtendPolicy(Help, Today, new DateOnly(2021, 6, 30), Reason));
        Assert.Equal(["E4"], change.DroppedExamples);
        await district.SendAsAsync(Approver, new ApprovePolicyChange(change.Change));
        var policy = district.InForce.Library.Find(Help).ShouldSucceed();
        Assert.StartsWith("1.1-", policy.Version, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2021, 6, 30), policy.Validity.To);
        Assert.Equal(["E1", "E2", "E3"], policy.Examples.Select(e => e.Id));
        var files = (await district.AskAsync(new GetPolicyVersion(Help, policy.Version))).Files;
        Assert.DoesNotContain("至2020-12-31", files["policy.yaml"] + files["source.md"], StringComparison.Ordinal);
        Assert.Contains("2020-01-01 to 2021-06-30", files["source.md"], StringComparison.Ordinal);
        Assert.Contains("{from: '2020-06-30', value: '2021-06-30'}", files["parameters.yaml"], StringComparison.Ordinal);
        await district.MoveToAsync(new DateOnly(2020, 7, 2));
        Assert.Equal(Outcome.Eligible, (await district.AskAsync(new ExplainSubject("F05", new DateOnly(2021, 3, 1), Help))).Policies.Single().Best.Outcome);
        Assert.True((await district.AskAsync(new GetPolicyOverview())).IsCurrent);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Ended_HoldsUpToItsLastDay_AndNotAfter(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        (await district.TrySendAsAsync(Author, new EndPolicy(Help, NextMonth, new DateOnly(2020, 6, 1), Reason))).ShouldBeProblem(PolicyLifeProblems.LastDayWrong);
        (await district.TrySendAsAsync(Author, new EndPolicy(Help, Today.AddDays(-1), NextMonth, Reason))).ShouldBeProblem(PolicyLifeProblems.DayPassed);
        var change = await district.SendAsAsync(Author, new EndPolicy(Help, Today, new DateOnly(2020, 7, 1), Reason));
        await district.SendAsAsync(Approver, new ApprovePolicyChange(change.Change));
        Assert.Equal(Outcome.Eligible, (await district.AskAsync(new ExplainSubject("F05", new DateOnly(2020, 7, 1), Help))).Policies.Single().Best.Outcome);
        Assert.Equal(Outcome.Ineligible, (await district.AskAsync(new ExplainSubject("F05", new DateOnly(2020, 7, 2), Help))).Policies.Single().Best.Outcome);
        Assert.Equal(PolicyStandingKind.Ended, district.InForce.Standings.Standing(Help, new DateOnly(2020, 7, 2)).Kind);
        Assert.Null(district.InForce.Standings.ClaimRefusal(Help, new DateOnly(2020, 7, 2)));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ScheduledChange_BarsOtherVersions_AndCanBeCalledOff(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenDecidedAsync(folder, database.Database);
        var change = await district.SendAsAsync(Author, new ExtendPolicy(Help, NextMonth.AddDays(3), new DateOnly(2021, 6, 30), Reason));
        await district.SendAsAsync(Approver, new ApprovePolicyChange(change.Change));
        var draft = await PublishVersionTests.ReadyAsync(district, Help, d => district.SendAsAsync(Author, new SetDraftParameter(d, "rate", NextMonth, "20")));
        (await district.TrySendAsAsync(Author, new SubmitDraft(draft, NextMonth))).ShouldBeProblem(PolicyLifeProblems.OtherChangeScheduled);
        await district.SendAsAsync(Author, new RejectPolicyChange(change.Change, "不延长了"));
        (await district.TrySendAsAsync(Approver, new ApprovePolicyChange(change.Change))).ShouldBeProblem(PolicyLifeProblems.NotWaiting);
        await district.SendAsAsync(Author, new SubmitDraft(draft, NextMonth));
        await district.MoveToAsync(NextMonth.AddDays(4));
        Assert.Equal(new DateOnly(2020, 12, 31), district.InForce.Library.Find(Help).ShouldSucceed().Validity.To);
    }

    [Fact]
    public async Task WithoutAReason_OrForNoPolicy_IsRefused()
    {
        using var folder = new TestFolder();
        await using var database = await TestDatabase.CreateAsync(Platform.Data.DatabaseKind.Sqlite);
        await using var district = await District.OpenAsync(Pack(folder), database.Database);
        var problem = (await district.TrySendAsAsync(Author, new SuspendPolicy(Help, Today, new LocalizedText(" ", "")))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Equal(PolicyLifeProblems.ReasonMissing.Code, Assert.Single(problem.Details!).Code);
        (await district.TrySendAsAsync(Author, new SuspendPolicy("no-such", Today, Reason))).ShouldBeProblem(PolicyProblems.PolicyNotFound);
        (await district.TrySendAsAsync(Author, new ResumePolicy(Help, Today, Reason))).ShouldBeProblem(PolicyLifeProblems.StandsSo);
        (await district.TrySendAsAsync(Approver, new ApprovePolicyChange(7))).ShouldBeProblem(PolicyLifeProblems.ChangeNotFound);
        (await district.TrySendAsAsync("owner", new SuspendPolicy(Help, Today, Reason))).ShouldBeProblem(OperationProblems.NotAllowed);
    }
}
