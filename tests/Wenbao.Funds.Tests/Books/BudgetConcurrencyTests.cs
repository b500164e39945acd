using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Books;

/// <summary>Budgets that are changed while they are spent.</summary>
public sealed class BudgetConcurrencyTests
{
    [DatabaseTheory, DatabaseData]
    public async Task CutWhileMoneyIsCommitted_TakesOnlyWhatIsFree(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var cut = await books.DoneAsync(new ProposeCut(50, "过紧日子", [FundLineClass.SpecialFund]));
        var commitments = Enumerable.Range(1, 40).Select(i => Task.Run(() => books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 30m, entitlement: i))).ToList();
        var approving = Task.Run(() => books.SendAsync(new ApproveCut(cut.Id), BooksScenario.Checker));
        var committed = await Task.WhenAll(commitments);
        var approved = (await approving).ShouldSucceed();

        Assert.All(committed.Where(c => !c.IsSuccess), c => c.ShouldBeProblem(FundsProblems.CeilingReached));
        var award = await books.LineAsync("award");
        Assert.Equal(30m * committed.Count(c => c.IsSuccess), award.Committed.Yuan);
        Assert.InRange(award.Free.Yuan, 0m, 29.99m);
        Assert.Equal(approved.Total, (await books.LineAsync("reserve")).Free);
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task ApprovalAgainstRejection_OneHolds_TheOtherHearsWho(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        for (var round = 0; round < 6; round++)
        {
            var before = (await books.LineAsync("award")).Free;
            var change = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "award", Money.FromYuan(100m), "追加"));
            var approve = Task.Run(() => books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker));
            var reject = Task.Run(() => books.SendAsync(new RejectBudgetChange(change.Id, "不追加"), BooksScenario.Checker));
            var (approved, rejected) = (await approve, await reject);
            Assert.NotEqual(approved.IsSuccess, rejected.IsSuccess);
            Assert.Contains(BooksScenario.Checker, (approved.Problem ?? rejected.Problem)!.ShouldBe(FundsProblems.AlreadyDecided).What.En, StringComparison.Ordinal);
            Assert.Equal(before + Money.FromYuan(approved.IsSuccess ? 100m : 0m), (await books.LineAsync("award")).Free);
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task TransfersInBothDirections_AreAllCarriedOut(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var changes = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            var (from, to) = i % 2 == 0 ? ("award", "office") : ("office", "award");
            changes.Add((await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, from, Money.FromYuan(10m), "调剂", to))).Id);
        }

        var answers = await Task.WhenAll(changes.Select(change => Task.Run(() => books.SendAsync(new ApproveBudgetChange(change), BooksScenario.Checker))));
        Assert.All(answers, a => a.ShouldSucceed());
        Assert.Equal((1_000m, 500m), ((await books.LineAsync("award")).Free.Yuan, (await books.LineAsync("office")).Free.Yuan));
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoCloseOneMonth_OneDoes(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => books.SendAsync(new CloseMonth(new DateOnly(2020, 1, 1)), i % 2 == 0 ? BooksScenario.Maker : BooksScenario.Checker))));
        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => a.ShouldBeProblem(FundsProblems.MonthOutOfOrder));
        Assert.Equal(1, await books.ScalarAsync("SELECT count(*) FROM fnd_month"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhatSomebodySawIsOld_IsToldWithBothVersions(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var change = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "award", Money.FromYuan(100m), "追加"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker, version: change.Version))));
        Assert.Single(answers, a => a.IsSuccess);
        Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.DoesNotContain("?", a.ShouldBeProblem(FundsProblems.AlreadyDecided).What.En, StringComparison.Ordinal));
    }
}
