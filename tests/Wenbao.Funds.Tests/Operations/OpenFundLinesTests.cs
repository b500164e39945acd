using Wenbao.Funds.Tests.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Time;

namespace Wenbao.Funds.Tests.Operations;

public sealed class OpenFundLinesTests
{
    [DatabaseTheory, DatabaseData]
    public async Task LinesWithCapital_GetItOnceOnTheirFirstDay(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test, isOpen: false);

        var opened = await books.DoneAsync(new OpenFundLines());
        var again = await books.DoneAsync(new OpenFundLines());

        Assert.Equal(10, opened.Lines.Count);
        Assert.Equal(3, opened.Vouchers.Count); // 1 January, 1 February, 1 March
        Assert.Empty(again.Lines);
        Assert.Empty(await books.GetAsync(new FindLinesToOpen()));
        var shared = await books.GetAsync(new GetTrialBalance(Line: "shared_award"));
        Assert.Equal(
            [(FundLevel.City, FundStage.Appropriated, 400m), (FundLevel.City, FundStage.Free, 400m), (FundLevel.District, FundStage.Appropriated, 600m), (FundLevel.District, FundStage.Free, 600m)],
            shared.Rows.Select(r => (r.Account.Level, r.Account.Stage, r.Balance.Yuan)));
        Assert.Equal(new DateOnly(2020, 2, 1), (await books.GetAsync(new GetVoucher(opened.Vouchers[1]))).On);
    }

    [DatabaseTheory, DatabaseData]
    public async Task LineOfALaterDay_IsOpenedWhenThatDayBegins(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test, day: new DateOnly(2020, 2, 28));
        Assert.Equal(Money.Zero, (await books.LineAsync("loss_reserve")).Free);

        books.MoveTo(new DateOnly(2020, 3, 1));
        await books.DoneAsync(new BeginBusinessDay(books.Today), "operator");

        Assert.Equal(Money.FromYuan(10_000), (await books.LineAsync("loss_reserve")).Free);
    }

    [DatabaseTheory, DatabaseData]
    public async Task FirstDayInAClosedMonth_OpensToday(TestDatabase test)
    {
        await using var books = await BooksScenario.StartAsync(test, day: new DateOnly(2020, 1, 31));
        books.MoveTo(new DateOnly(2020, 3, 2));
        await books.DoneAsync(new CloseMonth(new DateOnly(2020, 1, 1)));
        await books.DoneAsync(new CloseMonth(new DateOnly(2020, 2, 1)));

        var opened = await books.DoneAsync(new OpenFundLines());

        Assert.Equal(["bridge", "loss_reserve"], opened.Lines.Order());
        Assert.Equal([new DateOnly(2020, 3, 1), new DateOnly(2020, 3, 2)], [(await books.GetAsync(new GetVoucher(opened.Vouchers[0]))).On, (await books.GetAsync(new GetVoucher(opened.Vouchers[1]))).On]);
    }
}
