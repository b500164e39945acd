using System.Text;
using System.Xml;
using System.Xml.Linq;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>The way of the money from a decision to an account and back, step by step.</summary>
public sealed class PaymentStoryTests
{
    [DatabaseTheory, DatabaseData]
    public async Task FromListToRecovery_EveryStepHolds(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m);
        await town.CommitAsync([.. Enumerable.Range(1, 10).Select(i => PaymentsScenario.Claim(i, 100m * i))]);

        // The list is public for five working days, the Qingming holiday left out; one item is objected to on the last of them.
        town.MoveTo(new DateOnly(2020, 4, 1));
        var list = await town.DoneAsync(new PublishList());
        Assert.Equal((10, Money.FromYuan(5_500m), new DateOnly(2020, 4, 9)), (list.Items, list.Amount, list.Until));
        town.MoveTo(list.Until);
        var objection = await town.DoneAsync(new RaiseObjection(list.List, 10, "该企业已停产"), actor: null);
        (await town.SendAsync(new MakeBatch())).ShouldBeProblem(FundsProblems.NothingCleared);
        Assert.Equal(PaymentStage.Held, await town.StageAsync(10));
        town.MoveTo(list.Until.AddDays(1));
        Assert.Equal(PaymentStage.Payable, await town.StageAsync(1));
        (await town.SendAsync(new RaiseObjection(list.List, 1, "迟了"), null)).ShouldBeProblem(FundsProblems.PublicityOver);

        // The rest goes into a batch; who made it may not release it; the file goes out.
        var made = await town.DoneAsync(new MakeBatch());
        Assert.Equal((9, Money.FromYuan(4_500m)), (made.Items, made.Amount));
        (await town.SendAsync(new ReleaseBatch(made.Batch))).ShouldBeProblem(FundsProblems.SamePerson);
        (await town.SendAsync(new ExportBatch(made.Batch))).ShouldBeProblem(FundsProblems.BatchNotReleased);
        await town.DoneAsync(new ReleaseBatch(made.Batch), PaymentsScenario.Checker);
        await town.DoneAsync(new ExportBatch(made.Batch));
        var file = (await town.GetAsync(new GetBatchFile(made.Batch))).Content;
        Assert.Equal(PaymentStage.HandedOver, await town.StageAsync(1));
        Assert.Equal(4_500m, await town.BalanceAsync(FundStage.InTransit));

        // Three are rejected, the rest is accepted, which is not paid, and proven by the statement.
        var answers = PaymentsScenario.Answers(file, new BankBehaviour { Rejections = 3 });
        var report = await town.ReadAsync(answers[0]);
        Assert.Equal((BankMessageKind.StatusReport, 6, 3, 0, 0), (report.Kind, report.Accepted, report.Rejected, report.Paid, report.Exceptions));
        Assert.Equal(PaymentStage.Accepted, await town.StageAsync(2));
        Assert.Equal(0m, await town.BalanceAsync(FundStage.Paid));
        var statement = await town.ReadAsync(answers[1]);
        Assert.Equal((BankMessageKind.Statement, 6, 0), (statement.Kind, statement.Paid, statement.Exceptions));
        var states = await town.GetAsync(new FindPayments([.. Enumerable.Range(1, 9).Select(i => (long)i)]));
        var rejected = states.Where(s => s.Stage == PaymentStage.Returned).ToList();
        Assert.Equal(3, rejected.Count);
        Assert.All(rejected, s => Assert.Equal(BankReasons.Describe("AC01").For(), s.Reason));
        Assert.All(states.Except(rejected), s => Assert.Equal((PaymentStage.Paid, (DateOnly?)town.Today), (s.Stage, s.PaidOn)));

        // One is mended and paid, one is returned to the budget, one waits.
        var (mend, giveUp) = (rejected[0].Entitlement, rejected[1].Entitlement);
        await town.DoneAsync(new MendPayment(mend, PaymentsScenario.PayeeOf(mend) with { AccountNumber = "62220099" }, "电话核实"));
        await town.DoneAsync(new ReturnToBudget(giveUp, "企业已注销"));
        Assert.Equal(PaymentStage.Released, await town.StageAsync(giveUp));
        var again = await town.HandOverAsync();
        Assert.Contains("62220099", Encoding.UTF8.GetString(again.File), StringComparison.Ordinal);
        await town.ReadAllAsync(PaymentsScenario.Answers(again.File));
        Assert.Equal(PaymentStage.Paid, await town.StageAsync(mend));
        Assert.Equal(file, (await town.GetAsync(new GetBatchFile(made.Batch))).Content);

        // The objection is dismissed and the payment free again.
        Assert.False((await town.DoneAsync(new ResolveObjection(objection.Objection, false, "核实在产"))).IsHeld);
        Assert.Equal([true, false], town.Events.Of<PaymentHeldChanged>().Select(e => e.IsHeld));
        await town.ReadAllAsync(PaymentsScenario.Answers((await town.HandOverAsync()).File));
        Assert.Equal(PaymentStage.Paid, await town.StageAsync(10));

