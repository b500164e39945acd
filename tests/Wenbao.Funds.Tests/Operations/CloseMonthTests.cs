using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Operations;

public sealed class CloseMonthTests
{
    private static readonly DateOnly January = new(2020, 1, 1);
    private static readonly DateOnly February = new(2020, 2, 1);

    [DatabaseTheory, DatabaseData]
    public async Task ClosedMonth_TakesNoMoreVouchers(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 10m, on: new DateOnly(2020, 1, 31))).ShouldSucceed();

        var closed = await books.DoneAsync(new CloseMonth(new DateOnly(2020, 1, 15)));

        Assert.Equal((January, 2L), (closed.Month, closed.Vouchers));
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 10m, on: new DateOnly(2020, 1, 31))).ShouldBeProblem(FundsProblems.MonthClosed);
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 10m, on: new DateOnly(2019, 12, 31))).ShouldBeProblem(FundsProblems.MonthClosed);
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 10m, on: February)).ShouldSucceed();
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task Months_AreClosedInOrderOnceOver(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        (await books.SendAsync(new CloseMonth(new DateOnly(2020, 3, 1)))).ShouldBeProblem(FundsProblems.MonthNotOver);
        (await books.SendAsync(new CloseMonth(February))).ShouldBeProblem(FundsProblems.MonthOutOfOrder);
        await books.DoneAsync(new CloseMonth(January));
        (await books.SendAsync(new CloseMonth(January))).ShouldBeProblem(FundsProblems.MonthOutOfOrder);
        await books.DoneAsync(new CloseMonth(February));
        await books.GetAsync(new VerifyBooks());
    }

    [DatabaseTheory, DatabaseData]
    public async Task TrialBalance_IsTheSameWithAndWithoutClosedMonths(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        foreach (var day in (string[])["2020-01-05", "2020-01-31", "2020-02-01", "2020-02-29", "2020-03-01", "2020-03-16"])
        {
            books.Clock.Advance(TimeSpan.FromMinutes(1));
            (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 10m, on: DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).ShouldSucceed();
        }

        var days = Enumerable.Range(0, 80).Select(d => January.AddDays(d - 2)).ToList();
        var before = new List<TrialBalance>();
        foreach (var day in days)
        {
            before.Add(await books.GetAsync(new GetTrialBalance(day)));
        }

        books.Clock.Advance(TimeSpan.FromMinutes(1));
        await books.DoneAsync(new CloseMonth(January));
        await books.DoneAsync(new CloseMonth(February));

        for (var i = 0; i < days.Count; i++)
        {
            var after = await books.GetAsync(new GetTrialBalance(days[i]));
            Assert.Equal(before[i].Rows, after.Rows);
            Assert.True(after.IsBalanced);
            Assert.Equal(days[i] >= new DateOnly(2020, 2, 29) ? February : days[i] >= new DateOnly(2020, 1, 31) ? January : (DateOnly?)null, after.FromMonth);
        }

        Assert.Equal((await books.GetAsync(new GetTrialBalance())).Rows, (await books.GetAsync(new GetTrialBalance(new DateOnly(2020, 3, 16)))).Rows);
    }

    [DatabaseTheory, DatabaseData]
    public async Task TrialBalanceAtAMoment_ShowsTheBooksAsTheyWereThen(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test);
        var opened = books.Clock.GetUtcNow();
        books.Clock.Advance(TimeSpan.FromHours(1));
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 10m, on: new DateOnly(2020, 1, 20))).ShouldSucceed();
        var first = books.Clock.GetUtcNow();
        books.Clock.Advance(TimeSpan.FromHours(1));
        await books.DoneAsync(new CloseMonth(January));
        books.Clock.Advance(TimeSpan.FromHours(1));
        (await books.PostAsync(VoucherKind.Commitment, "award", FundStage.Committed, FundStage.Free, 5m)).ShouldSucceed();

        async Task<decimal> CommittedAsync(DateTimeOffset? at) =>
            (await books.GetAsync(new GetTrialBalance(At: at, Line: "award"))).Rows.Where(r => r.Account.Stage == FundStage.Committed).Sum(r => r.Balance.Yuan);

        Assert.Equal([0m, 10m, 10m, 15m, 15m], [await CommittedAsync(opened), await CommittedAsync(first), await CommittedAsync(first.AddHours(1)), await CommittedAsync(books.Clock.GetUtcNow()), await CommittedAsync(null)]);
        Assert.Equal((null, January), ((await books.GetAsync(new GetTrialBalance(At: first))).FromMonth, (await books.GetAsync(new GetTrialBalance(At: first.AddHours(1)))).FromMonth));
    }
}
