using System.Diagnostics;
using Wenbao.Kernel;
using static Wenbao.Funds.Tests.Books.LedgerScenario;

namespace Wenbao.Funds.Tests.Books;

public sealed class LedgerTests
{
    [DatabaseTheory, DatabaseData]
    public async Task Voucher_MovesMoneyFromStageToStage(TestDatabase test)
    {
        var books = await StartAsync(test);
        (await books.PostAsync(VoucherKind.Appropriation, Entry(FundStage.Free, FundStage.Appropriated, 10_000))).ShouldSucceed();
        var posted = (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Committed, FundStage.Free, 3_000, entitlement: 7))).ShouldSucceed();

        Assert.Equal(2, posted.Id);
        Assert.Equal(64, posted.Digest.Length);
        Assert.Equal(7_000, await books.BalanceAsync(FundStage.Free));
        Assert.Equal(3_000, await books.BalanceAsync(FundStage.Committed));
        Assert.Equal(-10_000, await books.BalanceAsync(FundStage.Appropriated));
    }

    [DatabaseTheory, DatabaseData]
    public async Task CeilingReached_NothingIsWritten(TestDatabase test)
    {
        var books = await StartAsync(test);
        (await books.PostAsync(VoucherKind.Appropriation, Entry(FundStage.Free, FundStage.Appropriated, 10_000))).ShouldSucceed();

        var refused = await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Committed, FundStage.Free, 6_000), Entry(FundStage.Committed, FundStage.Free, 4_001));

        Assert.Contains("100.00 元，不足 100.01 元", refused.ShouldBeProblem(FundsProblems.CeilingReached).What.Zh, StringComparison.Ordinal);
        Assert.Equal(10_000, await books.BalanceAsync(FundStage.Free));
        Assert.Equal(0, await books.BalanceAsync(FundStage.Committed));
    }

    [DatabaseTheory, DatabaseData]
    public async Task FreeMoneyOfOneLevel_ServesAnother(TestDatabase test)
    {
        var books = await StartAsync(test);
        (await books.PostAsync(VoucherKind.Appropriation, Entry(FundStage.Free, FundStage.Appropriated, 10_000))).ShouldSucceed();
        (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Committed, FundStage.Free, 10_000, level: FundLevel.City))).ShouldSucceed();
        Assert.Equal(0, await books.BalanceAsync(FundStage.Free));
    }

    [DatabaseTheory, DatabaseData]
    public async Task StageOfAnotherLevel_CannotBeTakenFrom(TestDatabase test)
    {
        var books = await StartAsync(test);
        (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Committed, FundStage.Appropriated, 500, Insurance, FundLevel.City))).ShouldSucceed();
        var refused = await books.PostAsync(VoucherKind.Clearing, Entry(FundStage.Payable, FundStage.Committed, 500, Insurance));
        refused.ShouldBeProblem(FundsProblems.StageShort);
    }

    [DatabaseTheory, DatabaseData]
    public async Task MalformedVouchers_AreRefused(TestDatabase test)
    {
        var books = await StartAsync(test);
        (await books.PostAsync(VoucherKind.Commitment)).ShouldBeProblem(FundsProblems.VoucherMalformed);
        (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Free, FundStage.Appropriated, 0))).ShouldBeProblem(FundsProblems.VoucherMalformed);
        (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Free, FundStage.Appropriated, -1))).ShouldBeProblem(FundsProblems.VoucherMalformed);
        (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Free, FundStage.Free, 1))).ShouldBeProblem(FundsProblems.VoucherMalformed);
        (await books.PostAsync(VoucherKind.Booking, Entry(FundStage.Booked, FundStage.Appropriated, 1))).ShouldBeProblem(FundsProblems.VoucherMalformed);
        (await books.PostAsync(VoucherKind.Transfer, new EntryDraft(Account(FundStage.Free), Account(FundStage.Free, Bridge), new Money(1)))).ShouldBeProblem(FundsProblems.VoucherMalformed);
        (await books.PostAsync(VoucherKind.Commitment, Entry(FundStage.Committed, FundStage.Appropriated, 1, "nowhere"))).ShouldBeProblem(FundsProblems.LineNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task FreeMoney_IsToldOnlyWhereThereIsACeiling(TestDatabase test)
    {
        var books = await StartAsync(test);
        (await books.PostAsync(VoucherKind.Appropriation, Entry(FundStage.Free, FundStage.Appropriated, 10_000))).ShouldSucceed();
        await using var work = await books.Database.BeginAsync();
        var free = (await books.Ledger.FreeAsync(work, [Insurance, Award, TaxRelief, Bridge], CancellationToken.None)).ShouldSucceed();
        Assert.Equal(new Money(10_000), free[Award]);
        Assert.Equal(Money.Zero, free[Bridge]);
        Assert.Null(free[Insurance]);
        Assert.Null(free[TaxRelief]);
        (await books.Ledger.FreeAsync(work, "nowhere", CancellationToken.None)).ShouldBeProblem(FundsProblems.LineNotFound);
    }

    [DatabaseTheory, DatabaseData]
    public async Task FortyThousandEntries_AreWrittenInOneGo(TestDatabase test)
    {
        var books = await StartAsync(test);
        var entries = new List<EntryDraft>();
        for (var i = 1; i <= 10_000; i++)
        {
            entries.AddRange(Enumerable.Range(0, 4).Select(level => Entry(FundStage.Committed, FundStage.Appropriated, 100 + level, Insurance, (FundLevel)level, i)));
        }

        var watch = Stopwatch.StartNew();
        (await books.PostAsync(VoucherKind.Commitment, [.. entries])).ShouldSucceed();
        TestContext.Current.TestOutputHelper?.WriteLine($"{test.Kind}: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(4_060_000, await books.BalanceAsync(FundStage.Committed, Insurance));
    }
}
