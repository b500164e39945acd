using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Tests.Entitlements;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Life;

/// <summary>What a simulation tells of entitlements that there are already, and that it holds nobody up.</summary>
public sealed class OpenEffectTests
{
    private const string Approver = Landing.Approver;

    private const string Examples = """
        - id: E1
          title: {zh: 够了, en: Enough}
          inputs: {staff: 25, tax: '10.00'}
          expect: {outcome: eligible, failed: [], unknown: [], amount: '11.00'}

        """;

    [DatabaseTheory, DatabaseData]
    public async Task Draft_TellsWhatBecomesOfOpenClaims_AndFollowingDoesJustThat(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = new Dictionary<string, long>();
        foreach (var firm in new[] { "F01", "F03", "F05", "F08" })
        {
            claimed[firm] = (await district.ClaimAsync(Award, firm)).Cases[0].Entitlement;
        }

        await district.SendAsAsync(Officer, new GrantClaims([claimed["F03"]]));
        await district.SendAsAsync(Officer, new HoldEntitlement(claimed["F05"], "查账"));

        // From 5 staff to 12, and a yuan more for each: F08 falls out, F01 and F05 get more, F03 keeps what it has.
        var draft = (await district.SendAsAsync(Officer, new CreateDraft(Award))).Draft;
        var model = (await district.AskAsync(new GetDraft(draft))).Files["decision.dmn"];
        var changed = model.Replace("staff &gt;= 5", "staff &gt;= 12", StringComparison.Ordinal).Replace("<text>tax</text>", "<text>tax + 1</text>", StringComparison.Ordinal);
        Assert.NotEqual(model, changed);
        Assert.Empty((await district.SendAsAsync(Officer, new EditDraftFile(draft, "decision.dmn", changed))).Findings);
        await district.SendAsAsync(Officer, new EditDraftFile(draft, "examples.yaml", Examples));
        Assert.True((await district.SendAsAsync(Officer, new TestDraft(draft))).IsGreen);
        var simulated = await district.SendAsAsync(Officer, new SimulateDraft(draft));

        var open = simulated.Result.Open!;
        Assert.Equal((3, 3, 1, 80000), (open.Open, open.Changed, open.Kept, open.KeptFen));
        Assert.Equal([(OpenEffectKind.More, 2, 100005, 100205), (OpenEffectKind.Ends, 1, 1000, 0)], open.Effects.Select(e => (e.Kind, (int)e.Count, (int)e.FenBefore, (int)e.FenAfter)));
        Assert.Equal((1, 0), open.States.Where(s => s.IsHeld).Select(s => ((int)s.Count, (int)s.FenNow)).Single());
        var listed = (await district.AskAsync(new FindSimulatedEntitlements(simulated.Simulation))).Items;
        Assert.Equal([("F08", OpenEffectKind.Ends), ("F01", OpenEffectKind.More), ("F05", OpenEffectKind.More)], listed.Select(i => (i.Subject, i.Kind)));
        // Whoever answers for the budget sees who gains, not only how many.
        Assert.Equal(3, (await district.AskAsAsync("finance-officer", new FindSimulatedEntitlements(simulated.Simulation))).Items.Count);
        Assert.NotEmpty((await district.AskAsAsync("finance-officer", new FindSimulated(simulated.Simulation, SimulatedList.Losses))).Items);
        (await district.TryAskAsync(new FindSimulatedEntitlements(99))).ShouldBeProblem(PolicyLifeProblems.SimulationNotFound);

        await district.SendAsAsync(Officer, new SubmitDraft(draft, district.Today));
        await district.SendAsAsync(Approver, new ApproveVersion(draft));
        foreach (var item in listed)
        {
            var now = (await district.ShowAsync(item.Entitlement)).Item;
            Assert.Equal(item.Kind == OpenEffectKind.Ends ? (EntitlementState.Lapsed, item.Before) : (EntitlementState.Claimed, item.After), (now.State, now.Amount));
        }

        var kept = await district.ShowAsync(claimed["F03"]);
        Assert.Equal(("800.00", "1"), (kept.Item.Amount.ToString(), kept.Decision!.PolicyVersion.Split('-')[0]));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MoneyThePolicyHolds_CountsAsAvailable(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ClaimAsync(Small, "F01");
        await district.ClaimAsync(Small, "F03");
        var draft = (await district.SendAsAsync(Officer, new CreateDraft(Small))).Draft;
        await district.SendAsAsync(Officer, new SetDraftParameter(draft, "rate", district.Today, "11"));
        var budget = (await district.SendAsAsync(Officer, new SimulateDraft(draft))).Result.Budgets.Single();
        Assert.Equal((true, 100000, 136000), (budget.IsFromLedger, budget.AvailableFen, budget.After.NeededFen));
        Assert.NotNull(budget.After.EndsOn);
    }

    [DatabaseTheory, DatabaseData]
    public async Task OthersWriteMeanwhile_AndAChangedDraftIsNotStoredAsSimulated(TestDatabase database)
    {
        using var folder = new TestFolder();
        var progress = new JobProgress(TimeProvider.System);
        await using var district = await District.OpenAsync(Landing.Pack(folder), database.Database, progress: progress);
        await district.ImportAsync("firm", Landing.Firms, new DateOnly(2020, 1, 1));
        await district.DecideAsync();
        var draft = (await district.SendAsAsync(Officer, new CreateDraft(Landing.Help))).Draft;
        var wrote = 0;
        progress.Changed += (_, step) =>
        {
            // While everybody is being judged: were the writer held, this would wait for ever.
            if (step.Phase.En.StartsWith("Simulating", StringComparison.Ordinal) && Interlocked.Exchange(ref wrote, 1) == 0)
            {
                Assert.True(Task.Run(() => district.SendAsAsync(Officer, new SetDraftParameter(draft, "rate", Landing.Today, "20"))).Wait(TimeSpan.FromSeconds(20)));
            }
        };
        (await district.TrySendAsAsync(Officer, new SimulateDraft(draft))).ShouldBeProblem(OperationProblems.ChangedMeanwhile);
        Assert.Equal(1, wrote);
        Assert.Null((await district.AskAsync(new GetDraft(draft))).Simulation);
        Assert.Equal(8, (await district.SendAsAsync(Officer, new SimulateDraft(draft))).Result.GetMore);
    }

    [DatabaseTheory, DatabaseData]
    public async Task StoppedSimulation_LeavesNothing(TestDatabase database)
    {
        using var folder = new TestFolder();
        using var stop = new CancellationTokenSource();
        var progress = new JobProgress(TimeProvider.System, cancel: stop.Token);
        await using var district = await District.OpenAsync(Landing.Pack(folder), database.Database, progress: progress);
        await district.ImportAsync("firm", Landing.Firms, new DateOnly(2020, 1, 1));
        var draft = (await district.SendAsAsync(Officer, new CreateDraft(Landing.Help))).Draft;
        progress.Changed += (_, _) => stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => district.TrySendAsAsync(Officer, new SimulateDraft(draft)));
        var detail = await district.AskAsync(new GetDraft(draft));
        Assert.Equal((null, 1), (detail.Simulation, detail.Item.RowVersion));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Draft_MustFitTheFundLines(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var draft = (await district.SendAsAsync(Officer, new CreateDraft(Rebate))).Draft;
        var text = (await district.AskAsync(new GetDraft(draft))).Files["policy.yaml"];
        foreach (var (line, kind) in new[] { ("no_line", PolicyProblems.NameNotDeclared), ("relief_line", PolicyProblems.LineUnfit) })
        {
            var finding = Assert.Single((await district.SendAsAsync(Officer, new EditDraftFile(draft, "policy.yaml", text.Replace("line: open_line", "line: " + line, StringComparison.Ordinal)))).Findings);
            Assert.Equal(kind.Code, finding.Code);
            Assert.StartsWith("policy.yaml:", finding.Where, StringComparison.Ordinal);
            (await district.TrySendAsAsync(Officer, new SimulateDraft(draft))).ShouldBeProblem(PolicyLifeProblems.DraftFaulty);
        }

        Assert.Empty((await district.SendAsAsync(Officer, new EditDraftFile(draft, "policy.yaml", text))).Findings);
        var sharing = (await district.SendAsAsync(Officer, new CreateDraft(Course))).Draft;
        var shared = (await district.AskAsync(new GetDraft(sharing))).Files["policy.yaml"];
        var alone = await district.SendAsAsync(Officer, new EditDraftFile(sharing, "policy.yaml", shared.Replace("shared_with: [hire-help]", "shared_with: []", StringComparison.Ordinal)));
        Assert.Contains(alone.Findings, f => f.Code == PolicyProblems.EventsNotShared.Code);
    }
}
