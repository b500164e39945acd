using CsCheck;
using Wenbao.Funds.Books;
using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Operations;

public sealed class RevolvingFundTests
{
    [DatabaseTheory, DatabaseData]
    [Mechanism("S22")]
    public async Task Fund_TurnsOverAndSaysWhatIsOutAndOverdue(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var first = await LendAsync(books, 60_000m, 10, "F1", 1);
        Assert.Equal(new DateOnly(2020, 3, 26), first.DueOn);

        // One use out a borrower, the fund never beyond its capital.
        await RefusedAsync(books, Use(1_000m, 3, "F1", 2), FundsProblems.UseOutstanding);
        await RefusedAsync(books, Use(40_000.01m, 3, "F2", 3), FundsProblems.CeilingReached);
        var second = await LendAsync(books, 40_000m, 3, "F2", 3);
        await RefusedAsync(books, Use(0.01m, 3, "F3", 4), FundsProblems.CeilingReached);

        // Returned in time in two parts; the same borrower may come again.
        books.MoveTo(new DateOnly(2020, 3, 18));
        Assert.Equal((30_000m, 0), Shown(await books.DoneAsync(new ReturnToFund(second.Loan, Money.FromYuan(10_000), "B1"))));
        (await books.SendAsync(new ReturnToFund(second.Loan, Money.FromYuan(30_000), "B1"))).ShouldBeProblem(FundsProblems.ReferenceUsed);
        (await books.SendAsync(new ReturnToFund(second.Loan, Money.FromYuan(30_000.01m), "B2"))).ShouldBeProblem(FundsProblems.ReturnTooLarge);
        Assert.Equal((0m, 0), Shown(await books.DoneAsync(new ReturnToFund(second.Loan, Money.FromYuan(30_000), "B2"))));
        await LendAsync(books, 40_000m, 9, "F2", 5);

        // The first is late: on the 27th it is overdue by a day, and the figures say so.
        books.MoveTo(new DateOnly(2020, 3, 28));
        var page = await books.GetAsync(new FindLoans("bridge"));
        Assert.Equal(
            (100_000m, 100_000m, 0m, 3L, 140_000m, 1.4m, 2L, 100_000m, 2m),
            (page.Figures.Capital.Yuan, page.Figures.Outstanding.Yuan, page.Figures.Free.Yuan, page.Figures.Uses, page.Figures.Turnover.Yuan, page.Figures.Turns!.Value, page.Figures.OverdueUses, page.Figures.Overdue.Yuan, page.Figures.AverageDays!.Value));
        Assert.Equal([(first.Loan, 2), (3L, 1), (second.Loan, 0)], page.Loans.Select(l => (l.Id, l.DaysOverdue)));
        Assert.Equal([first.Loan, 3L], (await books.GetAsync(new FindLoans("bridge", LoanFilter.Overdue))).Loans.Select(l => l.Id));
        Assert.Equal([second.Loan], (await books.GetAsync(new FindLoans("bridge", LoanFilter.Returned))).Loans.Select(l => l.Id));

        Assert.Equal((0m, 2), Shown(await books.DoneAsync(new ReturnToFund(first.Loan, Money.FromYuan(60_000), "B3"))));
        Assert.Equal((60_000m, 40_000m), ((await books.LineAsync("bridge")).Free.Yuan, (await books.LineAsync("bridge")).Lent.Yuan));
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task UseBeyondItsLimits_IsRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        await RefusedAsync(books, Use(60_000.01m, 3, "F1", 1), FundsProblems.UseTooLarge);
        await RefusedAsync(books, Use(1m, 11, "F1", 1), FundsProblems.UseTooLong);
        await RefusedAsync(books, Use(1m, 1, "F1", 1) with { Line = "award" }, FundsProblems.LineOfOtherKind);
        (await books.SendAsync(new LendForClaims([Use(0m, 0, "F1", 1) with { Contract = "" }]))).ShouldBeProblem(OperationProblems.Invalid);
        (await books.SendAsync(new ReturnToFund(1, Money.FromYuan(1), "B1"))).ShouldBeProblem(FundsProblems.UseNotFound);
        await LendAsync(books, 1m, 1, "F1", 1);
        await RefusedAsync(books, Use(1m, 1, "F2", 1), FundsProblems.UseExists);
    }

    [DatabaseTheory, DatabaseData]
    public async Task ManyAtOnce_NobodyHasTwoUsesOut(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => books.DoneAsync(new LendForClaims([Use(10m, 3, "F1", i)])))));
        Assert.Single(outcomes, o => o.Lent.Count == 1);
        Assert.All(outcomes.SelectMany(o => o.Refused), r => Assert.Equal(FundsProblems.UseOutstanding.Code, r.Code));
    }

    [Fact]
    public void PartReturns_NeverTakeMoreOfALevelThanIsOut() =>
        Gen.Select(Gen.Long[1, 1_000_000].Array[1, 4], Gen.Long[0, 1_000_000]).Sample((open, step) =>
        {
            var left = open.Select(o => new Money(o)).ToArray();
            for (var rest = left.Sum(l => l.Fen); rest > 0;)
            {
                var amount = new Money(Math.Min(rest, 1 + (step % rest)));
                var parts = FundUses.InProportion(left, amount);
                Assert.Equal(amount.Fen, parts.Sum(p => p.Fen));
                Assert.All(parts.Zip(left), p => Assert.InRange(p.First.Fen, 0, p.Second.Fen));
                left = [.. left.Zip(parts, (l, p) => l - p)];
                rest -= amount.Fen;
                step = ((step * 7) + 3) % 1_000_003;
            }
        }, iter: 2_000);

    private static FundUse Use(decimal yuan, int days, string borrower, long entitlement) => new("bridge", Money.FromYuan(yuan), days, "enterprise", borrower, entitlement, "HT-" + borrower);

    private static async Task<LentUse> LendAsync(BooksScenario books, decimal yuan, int days, string borrower, long entitlement) =>
        Assert.Single((await books.DoneAsync(new LendForClaims([Use(yuan, days, borrower, entitlement)]))).Lent);

    private static async Task RefusedAsync(BooksScenario books, FundUse use, ProblemKind kind)
    {
        var outcome = await books.DoneAsync(new LendForClaims([use]));
        Assert.Empty(outcome.Lent);
        Assert.Equal(kind.Code, Assert.Single(outcome.Refused).Code);
    }

    private static (decimal, int) Shown(ReturnedToFund returned) => (returned.Outstanding.Yuan, returned.DaysOverdue);
}