        // One grant turns out wrong: claimed back by one, approved by another, half by transfer, half by receipt.
        var claim = await town.DoneAsync(new ClaimRecovery(mend, (await town.StateAsync(mend)).Amount, "停产三个月"));
        (await town.SendAsync(new ApproveRecovery(claim.Recovery))).ShouldBeProblem(FundsProblems.SamePerson);
        (await town.SendAsync(new RecordRecovery(claim.Recovery, new Money(1), "S1"))).ShouldBeProblem(FundsProblems.RecoveryNotApproved);
        await town.DoneAsync(new ApproveRecovery(claim.Recovery), PaymentsScenario.Checker);
        Assert.Equal(PaymentStage.Recovering, await town.StageAsync(mend));
        var owed = (await town.StateAsync(mend)).Amount;
        var half = new Money(owed.Fen / 2);
        var transfer = (await town.TryReadAsync(Statements.Credit(half, town.Today, $"退款 {claim.Reference}"))).ShouldSucceed();
        Assert.Equal((1, 0), (transfer.Recovered, transfer.Exceptions));
        Assert.Empty(town.Events.Of<GrantRecovered>());
        (await town.SendAsync(new RecordRecovery(claim.Recovery, owed, "S1"))).ShouldBeProblem(FundsProblems.ReceiptTooLarge);
        Assert.Equal(Money.Zero, (await town.DoneAsync(new RecordRecovery(claim.Recovery, owed - half, "S1"))).Outstanding);
        (await town.SendAsync(new RecordRecovery(claim.Recovery, owed - half, "S1"))).ShouldBeProblem(FundsProblems.ReceiptRecorded);
        Assert.Equal([new GrantRecovered(mend)], town.Events.Of<GrantRecovered>());
        Assert.Equal(PaymentStage.Recovered, await town.StageAsync(mend));
        Assert.Equal(-owed.Yuan, await town.BalanceAsync(FundStage.Recovered));
        Assert.Equal(0m, await town.BalanceAsync(FundStage.Receivable));
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task File_NamesEveryPaymentOnce_WithSumsOnBothLevels_AndOneBlockAnAccount(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(
            PaymentsScenario.Claim(1, 100.05m, policy: "monthly-benefit"), PaymentsScenario.Claim(2, 7m, PaymentsScenario.Pension, policy: "monthly-benefit"), PaymentsScenario.Claim(3, 300m, settlement: SettlementKind.Supplier));
        var (batch, content) = await town.HandOverAsync();
        XNamespace ns = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.10";
        var document = XDocument.Parse(Encoding.UTF8.GetString(content));
        var header = document.Descendants(ns + "GrpHdr").Single();
        Assert.Equal(("3", "407.05"), (header.Element(ns + "NbOfTxs")!.Value, header.Element(ns + "CtrlSum")!.Value));
        var blocks = document.Descendants(ns + "PmtInf").ToList();
        Assert.Equal([("2", "400.05"), ("1", "7.00")], blocks.Select(b => (b.Element(ns + "NbOfTxs")!.Value, b.Element(ns + "CtrlSum")!.Value)));
        Assert.Equal(["370100200300", "370100200999"], blocks.Select(b => b.Element(ns + "DbtrAcct")!.Value));
        var ids = document.Descendants(ns + "EndToEndId").Select(e => e.Value).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 35));
        Assert.All(document.Descendants(ns + "InstdAmt"), a => Assert.Equal("CNY", a.Attribute("Ccy")!.Value));
        Assert.Equal(content, (await town.GetAsync(new GetBatchFile(batch))).Content);
        var repeated = await town.DoneAsync(new ExportBatch(batch));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), repeated.Digest);
        Assert.Equal(407.05m, await town.BalanceAsync(FundStage.InTransit) + await town.BalanceAsync(FundStage.InTransit, PaymentsScenario.Pension));
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoReleasesAtOnce_OneWins_TheOtherHearsWho(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var batch = (await town.DoneAsync(new MakeBatch(), "finance-officer")).Batch;

        // Two others with the duty: the demo has one, so the same one sends it twice, and a third is told that the maker may not.
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => town.SendAsync(new ReleaseBatch(batch), PaymentsScenario.Checker))));
        Assert.All(both, r => r.ShouldSucceed());
        (await town.SendAsync(new ReleaseBatch(batch), PaymentsScenario.Maker)).ShouldBeProblem(FundsProblems.BatchReleased);
        (await town.SendAsync(new WithdrawBatch(batch))).ShouldBeProblem(FundsProblems.BatchReleased);
        Assert.Equal(["2"], await town.RowsAsync("SELECT revision FROM fnd_batch"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoBatchesAtOnce_NoPaymentIsInBoth(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m);
        await town.CommitAsync([.. Enumerable.Range(1, 50).Select(i => PaymentsScenario.Claim(i, 10m, settlement: SettlementKind.Supplier))]);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => town.SendAsync(new MakeBatch()))));
        Assert.Equal(50, Assert.Single(made, m => m.IsSuccess).Value.Items);
        Assert.All(made.Where(m => !m.IsSuccess), m => m.ShouldBeProblem(FundsProblems.NothingCleared));
        Assert.Equal(50, await town.CountAsync("fnd_attempt"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task FullBatch_LeavesTheRestForTheNext(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m, itemsMax: 4);
        await town.CommitAsync([.. Enumerable.Range(1, 10).Select(i => PaymentsScenario.Claim(i, 10m, settlement: SettlementKind.Supplier))]);
        Assert.Equal([(4, 6L), (4, 2L), (2, 0L)], [.. await BatchesAsync(town, 3)]);
    }

    [DatabaseTheory, DatabaseData]
    public async Task WithdrawnBatch_ItsPaymentsGoIntoTheNext_ClearedOnce(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier), PaymentsScenario.Claim(2, 20m, settlement: SettlementKind.Supplier));
        var first = await town.DoneAsync(new MakeBatch());
        await town.DoneAsync(new WithdrawBatch(first.Batch));
        await town.DoneAsync(new WithdrawBatch(first.Batch));
        (await town.SendAsync(new ReleaseBatch(first.Batch), PaymentsScenario.Checker)).ShouldBeProblem(FundsProblems.BatchWithdrawn);
        Assert.Equal(PaymentStage.Payable, await town.StageAsync(1));
        Assert.Null((await town.StateAsync(1)).Batch);
        var second = await town.DoneAsync(new MakeBatch());
        Assert.Equal((2, null), (second.Items, second.Voucher));
        Assert.Equal(30m, await town.BalanceAsync(FundStage.Payable));
    }

    [DatabaseTheory, DatabaseData]
    public async Task DecisionWithdrawnBeforeTheFileGoesOut_LeavesTheBatch(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier), PaymentsScenario.Claim(2, 20m, settlement: SettlementKind.Supplier));
        var made = await town.DoneAsync(new MakeBatch());
        await town.DoneAsync(new ReleaseBatch(made.Batch), PaymentsScenario.Checker);
        await town.DoneAsync(new ReleaseCommitment(1, "撤销"));
        var exported = await town.DoneAsync(new ExportBatch(made.Batch));
        Assert.Equal((1, Money.FromYuan(20m)), (exported.Items, exported.Amount));
        Assert.DoesNotContain("62220000001", Encoding.UTF8.GetString((await town.GetAsync(new GetBatchFile(made.Batch))).Content), StringComparison.Ordinal);
        (await town.SendAsync(new ReleaseCommitment(2, "撤销"))).ShouldBeProblem(FundsProblems.HandedOverAlready);
        Assert.Equal(990m - 10m, await town.BalanceAsync(FundStage.Free));
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task UpheldObjection_HoldsUntilTheDecisionIsWithdrawn(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m));
        var list = await town.DoneAsync(new PublishList());
        (await town.SendAsync(new PublishList())).ShouldBeProblem(FundsProblems.NothingToPublish);
        var first = await town.DoneAsync(new RaiseObjection(list.List, 1, "一"), null);
        var second = await town.DoneAsync(new RaiseObjection(list.List, 1, "二"), null);
        Assert.True((await town.DoneAsync(new ResolveObjection(first.Objection, false, "不成立"))).IsHeld);
        Assert.True((await town.DoneAsync(new ResolveObjection(second.Objection, true, "成立"))).IsHeld);
        (await town.SendAsync(new ResolveObjection(second.Objection, false, "再议"))).ShouldBeProblem(FundsProblems.ObjectionResolved);
        town.MoveTo(list.Until.AddDays(30));
        (await town.SendAsync(new MakeBatch())).ShouldBeProblem(FundsProblems.NothingCleared);
        Assert.Equal((PaymentStage.Held, "成立"), ((await town.StateAsync(1)).Stage, (await town.StateAsync(1)).Reason));
        await town.DoneAsync(new ReleaseCommitment(1, "异议成立"));
        Assert.Equal(PaymentStage.Released, await town.StageAsync(1));
        Assert.Equal([true], town.Events.Of<PaymentHeldChanged>().Select(e => e.IsHeld));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ExemptPoliciesAndSuppliers_NeedNoList(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, policy: "monthly-benefit"), PaymentsScenario.Claim(2, 10m, settlement: SettlementKind.Supplier), PaymentsScenario.Claim(3, 10m));
        Assert.Equal(1, (await town.DoneAsync(new PublishList())).Items);
        Assert.Equal(2, (await town.DoneAsync(new MakeBatch())).Items);
    }

    private static async Task<List<(int, long)>> BatchesAsync(PaymentsScenario town, int count)
    {
        var made = new List<(int, long)>();
        for (var i = 0; i < count; i++)
        {
            var batch = await town.DoneAsync(new MakeBatch());
            made.Add((batch.Items, batch.Remaining));
        }

        return made;
    }
}
