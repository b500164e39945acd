using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Operations;

public sealed class BudgetChangeTests
{
    private static readonly Money Hundred = Money.FromYuan(100);

    [DatabaseTheory, DatabaseData]
    public async Task ApprovedByAnother_MovesTheMoney(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var more = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "award", Hundred, "追加"));
        var moved = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "award", Hundred, "调剂", "aid"));
        var taken = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Cut, "award", Hundred, "收回"));
        Assert.Equal(1_000m, (await books.LineAsync("award")).Free.Yuan);

        foreach (var change in (ProposedChange[])[more, moved, taken])
        {
            await books.DoneAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker);
        }

        var award = await books.LineAsync("award");
        var aid = await books.LineAsync("aid");
        Assert.Equal((900m, 900m), (award.Appropriated.Yuan, award.Free.Yuan));
        Assert.Equal((200m, 200m), (aid.Appropriated.Yuan, aid.Free.Yuan));
        var page = await books.GetAsync(new GetBudgetChanges());
        Assert.Equal(3, page.Total);
        Assert.All(page.Changes, c => Assert.Equal((ApprovalState.Approved, "finance-officer", "finance-approver", 2), (c.State, c.ProposedBy, c.DecidedBy, c.Version)));
        Assert.Single((await books.GetAsync(new GetBudgetChanges(Line: "aid"))).Changes);
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task DecidedByTheSamePerson_IsRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var change = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "award", Hundred, "追加"));
        (await books.SendAsync(new ApproveBudgetChange(change.Id))).ShouldBeProblem(FundsProblems.SamePerson);
        (await books.SendAsync(new RejectBudgetChange(change.Id, "不同意"))).ShouldBeProblem(FundsProblems.SamePerson);
        (await books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Auditor)).ShouldBeProblem(OperationProblems.NotAllowed);
        Assert.Equal(1_000m, (await books.LineAsync("award")).Free.Yuan);
    }

    [DatabaseTheory, DatabaseData]
    public async Task DecidedTwice_IsRefusedTheSecondTime(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var change = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "award", Hundred, "追加"));
        (await books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker, version: 7)).ShouldBeProblem(OperationProblems.ChangedMeanwhile);
        (await books.SendAsync(new RejectBudgetChange(change.Id, "不同意"), BooksScenario.Checker, version: change.Version)).ShouldSucceed();
        (await books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker)).ShouldBeProblem(FundsProblems.AlreadyDecided);
        (await books.SendAsync(new ApproveBudgetChange(99), BooksScenario.Checker)).ShouldBeProblem(FundsProblems.ChangeNotFound);
        Assert.Equal(("不同意", (long?)null), ((await books.GetAsync(new GetBudgetChanges(ApprovalState.Rejected))).Changes[0].Note, (await books.GetAsync(new GetBudgetChanges())).Changes[0].Voucher));
    }

    [DatabaseTheory, DatabaseData]
    public async Task MoneySpentMeanwhile_IsNotTaken(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Cut, "award", Money.FromYuan(1_000.01m), "收回"))).ShouldBeProblem(FundsProblems.CeilingReached);
        var change = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Cut, "award", Money.FromYuan(1_000), "收回"));
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 0.01m)).ShouldSucceed();
        (await books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker)).ShouldBeProblem(FundsProblems.CeilingReached);
        Assert.Equal(ApprovalState.Proposed, (await books.GetAsync(new GetBudgetChanges())).Changes[0].State);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhatCannotBe_IsRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "nowhere", Hundred, "追加"))).ShouldBeProblem(FundsProblems.LineNotFound);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "insurance", Hundred, "追加"))).ShouldBeProblem(FundsProblems.LineWithoutCeiling);
        (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Transfer, "award", Hundred, "调剂", "tax_relief"))).ShouldBeProblem(FundsProblems.LineWithoutCeiling);
        Assert.Contains("义务教育法", (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Cut, "schools", Hundred, "收回"))).ShouldBeProblem(FundsProblems.LineExempt).What.Zh, StringComparison.Ordinal);
        var invalid = (await books.SendAsync(new ProposeBudgetChange(BudgetChangeKind.Cut, "award", Money.Zero, " ", "aid", 1))).ShouldBeProblem(OperationProblems.Invalid);
        Assert.Equal(["amount", "reason", "toLine", "fromCut"], invalid.Details!.Select(d => d.Where));
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoApproversAtOnce_OneCarriesItOut(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var change = await books.DoneAsync(new ProposeBudgetChange(BudgetChangeKind.Appropriate, "award", Hundred, "追加"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => books.SendAsync(new ApproveBudgetChange(change.Id), BooksScenario.Checker))));

        Assert.Single(outcomes, o => o.IsSuccess);
        Assert.All(outcomes.Where(o => !o.IsSuccess), o => Assert.Contains(o.Problem!.Code, (string[])[FundsProblems.AlreadyDecided.Code, OperationProblems.ChangedMeanwhile.Code]));
        Assert.Equal(1_100m, (await books.LineAsync("award")).Free.Yuan);
    }
}
