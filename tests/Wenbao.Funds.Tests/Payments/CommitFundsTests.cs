using System.Diagnostics;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Payments;

public sealed class CommitFundsTests
{
    [DatabaseTheory, DatabaseData]
    public async Task CeilingReached_TheLongestPrefixIsCommitted_AndNobodyOvertakes(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var committed = await town.CommitAsync(
            PaymentsScenario.Claim(1, 400m), PaymentsScenario.Claim(2, 500m), PaymentsScenario.Claim(3, 200m), PaymentsScenario.Claim(4, 50m), PaymentsScenario.Claim(5, 70m, PaymentsScenario.Pension));
        Assert.Equal([1, 2, 5], committed.Committed);
        Assert.Equal([3, 4], committed.Waiting);
        Assert.Equal(100m, await town.BalanceAsync(FundStage.Free));
        Assert.Equal(900m, await town.BalanceAsync(FundStage.Committed));
        Assert.Equal(-70m, await town.BalanceAsync(FundStage.Appropriated, PaymentsScenario.Pension));
        Assert.Equal(70m, await town.BalanceAsync(FundStage.Committed, PaymentsScenario.Pension));
        Assert.Equal(PaymentStage.Committed, await town.StageAsync(1));
        Assert.Empty(await town.GetAsync(new FindPayments([3, 4])));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ExactFit_LeavesNothing_AndTheNextWaits(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        Assert.Equal([1], (await town.CommitAsync(PaymentsScenario.Claim(1, 1_000m))).Committed);
        var next = await town.CommitAsync(PaymentsScenario.Claim(2, 0.01m));
        Assert.Null(next.Voucher);
        Assert.Equal([2], next.Waiting);
    }

    [DatabaseTheory, DatabaseData]
    public async Task PaysPartially_TakesWhatIsLeft_AndLaterOnesWait(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var committed = await town.CommitAsync(
            PaymentsScenario.Claim(1, 300m, PaymentsScenario.Reserve) with { PaysPartially = true },
            PaymentsScenario.Claim(2, 300m, PaymentsScenario.Reserve) with { PaysPartially = true },
            PaymentsScenario.Claim(3, 300m, PaymentsScenario.Reserve) with { PaysPartially = true });
        Assert.Equal([1, 2], committed.Committed);
        Assert.Equal([3], committed.Waiting);
        Assert.Equal([new PartAmount(2, Money.FromYuan(200m))], committed.Partly);
        Assert.Equal(Money.FromYuan(200m), (await town.StateAsync(2)).Amount);
        Assert.Equal(0m, await town.BalanceAsync(FundStage.Free, PaymentsScenario.Reserve));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ReliefsAndSavings_AreBookedAndNeverPaid(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var committed = await town.CommitAsync(
            PaymentsScenario.Claim(1, 123.45m, PaymentsScenario.TaxRelief, SettlementKind.Book, FundShares.None), PaymentsScenario.Claim(2, 9_999m, PaymentsScenario.Award, SettlementKind.Loan));
        Assert.Equal([1, 2], committed.Committed);
        Assert.Equal(123.45m, await town.BalanceAsync(FundStage.Booked, PaymentsScenario.TaxRelief));
        Assert.Equal(-123.45m, await town.BalanceAsync(FundStage.Forgone, PaymentsScenario.TaxRelief));
        Assert.Equal(1_000m, await town.BalanceAsync(FundStage.Free));
        var state = await town.StateAsync(1);
        Assert.Equal(PaymentStage.Booked, state.Stage);
        Assert.Null(state.PayeeName);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WhatMakesNoSense_IsRefusedWhole(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        async Task Refused(ProblemKind kind, params FundsClaim[] claims)
        {
            var problem = (await town.SendAsync(new CommitFunds(claims), DemoUsers.Operator)).Problem!;
            Assert.Contains((problem.Details ?? []).Prepend(problem), p => p.Code == kind.Code);
            Assert.DoesNotContain("6222", problem.Shown(), StringComparison.Ordinal);
        }

        await Refused(FundsProblems.NothingClaimed, PaymentsScenario.Claim(1, 10m), PaymentsScenario.Claim(2, 0m));
        await Refused(FundsProblems.ClaimedTwice, PaymentsScenario.Claim(1, 10m), PaymentsScenario.Claim(1, 20m));
        await Refused(FundsProblems.LineNotFound, PaymentsScenario.Claim(1, 10m, "nothing"));
        await Refused(FundsProblems.LineNeverPays, PaymentsScenario.Claim(1, 10m, PaymentsScenario.TaxRelief));
        await Refused(FundsProblems.PayeeMissing, PaymentsScenario.Claim(1, 10m) with { Payee = null });
        await Refused(FundsProblems.SharesWrong, PaymentsScenario.Claim(1, 10m, shares: new FundShares(50, 0, 0, 40)));
        foreach (var (name, account, code) in new[] { ("", "6222", null), ("名\u0001", "6222", null), ("名", "6222 0000", null), ("名", "6222", "12"), ("名\uD840", "6222", (string?)null) })
        {
            await Refused(FundsProblems.PayeeMalformed, PaymentsScenario.Claim(1, 10m) with { Payee = new Payee("person", "1", name, account, "银行", code) });
        }

        Assert.Equal(0, await town.CountAsync("fnd_commitment"));
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m) with { Payee = new Payee("person", "1", "𬭎某", "6222", "银行", null) });
        await Refused(FundsProblems.AlreadyCommitted, PaymentsScenario.Claim(2, 10m), PaymentsScenario.Claim(1, 10m));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Shares_AreSplitToTheFen(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 0.05m, PaymentsScenario.Pension, shares: new FundShares(40, 20, 20, 20)));
        Assert.Equal(0.05m, await town.BalanceAsync(FundStage.Committed, PaymentsScenario.Pension));
        Assert.Equal(4, await town.CountAsync("fnd_entry e JOIN fnd_voucher v ON v.id = e.voucher_id WHERE v.kind = 'Commitment'"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task Release_GivesTheMoneyBack_AndTheEntitlementMayBeCommittedAnew(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 400m), PaymentsScenario.Claim(2, 50m, PaymentsScenario.Pension), PaymentsScenario.Claim(3, 7m, PaymentsScenario.TaxRelief, SettlementKind.Book));
        foreach (var entitlement in new[] { 1, 2, 3 })
        {
            await town.DoneAsync(new ReleaseCommitment(entitlement, "撤销"));
            Assert.Equal(PaymentStage.Released, await town.StageAsync(entitlement));
        }

        Assert.Equal(1_000m, await town.BalanceAsync(FundStage.Free));
        Assert.Equal(0m, await town.BalanceAsync(FundStage.Appropriated, PaymentsScenario.Pension));
        Assert.Equal(0m, await town.BalanceAsync(FundStage.Booked, PaymentsScenario.TaxRelief));
        Assert.Equal([new FundsFreed(PaymentsScenario.Award)], town.Events.Of<FundsFreed>());
        (await town.SendAsync(new ReleaseCommitment(1, "撤销"))).ShouldBeProblem(FundsProblems.NothingCommitted);
        Assert.Equal([1], (await town.CommitAsync(PaymentsScenario.Claim(1, 30m))).Committed);
        Assert.Equal(Money.FromYuan(30m), (await town.StateAsync(1)).Amount);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RevisedBooking_GrowsByTheDifference_LevelByLevel(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var shares = new FundShares(40, 0, 40, 20);
        await town.CommitAsync(PaymentsScenario.Claim(1, 0.01m, PaymentsScenario.TaxRelief, SettlementKind.Book, shares));
        Assert.NotNull((await town.DoneAsync(new ReviseBookings([new BookingRevision(1, new Money(2), "v2")]), DemoUsers.Operator)).Voucher);
        Assert.Equal(0.02m, await town.BalanceAsync(FundStage.Booked, PaymentsScenario.TaxRelief));
        Assert.Null((await town.DoneAsync(new ReviseBookings([new BookingRevision(1, new Money(2), "v2")]), DemoUsers.Operator)).Voucher);
        (await town.SendAsync(new ReviseBookings([new BookingRevision(1, new Money(1), "v2")]), DemoUsers.Operator)).ShouldBeProblem(FundsProblems.BookingShrinks);
        (await town.SendAsync(new ReviseBookings([new BookingRevision(9, new Money(1), "v2")]), DemoUsers.Operator)).ShouldBeProblem(FundsProblems.NotBooked);
    }

    [DatabaseTheory, DatabaseData]
    public async Task HundredClaimantsOfTheLastMoney_NeverAFenOver(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        var answers = await Task.WhenAll(Enumerable.Range(1, 100).Select(i => Task.Run(() => town.CommitAsync(PaymentsScenario.Claim(i, 99.99m)))));
        Assert.Equal(10, answers.Sum(a => a.Committed.Count));
        Assert.Equal(90, answers.Sum(a => a.Waiting.Count));
        Assert.Equal(0.10m, await town.BalanceAsync(FundStage.Free));
    }

    [DatabaseTheory, DatabaseData]
    public async Task TenThousandClaims_AreCommittedAtOnce(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000_000m);
        var claims = Enumerable.Range(1, 10_000).Select(i => PaymentsScenario.Claim(i, 100m + i, shares: new FundShares(40, 20, 20, 20))).ToArray();
        var start = Stopwatch.GetTimestamp();
        Assert.Equal(10_000, (await town.CommitAsync(claims)).Committed.Count);
        TestContext.Current.SendDiagnosticMessage($"{test}: 10,000 claims in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
        Assert.Equal(claims.Sum(c => c.Amount.Yuan), await town.BalanceAsync(FundStage.Committed));
        Assert.Equal(1_000, (await town.GetAsync(new FindPayments([.. Enumerable.Range(1, 1_000).Select(i => (long)i)]))).Count);
    }
}
