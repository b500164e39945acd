using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Books;

public sealed class LedgerConcurrencyTests
{
    [DatabaseTheory, DatabaseData]
    public async Task ManyAtOnceOnTheLastOfABudget_NeverSpendMoreThanThereIs(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);

        // A thousand yuan, forty who want thirty each: thirty-three get it.
        var outcomes = await Task.WhenAll(Enumerable.Range(1, 40).Select(i => Task.Run(() =>
            books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 30m, entitlement: i))));

        Assert.Equal(33, outcomes.Count(o => o.IsSuccess));
        Assert.All(outcomes.Where(o => !o.IsSuccess), o => o.ShouldBeProblem(FundsProblems.CeilingReached));
        Assert.Equal((10m, 990m), ((await books.LineAsync("award")).Free.Yuan, (await books.LineAsync("award")).Committed.Yuan));
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task ManyLinesInAnyOrder_DoNotWaitForEachOther(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        string[] lines = ["award", "aid", "office", "hearings"];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => books.SendAsync(new PostForTest(
            VoucherKind.Commitment, books.Today,
            [.. (i % 2 == 0 ? lines : lines.Reverse()).Select(line => new EntryDraft(new(line, FundLevel.District, FundStage.Committed), new(line, FundLevel.District, FundStage.Free), new Money(100)))])))));

        Assert.All(outcomes, o => o.ShouldSucceed());
        Assert.Equal(24m, (await books.LineAsync("aid")).Committed.Yuan);
    }

    [DatabaseTheory, DatabaseData]
    public async Task PostingWhileAMonthIsClosed_IsInTheMonthOrRefused(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        await books.DoneAsync(new CloseMonth(new DateOnly(2020, 1, 1)));
        var february = new DateOnly(2020, 2, 20);

        var posting = Enumerable.Range(1, 12).Select(i => Task.Run(() => books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 1m, entitlement: i, on: february))).ToList();
        var closing = Task.Run(() => books.SendAsync(new CloseMonth(new DateOnly(2020, 2, 1))));
        var outcomes = await Task.WhenAll(posting);
        (await closing).ShouldSucceed();

        Assert.All(outcomes.Where(o => !o.IsSuccess), o => o.ShouldBeProblem(FundsProblems.MonthClosed));
        Assert.Equal(outcomes.Count(o => o.IsSuccess), (await books.LineAsync("award")).Committed.Yuan);
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoHostsStartingAtOnce_OpenTheLinesOnce(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test, isOpen: false);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => books.SendAsync(new OpenFundLines(), DemoUsers.Operator))));
        Assert.All(outcomes, o => o.ShouldSucceed());
        Assert.Equal(1_000m, (await books.LineAsync("award")).Appropriated.Yuan);
        await books.GetAsync(new VerifyBooks());
    }
}
