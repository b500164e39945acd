using Wenbao.Funds;
using Wenbao.Kernel;
using static Wenbao.Policies.Tests.Entitlements.ClaimTown;

namespace Wenbao.Policies.Tests.Entitlements;

public sealed class ClaimEntitlementTests
{
    [DatabaseTheory, DatabaseData]
    public async Task AutomaticPolicy_IsGrantedAtSubmission_AndItsMoneyCommitted(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var receipt = await district.ClaimAsync(Rebate, "F01");
        var claimed = Assert.Single(receipt.Cases);
        Assert.Equal(("2020", EntitlementState.Granted, "100.01", null), (claimed.CaseKey, claimed.State, claimed.Amount.ToString(), claimed.Position));
        Assert.Equal("20200630-000001", receipt.Receipt);
        var detail = await district.ShowAsync(claimed.Entitlement);
        Assert.Equal([EntitlementDeed.Claimed, EntitlementDeed.Granted], detail.History.Select(h => h.Deed));
        Assert.Equal((PaymentStage.Committed, "100.01", "0001"), (detail.Payment?.Stage, detail.Payment?.Amount.ToString(), detail.Payment?.AccountTail));
        Assert.Equal((Outcome.Eligible, "model"), (detail.Decision!.Outcome, detail.Decision.DecidedBy));
        Assert.All(detail.Decision.Explanation!.Conditions, c => Assert.True(c.Result));
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameClaimAgain_GivesTheSameReceipt(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var first = await district.ClaimAsync(Rebate, "F01");
        var second = await district.ClaimAsync(Rebate, "F01");
        Assert.Equal((first.Receipt, first.Cases[0].Entitlement), (second.Receipt, second.Cases[0].Entitlement));
        var both = await Task.WhenAll(
            district.TrySendAsAsync(Officer, new ClaimEntitlement(Rebate, "F03"), key: "one-click"), district.TrySendAsAsync(Officer, new ClaimEntitlement(Rebate, "F03"), key: "one-click"));
        Assert.Equal(both[0].ShouldSucceed().Receipt, both[1].ShouldSucceed().Receipt);
        Assert.Equal(2, (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Rebate)))).Items.Count);
    }

    [DatabaseTheory, DatabaseData]
    public async Task NotEligible_IsRefusedWithReasons_AndTheDecisionKept(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var refused = Assert.Single((await district.ClaimAsync(Rebate, "F02")).Cases);
        Assert.Equal((EntitlementState.Refused, "0.00", "不满足C1"), (refused.State, refused.Amount.ToString(), refused.Reason?.Zh));
        var detail = await district.ShowAsync(refused.Entitlement);
        Assert.Equal(Outcome.Ineligible, detail.Decision!.Outcome);
        Assert.Null(detail.Payment);
        Assert.Equal((await district.ClaimAsync(Rebate, "F02")).Cases[0].Entitlement, refused.Entitlement);
        Assert.Equal([NoticeKind.Refused], (await district.AskAsync(new FindNotices(Inbox.OfSubject("firm", "F02")))).Items.Select(n => n.Kind));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MissingDatum_IsNeitherGrantedNorRefused_AndFollowsTheDatum(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var open = Assert.Single((await district.ClaimAsync(Rebate, "F07")).Cases);
        Assert.Equal((EntitlementState.Claimed, "缺少数据，补齐后重新判定"), (open.State, open.Reason?.Zh));
        await district.ImportAsync("firm", "code,staff\nF07,9\n");
        var detail = await district.ShowAsync(open.Entitlement);
        Assert.Equal((EntitlementState.Granted, "70.00"), (detail.Item.State, detail.Item.Amount.ToString()));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Account_MustBeOnRecord_AndConfirmed(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        (await district.TryClaimAsync(Rebate, "F06")).ShouldBeProblem(EntitlementProblems.AccountMissing);
        (await district.TrySendAsOwnerOfAsync("F01", new ClaimEntitlement(Rebate, "F01"))).ShouldBeProblem(EntitlementProblems.AccountTailNeeded);
        (await district.TrySendAsOwnerOfAsync("F01", new ClaimEntitlement(Rebate, "F01", AccountTail: "9999"))).ShouldBeProblem(EntitlementProblems.AccountTailWrong);
        Assert.Empty((await district.AskAsync(new FindEntitlements(new EntitlementFilter()))).Items);
        Assert.Equal(EntitlementState.Granted, (await district.SendAsAsync(Officer, new ClaimEntitlement(Rebate, "F01"))).Cases[0].State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task BadInput_IsAnswered_AndNothingIsDone(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        (await district.TryClaimAsync("no-such", "F01")).ShouldBeProblem(PolicyProblems.PolicyNotFound);
        (await district.TrySendAsync(new ClaimEntitlement(Rebate, "F99"))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.TrySendAsync(new ClaimEntitlement(Rebate, "P1"))).ShouldBeProblem(PolicyProblems.OtherAudience);
        (await district.TrySendAsOwnerOfAsync("F01", new ClaimEntitlement(Rebate, "F03"))).ShouldBeProblem(PolicyProblems.SubjectNotFound);
        (await district.TrySendAsync(new ClaimEntitlement(Loan, "F05"))).ShouldBeProblem(EntitlementProblems.NothingToClaim);
        (await district.TrySendAsync(new ClaimEntitlement(Keep, "F01", "2019-01"))).ShouldBeProblem(EntitlementProblems.NothingToClaim);
        Assert.Empty((await district.AskAsync(new FindEntitlements(new EntitlementFilter()))).Items);
    }

    [DatabaseTheory, DatabaseData]
    public async Task BookOnly_IsSettledByTheGrant(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var relief = Assert.Single((await district.ClaimAsync(Relief, "F01")).Cases);
        Assert.Equal((EntitlementState.Settled, "200.00"), (relief.State, relief.Amount.ToString()));
        Assert.Equal(PaymentStage.Booked, (await district.ShowAsync(relief.Entitlement)).Payment?.Stage);
        Assert.Equal("200.00", (await district.AskAsync(new GetFundLines("relief_line")))[0].Booked.ToString());
    }

    [DatabaseTheory, DatabaseData]
    public async Task WithoutMoney_IsSettledAtOnce_AndFundsKnowNothing(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var deferred = (await district.ClaimAsync(Deferral, "F01")).Cases;
        Assert.Equal([("L1", EntitlementState.Settled), ("L2", EntitlementState.Settled)], deferred.Select(c => (c.CaseKey, c.State)));
        Assert.Null((await district.ShowAsync(deferred[0].Entitlement)).Payment);
        var nought = Assert.Single((await district.ClaimAsync(Rebate, "F05")).Cases);
        Assert.Equal((EntitlementState.Settled, "0.00"), (nought.State, nought.Amount.ToString()));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Supplier_IsPaid_NotTheSubject(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var goods = Assert.Single((await district.TrySendAsOwnerOfAsync("F06", new ClaimEntitlement(Goods, "F06"))).ShouldSucceed().Cases);
        Assert.Equal(("once", EntitlementState.Granted), (goods.CaseKey, goods.State));
        Assert.Equal("0001", (await district.ShowAsync(goods.Entitlement)).Payment?.AccountTail);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ProjectsOwner_IsPaid_OntoHisAccount(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var claimed = Assert.Single((await district.SendAsync(new ClaimEntitlement(Plan, "P1"))).Cases);
        Assert.Equal(EntitlementState.Claimed, claimed.State);
        (await district.TrySendAsync(new ClaimEntitlement(Plan, "P2"))).ShouldBeProblem(EntitlementProblems.AccountMissing);
        await district.SendAsAsync(Department, new GrantClaims([claimed.Entitlement]));
        Assert.Equal("0001", (await district.ShowAsync(claimed.Entitlement)).Payment?.AccountTail);
    }

    [DatabaseTheory, DatabaseData]
    public async Task MonthlyPolicy_ClaimsEveryOpenMonth_UpToItsLimit(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var one = await district.ClaimAsync(Keep, "F01", "2020-04");
        Assert.Equal([("2020-04", EntitlementState.Granted)], one.Cases.Select(c => (c.CaseKey, c.State)));
        var rest = await district.ClaimAsync(Keep, "F01");
        Assert.Equal([("2020-02", EntitlementState.Granted), ("2020-03", EntitlementState.Granted)], rest.Cases.Select(c => (c.CaseKey, c.State)));
        Assert.NotEqual(one.Receipt, rest.Receipt);
        var over = Assert.Single((await district.ClaimAsync(Keep, "F01", "2020-06")).Cases);
        Assert.Equal((EntitlementState.Refused, "不满足C2"), (over.State, over.Reason?.Zh));
    }

    [DatabaseTheory, DatabaseData]
    public async Task YearlyLimit_CountsWhatWasReallyGranted(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var later = Assert.Single((await district.ClaimAsync(Loan, "F01", "L2")).Cases);
        Assert.Equal("30.00", later.Amount.ToString());
        var earlier = Assert.Single((await district.ClaimAsync(Loan, "F01")).Cases);
        Assert.Equal(("L1", "20.00"), (earlier.CaseKey, earlier.Amount.ToString()));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MutualExclusion_TheFirstGrantWins(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        Assert.Equal(EntitlementState.Granted, (await district.ClaimAsync(Rival, "F01")).Cases[0].State);
        var second = (await district.ClaimAsync(Staff, "F01")).Cases[0];
        Assert.Equal((EntitlementState.Refused, "不满足N2"), (second.State, second.Reason?.Zh));
        Assert.Equal(EntitlementState.Granted, (await district.ClaimAsync(Staff, "F03")).Cases[0].State);
        Assert.Equal(EntitlementState.Refused, (await district.ClaimAsync(Rival, "F03")).Cases[0].State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task SharedEvent_IsUsedOnce_AndTheRecordsNotNeededStayFree(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        // 60 + 50 reach the limit of 100; the third hire is not needed and stays free.
        var hire = Assert.Single((await district.ClaimAsync(Hire, "F01")).Cases);
        Assert.Equal((EntitlementState.Granted, "100.00"), (hire.State, hire.Amount.ToString()));
        var courses = (await district.ClaimAsync(Course, "F02")).Cases;
        Assert.Equal([("W9|K9", EntitlementState.Granted)], courses.Select(c => (c.CaseKey, c.State)));
        var taken = (await district.ClaimAsync(Course, "F02", "W2|K1")).Cases.Single();
        Assert.Equal((EntitlementState.Refused, "同一业务记录已被另一笔权益占用"), (taken.State, taken.Reason?.Zh));
        await district.SendAsAsync(Officer, new RevokeGrant(hire.Entitlement, "重复申报"));
        Assert.Equal(EntitlementState.Granted, (await district.ClaimAsync(Course, "F02", "W2|K1")).Cases.Single().State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task Loan_IsLentByTheClaim_AndSettledWhenItIsBack(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        var first = Assert.Single((await district.ClaimAsync(Bridge, "F03")).Cases);
        Assert.Equal(("L4|2020-05-06", EntitlementState.Granted, "5.00"), (first.CaseKey, first.State, first.Amount.ToString()));
        var use = Assert.Single((await district.AskAsync(new FindLoans("bridge_line"))).Loans);
        Assert.Equal(("5000.00", "F03", first.Entitlement, "L4", new DateOnly(2020, 7, 5)), (use.Outstanding.ToString(), use.Borrower, use.Entitlement, use.Contract, use.DueOn));
        Assert.Equal("已借出 5,000.00 元，应于 2020-07-05 前（含当日）归还", (await district.ShowAsync(first.Entitlement)).Reason?.Zh);
        Assert.Equal(Money.Zero, await district.FreeAsync("bridge_line"));
        Assert.Equal(MoneyPlace.Lent, (await district.AskAsync(new GetSubjectMoney("firm", "F03"))).Lines.Single(l => l.Item.Id == first.Entitlement).Place);

        // The fund is out: a use is refused, not queued. While it is out the grant cannot be taken back.
        var refused = (await district.ClaimAsync(Bridge, "F01", "L1|2020-03-01")).Cases.Single();
        Assert.Equal((EntitlementState.Refused, "不满足C1"), (refused.State, refused.Reason?.Zh));
        (await district.TrySendAsAsync(Officer, new RevokeGrant(first.Entitlement, "误批"))).ShouldBeProblem(FundsProblems.UseOutstanding);

        // Two days late; then the next use fits, and the first entitlement is settled.
        await district.MoveToAsync(new DateOnly(2020, 7, 7));
        Assert.Equal(2, Assert.Single((await district.AskAsync(new FindLoans("bridge_line", LoanFilter.Overdue))).Loans).DaysOverdue);
        await district.SendAsAsync("bank-officer", new ReturnToFund(use.Id, Money.FromYuan(2000m), "B1"));
        Assert.Equal(EntitlementState.Granted, (await district.ShowAsync(first.Entitlement)).Item.State);
        await district.SendAsAsync("bank-officer", new ReturnToFund(use.Id, Money.FromYuan(3000m), "B2"));
        Assert.Equal(EntitlementState.Settled, (await district.ShowAsync(first.Entitlement)).Item.State);
        Assert.Equal(MoneyPlace.GivenBack, (await district.AskAsync(new GetSubjectMoney("firm", "F03"))).Lines.Single(l => l.Item.Id == first.Entitlement).Place);
        Assert.Equal(("L1|2020-03-01", EntitlementState.Granted), ((await district.ClaimAsync(Bridge, "F01")).Cases.Single() is var next ? next.CaseKey : "", next.State));
        await district.AskAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task SecondUse_WhileOneIsOut_IsRefused_AlsoInOneBatch(TestDatabase database)
    {
        using var folder = new TestFolder();
        await using var district = await OpenAsync(folder, database.Database);
        // 4,000 on 1 March and a fen on 30 June: the second would fit, but the first is not back.
        await district.ImportRecordsAsync("firm", "loans", "code,contract_no,sum\nF01,L2,0.01\n");
        await district.DecideAsync();
        var claimed = Assert.Single((await district.SendAsync(new ClaimFound([Bridge], Through: new DateOnly(2020, 6, 30)))).Policies);
        Assert.Equal((2, 2), (claimed.Granted, claimed.NotEntitled));
        var granted = (await district.AskAsync(new FindEntitlements(new EntitlementFilter(Policy: Bridge)))).Items;
        Assert.Equal([("F01", "L1|2020-03-01"), ("F02", "L3|2020-05-05")], granted.Select(e => (e.Subject, e.CaseKey)).Order());
        var refused = (await district.ClaimAsync(Bridge, "F01", "L2|2020-06-30")).Cases.Single();
        Assert.Equal((EntitlementState.Refused, "不满足C2"), (refused.State, refused.Reason?.Zh));
    }
}
