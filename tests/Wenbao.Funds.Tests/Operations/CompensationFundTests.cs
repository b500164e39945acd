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
        var shared = await books.DoneAsync(new RecordCompensationRecovery("loss_reserve", 1, Money.FromYuan(333.35m), 50, 20, "B1"));

        Assert.Equal((100.01m, 166.68m, 66.66m), (shared.Fund.Yuan, shared.Insurer.Yuan, shared.Bank.Yuan));
        var fund = await books.GetAsync(new GetCompensationFund("loss_reserve"));
        Assert.Equal((100.01m, 100.01m, false, (decimal?)null, 99m), (fund.Recovered.Yuan, fund.Free.Yuan, fund.IsExhausted, fund.Leverage, fund.LossPercent!.Value));
        Assert.Equal(333.35m, Assert.Single(fund.Recoveries).Recovered.Yuan);
        (await books.SendAsync(new RecordCompensationRecovery("loss_reserve", 1, Money.FromYuan(333.35m), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.ReferenceUsed);
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task RecoveryThatCannotBe_IsRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.SendAsync(new RecordCompensationRecovery("loss_reserve", 1, Money.FromYuan(1), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.NotCompensated);
        (await books.SendAsync(new RecordCompensationRecovery("loss_reserve", 1, Money.FromYuan(1), 50, 30, "B1"))).ShouldBeProblem(FundsProblems.SharesIncomplete);
        (await books.SendAsync(new RecordCompensationRecovery("bridge", 1, Money.FromYuan(1), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.LineOfOtherKind);
        (await books.AskAsync(new GetCompensationFund("award"))).ShouldBeProblem(FundsProblems.LineOfOtherKind);
        (await books.SendAsync(new RecordCompensationRecovery("loss_reserve", 1, Money.Zero, -1, 20, ""))).ShouldBeProblem(OperationProblems.Invalid);
        await books.PayAsync("award", 1m, 1);
        (await books.SendAsync(new RecordCompensationRecovery("loss_reserve", 1, Money.FromYuan(1), 50, 20, "B1"))).ShouldBeProblem(FundsProblems.NotCompensated);
    }

    [DatabaseTheory, DatabaseData]
    public async Task OddFen_AreNeverLostNorMade(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        await books.PayAsync("loss_reserve", 1m, 1);
        for (var fen = 2; fen <= 9; fen++)
        {
            var shared = await books.DoneAsync(new RecordCompensationRecovery("loss_reserve", 1, new Money(fen), fen % 2 == 0 ? 70 : 0.5m, fen % 2 == 0 ? 0 : 69.5m, "B" + fen));
            Assert.Equal(fen, (shared.Fund + shared.Insurer + shared.Bank).Fen);
            Assert.True(shared.Insurer.Fen >= 0 && shared.Bank.Fen >= 0 && (fen % 2 == 1 || shared.Bank == Money.Zero));
        }
    }
}
