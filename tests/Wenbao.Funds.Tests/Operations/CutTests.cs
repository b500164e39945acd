using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Operations;

public sealed class CutTests
{
    [DatabaseTheory, DatabaseData]
    [Mechanism("S107")]
    public async Task TenPercent_IsCutFreedAndFollowedToItsNewUse(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.PostAsync(VoucherKind.Commitment, "hearings", FundStage.Committed, FundStage.Free, 280m)).ShouldSucceed();

        // Proposed: general 500.00 and business fee 300.05 by a tenth, of the special funds the district's own 1,000 + 600 + 100; 20.05 of the business fee are still free.
        var proposed = await books.DoneAsync(new ProposeCut(10, "过紧日子"));
        Assert.Equal(
            [
                ("award", 100m, 100m, CutExemption.None), ("shared_award", 60m, 60m, CutExemption.None), ("office", 50m, 50m, CutExemption.None), ("hearings", 30.01m, 20.05m, CutExemption.None),
                ("schools", 0m, 0m, CutExemption.BasicLivelihood), ("park", 0m, 0m, CutExemption.BoundByAgreement), ("aid", 10m, 10m, CutExemption.None),
            ],
            proposed.Items.Select(i => (i.Line, i.Wanted.Yuan, i.Cut.Yuan, i.Exemption)));
        Assert.Equal("协议第 8 号", proposed.Items.Single(i => i.Line == "park").Evidence!.Zh);
        Assert.Equal(240.05m, proposed.Total.Yuan);

        // Checked and approved by another person; since then more was spent, and it is not cut.
        (await books.SendAsync(new ApproveCut(proposed.Id))).ShouldBeProblem(FundsProblems.SamePerson);
        (await books.PostAsync(VoucherKind.Commitment, "office", FundStage.Committed, FundStage.Free, 460m)).ShouldSucceed();
        var approved = (await books.SendAsync(new ApproveCut(proposed.Id), BooksScenario.Checker, version: proposed.Version)).ShouldSucceed();
        Assert.Equal((230.05m, 19.96m), (approved.Total.Yuan, approved.NotCut.Yuan));
        (await books.SendAsync(new ApproveCut(proposed.Id), BooksScenario.Checker)).ShouldBeProblem(FundsProblems.AlreadyDecided);

        // Frozen in the reserve, both parts shown.
        var frozen = Assert.Single(await books.GetAsync(new GetCuts()));
        Assert.Equal((40m, 190.05m, 230.05m), (frozen.General.Yuan, frozen.BusinessAndSpecial.Yuan, frozen.Total.Yuan));
        Assert.Equal(230.05m, (await books.LineAsync("reserve")).Free.Yuan);
        Assert.Equal((900m, 900m), ((await books.LineAsync("award")).Appropriated.Yuan, (await books.LineAsync("award")).Free.Yuan));
        Assert.Equal(900m, (await books.LineAsync("schools")).Free.Yuan);

        // Reallocated by transfers that name the cut, never more than it freed.
        await ReallocateAsync(books, "aid", 200m, proposed.Id);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "reserve", Money.FromYuan(30.06m), "助学", "schools", proposed.Id))).ShouldBeProblem(FundsProblems.CeilingReached);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "award", Money.FromYuan(1), "助学", "schools", proposed.Id))).ShouldBeProblem(FundsProblems.CutMoneyElsewhere);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "reserve", Money.FromYuan(1), "助学", "schools", 77))).ShouldBeProblem(FundsProblems.CutNotFound);
        await ReallocateAsync(books, "schools", 30.05m, proposed.Id);

        var spent = Assert.Single(await books.GetAsync(new GetCuts(proposed.Id)));
        Assert.Equal(spent.Total, spent.Reallocated);
        Assert.Equal([("aid", 200m), ("schools", 30.05m)], spent.NewUses.Select(u => (u.ToLine!, u.Amount.Yuan)));
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task MoneyOfACut_IsNotUsedTwice(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var cut = await books.DoneAsync(new ProposeCut(10, "过紧日子", [FundLineClass.General]));
        await books.DoneAsync(new ApproveCut(cut.Id), BooksScenario.Checker);
        await ReallocateAsync(books, "aid", 30m, cut.Id);
        // The reserve has other money too; what is left of the cut is 20.
        var other = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "reserve", Money.FromYuan(1_000), "预备费"));
        await books.DoneAsync(new ApproveBudgetChange(other.Id), BooksScenario.Checker);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "reserve", Money.FromYuan(20.01m), "助学", "schools", cut.Id))).ShouldBeProblem(FundsProblems.CutMoneyUsedUp);
        var first = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "reserve", Money.FromYuan(20), "助学", "schools", cut.Id));
        var second = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "reserve", Money.FromYuan(20), "助学", "schools", cut.Id));
        await books.DoneAsync(new ApproveBudgetChange(first.Id), BooksScenario.Checker);
        (await books.SendAsync(new ApproveBudgetChange(second.Id), BooksScenario.Checker)).ShouldBeProblem(FundsProblems.CutMoneyUsedUp);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RejectedCut_MovesNothing(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var cut = await books.DoneAsync(new ProposeCut(5.5m, "过紧日子", [FundLineClass.BusinessFee]));
        Assert.Equal(16.50m, cut.Total.Yuan); // 5.5 percent of 300.05, to the fen
        (await books.SendAsync(new RejectCut(cut.Id, "再议"))).ShouldBeProblem(FundsProblems.SamePerson);
        await books.DoneAsync(new RejectCut(cut.Id, "再议"), BooksScenario.Checker);
        Assert.Equal(300.05m, (await books.LineAsync("hearings")).Free.Yuan);
        Assert.Equal((ApprovalState.Rejected, "再议"), ((await books.GetAsync(new GetCuts()))[0].State, (await books.GetAsync(new GetCuts()))[0].Note));
    }

    [DatabaseTheory, DatabaseData]
    public async Task NothingFree_IsRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.PostAsync(VoucherKind.Commitment, "office", FundStage.Committed, FundStage.Free, 500m)).ShouldSucceed();
        (await books.SendAsync(new ProposeCut(10, "过紧日子", [FundLineClass.General]))).ShouldBeProblem(FundsProblems.NothingToCut);
        var invalid = (await books.SendAsync(new ProposeCut(0, "", [FundLineClass.OffBudget]))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Equal(["reason", "percent", "classes"], invalid.Details!.Select(d => d.Where));
    }

    private static async Task ReallocateAsync(BooksScenario books, string line, decimal yuan, long cut)
    {
        var use = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "reserve", Money.FromYuan(yuan), "用于民生", line, cut));
        await books.DoneAsync(new ApproveBudgetChange(use.Id), BooksScenario.Checker);
    }
}
