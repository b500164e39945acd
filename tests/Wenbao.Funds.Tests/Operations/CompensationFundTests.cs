using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Operations;

public sealed class CompensationFundTests
{
    [DatabaseTheory, DatabaseData]
    [Mechanism("S17")]
    public async Task Fund_PaysUpToItsBalanceAndGetsItsShareBack(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        await books.PayAsync("loss_reserve", 9_000m, 1);
        (await books.PostAsync(VoucherKind.Commitment, "loss_reserve", FundStage.Committed, FundStage.Free, 1_000.01m, entitlement: 2)).ShouldBeProblem(FundsProblems.CeilingReached);
        await books.PayAsync("loss_reserve", 1_000m, 2); // what was left, as the model caps it
        var exhausted = await books.GetAsync(new GetCompensationFund("loss_reserve", Money.FromYuan(65_000)));
        Assert.Equal((10_000m, 10_000m, 0m, 2L, 6.5m, 100m, true), (exhausted.Capital.Yuan, exhausted.Paid.Yuan, exhausted.Free.Yuan, exhausted.Claims, exhausted.Leverage!.Value, exhausted.LossPercent!.Value, exhausted.IsExhausted));

        // The borrower pays 333.35: 30 percent to the fund, 50 to the insurer, the rest to the bank.
        var wish = new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(333.35m), 50, 20, "B1");
        var proposed = await books.DoneAsync(wish);
        Assert.Equal(0m, (await books.GetAsync(new GetCompensationFund("loss_reserve"))).Free.Yuan); // nothing is freed by one person
        (await books.SendAsync(wish)).ShouldBeProblem(FundsProblems.ReferenceUsed);
        (await books.SendAsync(new ApproveBudgetChange(proposed.Id))).ShouldBeProblem(FundsProblems.SamePerson);
        Assert.Equal(new CompensationTerms(1, 50, 20), Assert.Single((await books.GetAsync(new GetBudgetChanges())).Changes).Recovery);
        await books.DoneAsync(new ApproveBudgetChange(proposed.Id), BooksScenario.Checker);

        var fund = await books.GetAsync(new GetCompensationFund("loss_reserve"));
        Assert.Equal((100.01m, 100.01m, false, (decimal?)null, 99m), (fund.Recovered.Yuan, fund.Free.Yuan, fund.IsExhausted, fund.Leverage, fund.LossPercent!.Value));
        var shared = Assert.Single(fund.Recoveries);
        Assert.Equal((333.35m, 100.01m, 166.68m, 66.66m), (shared.Recovered.Yuan, shared.Fund.Yuan, shared.Insurer.Yuan, shared.Bank.Yuan));
        (await books.SendAsync(wish)).ShouldBeProblem(FundsProblems.ReferenceUsed);
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task RecoveryThatCannotBe_IsRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(1), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.NotCompensated);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(1), 50, 30, "B1"))).ShouldBeProblem(FundsProblems.SharesIncomplete);
        (await books.SendAsync(new ProposeCompensationRecovery("bridge", 1, Money.FromYuan(1), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.LineOfOtherKind);
        (await books.AskAsync(new GetCompensationFund("award"))).ShouldBeProblem(FundsProblems.LineOfOtherKind);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.Zero, -1, 20, ""))).ShouldBeProblem(OperationProblems.Invalid);
        await books.PayAsync("award", 1m, 1);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(1), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.NotCompensated);
    }

    [DatabaseTheory, DatabaseData]
    public async Task OddFen_AreNeverLostNorMade(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        await books.PayAsync("loss_reserve", 1m, 1);
        for (var fen = 2; fen <= 9; fen++)
        {
            await RecoverAsync(books, 1, new Money(fen), "B" + fen, fen % 2 == 0 ? 70 : 0.5m);
            var shared = (await books.GetAsync(new GetCompensationFund("loss_reserve"))).Recoveries[0];
            Assert.Equal(fen, (shared.Fund + shared.Insurer + shared.Bank).Fen);
            Assert.True(shared.Insurer.Fen >= 0 && shared.Bank.Fen >= 0 && (fen % 2 == 1 || shared.Bank == Money.Zero));
        }

        // Many small ones come to the same as one large one.
        Assert.Equal(0.13m, (await books.GetAsync(new GetCompensationFund("loss_reserve"))).Recovered.Yuan);
    }

    [DatabaseTheory, DatabaseData]
    public async Task NoMoreComesBack_ThanWasLost(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        await books.PayAsync("loss_reserve", 300m, 1); // of 1,000 yuan unpaid
        await books.PayAsync("loss_reserve", 300m, 2);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(300_000_000m), 50, 20, "B0"))).ShouldBeProblem(FundsProblems.RecoveryBeyondLoss);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(1_000.02m), 50, 20, "B0"))).ShouldBeProblem(FundsProblems.RecoveryBeyondLoss);

        // Two wishes that fit one by one: the second is judged again when it is approved.
        var first = await books.DoneAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(600m), 50, 20, "B1"));
        var second = await books.DoneAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(600m), 50, 20, "B2"));
        await books.DoneAsync(new ApproveBudgetChange(first.Id), BooksScenario.Checker);
        (await books.SendAsync(new ApproveBudgetChange(second.Id), BooksScenario.Checker)).ShouldBeProblem(FundsProblems.RecoveryBeyondLoss);
        await books.DoneAsync(new RejectBudgetChange(second.Id, "超出"), BooksScenario.Checker);
        await RecoverAsync(books, 1, Money.FromYuan(400m), "B3", 50);
        (await books.SendAsync(new ProposeCompensationRecovery("loss_reserve", 1, Money.FromYuan(0.02m), 50, 20, "B4"))).ShouldBeProblem(FundsProblems.RecoveryBeyondLoss);
        Assert.Equal(300m, (await books.GetAsync(new GetCompensationFund("loss_reserve"))).Recovered.Yuan);
        await books.GetAsync(new VerifyBooks());
    }

    private static async Task RecoverAsync(BooksScenario books, long entitlement, Money recovered, string reference, decimal insurer)
    {
        var proposed = await books.DoneAsync(new ProposeCompensationRecovery("loss_reserve", entitlement, recovered, insurer, 70 - insurer, reference));
        await books.DoneAsync(new ApproveBudgetChange(proposed.Id), BooksScenario.Checker);
    }
}
