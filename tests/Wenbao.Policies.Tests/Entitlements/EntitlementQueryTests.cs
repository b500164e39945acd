using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class EntitlementQueryTests
{
    private const string AwardExample = """
        - id: E1
          title: {zh: 够了, en: Enough}
          inputs: {staff: 25, tax: '10.00'}
          expect: {outcome: eligible, failed: [], unknown: [], amount: '10.00'}

        """;

    [DatabaseTheory, DatabaseData]
    public async Task Entitlements_AreListedCountedAndFoundByWhatSomebodyTyped(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var rebate = await district.ClaimAsync(Rebate, "F01");
        await district.ClaimAsync(Rebate, "F02");
        var award = await district.ClaimAsync(Award, "F01");

        var all = await district.AskAsync(new FindEntitlements(new EntitlementFilter()));
        Assert.Equal([Award, Rebate, Rebate], all.Items.Select(i => i.Policy));
        Assert.Equal(
            [(EntitlementState.Claimed, 1L, "1000.05"), (EntitlementState.Granted, 1L, "100.01"), (EntitlementState.Refused, 1L, "0.00")],
            all.Counts.Select(c => (c.State, c.Count, c.Amount.ToString())));
        Assert.Null(all.Next);
        Assert.Equal([award.Cases[0].Entitlement], await IdsAsync(new EntitlementFilter(EntitlementState.Claimed)));
        Assert.Equal([rebate.Cases[0].Entitlement], await IdsAsync(new EntitlementFilter(Text: rebate.Receipt)));
        Assert.Equal([award.Cases[0].Entitlement, rebate.Cases[0].Entitlement], await IdsAsync(new EntitlementFilter(Text: " F01 ")));
        Assert.Equal([award.Cases[0].Entitlement], await IdsAsync(new EntitlementFilter(Text: $"{award.Cases[0].Entitlement}")));
        Assert.Empty(await IdsAsync(new EntitlementFilter(Text: "nothing of the kind")));
        Assert.Equal([rebate.Cases[0].Entitlement], await IdsAsync(new EntitlementFilter(Line: "open_line", State: EntitlementState.Granted)));

        // An owner's list holds his own alone, and what is not his does not exist.
        var own = (await district.AskAsOwnerOfAsync("F02", new FindEntitlements(new EntitlementFilter()))).ShouldSucceed();
        Assert.Equal(["F02"], own.Items.Select(i => i.Subject));
        Assert.Equal(1, own.Counts.Sum(c => c.Count));
        (await district.AskAsOwnerOfAsync("F02", new FindEntitlements(new EntitlementFilter(Subject: "F01")))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.AskAsOwnerOfAsync("F02", new GetEntitlement(rebate.Cases[0].Entitlement))).ShouldBeProblem(EntitlementProblems.EntitlementNotFound);

        async Task<IEnumerable<long>> IdsAsync(EntitlementFilter filter) => (await district.AskAsync(new FindEntitlements(filter))).Items.Select(i => i.Id);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Detail_TellsWhatTheReaderMayDo(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var award = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        Assert.Equal([EntitlementAction.Grant, EntitlementAction.Refuse, EntitlementAction.Hold, EntitlementAction.Replay], (await district.ShowAsync(award)).Actions);
        Assert.Empty((await district.AskAsOwnerOfAsync("F01", new GetEntitlement(award))).ShouldSucceed().Actions);

        await district.SendAsAsync(Officer, new HoldEntitlement(award, "核实"));
        Assert.Equal([EntitlementAction.Refuse, EntitlementAction.Unhold, EntitlementAction.Replay], (await district.ShowAsync(award)).Actions);
        await district.SendAsAsync(Officer, new UnholdEntitlement(award));
        await district.SendAsAsync(Officer, new GrantClaims([award]));
        var granted = await district.ShowAsync(award);
        Assert.Equal([EntitlementAction.Hold, EntitlementAction.Revoke, EntitlementAction.Replay], granted.Actions);
        Assert.Equal(MoneyPlace.Granted, granted.Place);
    }

    [DatabaseTheory, DatabaseData]
    public async Task OldDecision_KeepsTheClauseOfItsVersion(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var old = (await district.ClaimAsync(Award, "F03")).Cases[0].Entitlement;
        await district.SendAsAsync(Officer, new GrantClaims([old]));
        var first = (await district.ShowAsync(old)).Decision!.PolicyVersion;

        var draft = (await district.SendAsAsync(Officer, new CreateDraft(Award))).Draft;
        var text = (await district.AskAsync(new GetDraft(draft))).Files["source.md"];
        await district.SendAsAsync(Officer, new EditDraftFile(draft, "source.md", text.Replace("一、按所列条件。", "一、按新的条件。", StringComparison.Ordinal)));
        await district.SendAsAsync(Officer, new EditDraftFile(draft, "examples.yaml", AwardExample));
        await district.SendAsAsync(Officer, new TestDraft(draft));
        await district.SendAsAsync(Officer, new SimulateDraft(draft));
        await district.SendAsAsync(Officer, new SubmitDraft(draft, district.Today));
        await district.SendAsAsync("policy-approver", new ApproveVersion(draft));

        var kept = await district.ShowAsync(old);
        Assert.Equal(("s1", "一、按所列条件。", first), (kept.Clause, kept.ClauseText?.Trim(), kept.ClauseVersion));
        var later = await district.ShowAsync((await district.ClaimAsync(Award, "F05")).Cases[0].Entitlement);
        Assert.Equal("一、按新的条件。", later.ClauseText?.Trim());
        Assert.NotEqual(first, later.ClauseVersion);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Money_IsToldWhereItIs_AndSummedByWhatIsProven(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        foreach (var policy in new[] { Rebate, Award, Relief, Deferral, Goods })
        {
            await district.ClaimAsync(policy, "F01");
        }

        var money = (await district.AskAsOwnerOfAsync("F01", new GetSubjectMoney("firm", "F01"))).ShouldSucceed();
        Assert.Equal("甲行", money.Name);
        Assert.Equal(MoneyPlace.Granted, Place(Rebate));
        Assert.Equal(MoneyPlace.BeingDecided, Place(Award));
        Assert.Equal(MoneyPlace.Booked, Place(Relief));
        Assert.Equal(MoneyPlace.Had, Place(Deferral));
        Assert.Equal(MoneyPlace.ToBePaid, Place(Goods));
        Assert.Equal(("0.00", "125.51", "200.00"), (money.Received.ToString(), money.UnderWay.ToString(), money.Booked.ToString()));
        Assert.Equal([EntitlementDeed.Claimed, EntitlementDeed.Granted], money.Lines.Single(l => l.Item.Policy == Rebate).History.Select(h => h.What));
        Assert.Equal("0001", money.Lines.Single(l => l.Item.Policy == Rebate).Payment?.AccountTail);

        (await district.AskAsOwnerOfAsync("F02", new GetSubjectMoney("firm", "F01"))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.TryAskAsync(new GetSubjectMoney("plan", "F01"))).ShouldBeProblem(PolicyProblems.SubjectNotFound);

        MoneyPlace Place(string policy) => money.Lines.First(l => l.Item.Policy == policy).Place;
    }

    [Theory]
    [InlineData(PaymentStage.HandedOver)]
    [InlineData(PaymentStage.Accepted)]
    public void HandedOver_IsNeverToldAsPaid(PaymentStage stage)
    {
        var payment = new PaymentState(1, stage, new Money(100), "甲行", "0001", new DateOnly(2020, 6, 30), null, 1, null, null);
        var place = MoneyPlaces.Of(EntitlementState.Granted, false, "pay", payment);
        Assert.Equal(MoneyPlace.WithBank, place);
        Assert.True(place.IsUnderWay() && !place.IsPaid());
        Assert.DoesNotContain("已到账", place.Word().Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryStageOfAPayment_HasAPlace_AndNoneIsPaidAndUnderWay()
    {
        foreach (var stage in Enum.GetValues<PaymentStage>())
        {
            var place = MoneyPlaces.Of(EntitlementState.Granted, false, "pay", new PaymentState(1, stage, new Money(100), null, null, default, null, null, null, null));
            Assert.False(place.IsPaid() && place.IsUnderWay());
            Assert.Equal(stage is PaymentStage.Paid or PaymentStage.Recovering, place.IsPaid());
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task Offers_ShowTheAccountOnRecord_AndWhatIsClaimedAlready(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        await district.ClaimAsync(Rebate, "F01");
        var offers = (await district.AskAsOwnerOfAsync("F01", new FindClaimOffers("firm", "F01"))).ShouldSucceed().Offers;
        Assert.Equal(new OfferedAccount("0001", "合成银行"), offers[Award].Account);
        Assert.Equal([EntitlementState.Granted], offers[Rebate].Live.Select(e => e.State));
        Assert.Empty(offers[Award].Live);
        Assert.Equal((true, null, "供应商"), (offers[Goods].NeedsAccount, offers[Goods].Account, offers[Goods].PaidTo?.Zh));
        Assert.False(offers[Relief].NeedsAccount);

        Assert.True((await district.AskAsync(new FindClaimOffers("firm", "F06"))).Offers[Award].IsAccountMissing);
        Assert.Equal("0001", (await district.AskAsync(new FindClaimOffers("plan", "P1"))).Offers[Plan].Account?.Tail);
        Assert.True((await district.AskAsync(new FindClaimOffers("plan", "P2"))).Offers[Plan].IsAccountMissing);
        (await district.AskAsOwnerOfAsync("F02", new FindClaimOffers("firm", "F01"))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Offer_EndsWhenAClaimWouldOnlyRepeatAnEarlierReceipt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        Assert.Equal((true, true, true), (await BringsMoreAsync(district, "F01", Rebate), await BringsMoreAsync(district, "F01", Hire), await BringsMoreAsync(district, "F01", Keep)));

        // A year, once; a list, as long as a record is free (60 + 50 reach the limit, the third hire is not needed); a month at a time.
        await district.ClaimAsync(Rebate, "F01");
        await district.ClaimAsync(Hire, "F01");
        await district.ClaimAsync(Keep, "F01", "2020-03");
        Assert.Equal((false, true, true), (await BringsMoreAsync(district, "F01", Rebate), await BringsMoreAsync(district, "F01", Hire), await BringsMoreAsync(district, "F01", Keep)));
        await district.MoveToAsync(new DateOnly(2020, 7, 1));
        await district.ClaimAsync(Hire, "F01");
        Assert.False(await BringsMoreAsync(district, "F01", Hire));

        // What was refused, and one record more than was claimed.
        await district.ImportRecordsAsync("firm", "hires", "code,worker,course,cost\nF01,W4,K1,5.00\n");
        Assert.True(await BringsMoreAsync(district, "F01", Hire));
        Assert.False(await BringsMoreAsync(district, "F02", Rebate));

        static async Task<bool> BringsMoreAsync(District district, string firm, string policy) =>
            (await district.AskAsync(new FindClaimOffers("firm", firm))).Offers[policy].BringsMore((await district.ExplainAsync(firm)).Policies.Single(p => p.Policy.Id == policy));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Queue_IsToldInOrder_WithWhatIsWantedSoFar(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        // 120 + 200 + 300 + 50 fit into 1,000; 400 more do not, and 20 behind them wait too.
        foreach (var firm in new[] { "F01", "F03", "F04", "F08" })
        {
            await district.ClaimAsync(Small, firm);
        }

        var free = await district.FreeAsync("pot");
        Assert.Equal("330.00", free.ToString());
        Assert.Empty(await district.AskAsync(new FindQueuedLines()));
        await district.ImportAsync("firm", "code,staff\nF05,40\nF07,2\n");
        var first = (await district.ClaimAsync(Small, "F05")).Cases[0];
        var second = (await district.ClaimAsync(Small, "F07")).Cases[0];
        Assert.Equal((EntitlementState.Waiting, EntitlementState.Waiting), (first.State, second.State));

        var queue = await district.AskAsync(new FindClaimQueue("pot"));
        Assert.Equal((2L, "420.00", free), (queue.Count, queue.Amount.ToString(), queue.Free));
        Assert.Equal([(1L, first.Entitlement, "400.00"), (2L, second.Entitlement, "420.00")], queue.Items.Select(i => (i.Position, i.Item.Id, i.Wanted.ToString())));
        var rest = await district.AskAsync(new FindClaimQueue("pot", new QueuePlace(1, 1, new Money(40_000))));
        Assert.Equal("pot", Assert.Single(await district.AskAsync(new FindQueuedLines())).Line);
        Assert.Equal(2, rest.Items[0].Position);
        var money = (await district.AskAsOwnerOfAsync("F07", new GetSubjectMoney("firm", "F07"))).ShouldSucceed();
        Assert.Equal((MoneyPlace.WaitsForMoney, 2L, "20.00"), (money.Lines[0].Place, money.Lines[0].Position, money.Waiting.ToString()));
        (await district.TryAskAsync(new FindClaimQueue("no-such-line"))).ShouldBeProblem(FundsProblems.LineNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DecisionQueue_IsOldestFirst_WithAgeAndAdvice(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var first = (await district.ClaimAsync(Award, "F01")).Cases[0].Entitlement;
        var missing = (await district.ClaimAsync(Rebate, "F07")).Cases[0].Entitlement;
        var second = (await district.ClaimAsync(Award, "F03")).Cases[0].Entitlement;

        var queue = await district.AskAsync(new FindDecisionQueue());
        Assert.Equal([first, missing, second], queue.Items.Select(i => i.Item.Id));
        Assert.Equal([Outcome.Eligible, Outcome.Undetermined, Outcome.Eligible], queue.Items.Select(i => i.Advice));
        Assert.All(queue.Items, i => Assert.Equal(0, i.AgeWorkingDays));
        Assert.Equal([(Award, 2L), (Rebate, 1L)], queue.Policies.Select(p => (p.Policy, p.Count)));
        Assert.Equal((2L, 2), await CountsAsync(new FindDecisionQueue(Award)));
        await district.SendAsAsync(Officer, new GrantClaims([first]));
        Assert.Equal((1L, 1), await CountsAsync(new FindDecisionQueue(Award)));

        async Task<(long, int)> CountsAsync(FindDecisionQueue query)
        {
            var found = await district.AskAsync(query);
            return (found.Count, found.Items.Count);
        }
    }
}
