using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>Several people at one thing: one outcome, and everybody is told by number what it is.</summary>
public sealed class PaymentConcurrencyTests
{
    private const int Rounds = 6;

    [DatabaseTheory, DatabaseData]
    public async Task TwoPeopleReleaseOneBatch_OneDoes_TheOtherHearsWho(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        for (var round = 1; round <= Rounds; round++)
        {
            var batch = await BatchAsync(town, round);
            var answers = await AtOnceAsync(8, i => town.SendAsync(new ReleaseBatch(batch), i % 2 == 0 ? PaymentsScenario.Checker : PaymentsScenario.Deputy));
            var winner = Assert.Single(await town.RowsAsync($"SELECT released_by FROM fnd_batch WHERE id = {batch}"));
            Assert.Equal(4, answers.Count(a => a.IsSuccess));
            Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Contains(winner, a.ShouldBeProblem(FundsProblems.BatchReleased).What.En, StringComparison.Ordinal));
        }

        Assert.Equal(["2"], await town.RowsAsync("SELECT DISTINCT revision FROM fnd_batch"));
    }

    [DatabaseTheory, DatabaseData]
    public async Task ReleaseAgainstWithdrawal_OneHolds_TheOtherIsTold(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        for (var round = 1; round <= Rounds; round++)
        {
            var batch = await BatchAsync(town, round);
            var release = Task.Run(() => town.SendAsync(new ReleaseBatch(batch), PaymentsScenario.Checker));
            var withdraw = Task.Run(() => town.SendAsync(new WithdrawBatch(batch), PaymentsScenario.Maker));
            var (released, withdrawn) = (await release, await withdraw);
            Assert.NotEqual(released.IsSuccess, withdrawn.IsSuccess);
            if (released.IsSuccess)
            {
                withdrawn.ShouldBeProblem(FundsProblems.BatchReleased);
                Assert.Equal(PaymentStage.Batched, await town.StageAsync(round));
                await town.DoneAsync(new ExportBatch(batch));
            }
            else
            {
                released.ShouldBeProblem(FundsProblems.BatchWithdrawn);
                Assert.Equal(PaymentStage.Payable, await town.StageAsync(round));
                (await town.SendAsync(new ExportBatch(batch))).ShouldBeProblem(FundsProblems.BatchWithdrawn);
                await town.DoneAsync(new ReleaseCommitment(round, "撤销"));
            }
        }

        await town.ShouldAddUpAsync();
        await town.GetAsync(new VerifyBooks());
    }

    /// <summary>Who objects while publicity ends and a batch is made is heard in time, and the payment held; or is told that it is too late, and the payment is in the batch.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task ObjectionAgainstBatch_HoldsInTime_OrComesTooLate(TestDatabase test)
    {
        const int Items = 24;
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync([.. Enumerable.Range(1, Items).Select(i => PaymentsScenario.Claim(i, 10m))]);
        var list = await town.DoneAsync(new PublishList());
        town.MoveTo(list.Until);
        var objecting = Enumerable.Range(1, Items).Select(i => Task.Run(() => town.SendAsync(new RaiseObjection(list.List, i, "名单有误"), null))).ToList();
        await objecting[0];
        town.MoveTo(list.Until.AddDays(1));
        var made = Task.Run(() => town.SendAsync(new MakeBatch()));
        var objections = await Task.WhenAll(objecting);
        var batch = await made;

        for (var i = 1; i <= Items; i++)
        {
            var stage = await town.StageAsync(i);
            if (objections[i - 1].IsSuccess)
            {
                Assert.Equal(PaymentStage.Held, stage);
            }
            else
            {
                objections[i - 1].ShouldBeProblem(FundsProblems.PublicityOver);
                Assert.Contains(stage, (PaymentStage[])[PaymentStage.Batched, PaymentStage.Published]);
            }
        }

        // What lost its objection only after the batch had looked goes into the next one.
        var late = (await town.SendAsync(new MakeBatch())) is { IsSuccess: true } next ? next.Value.Items : 0;
        Assert.Equal(objections.Count(o => !o.IsSuccess), (batch.IsSuccess ? batch.Value.Items : 0) + late);
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoOfficersDecideOneObjection_OneDoes_TheOtherHearsWho(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync([.. Enumerable.Range(1, Rounds).Select(i => PaymentsScenario.Claim(i, 10m))]);
        var list = await town.DoneAsync(new PublishList());
        for (var item = 1; item <= Rounds; item++)
        {
            var objection = (await town.DoneAsync(new RaiseObjection(list.List, item, "名单有误"), null)).Objection;
            var answers = await AtOnceAsync(4, i => town.SendAsync(new ResolveObjection(objection, i % 2 == 0, "核实"), i % 2 == 0 ? PaymentsScenario.Maker : PaymentsScenario.Deputy));
            var done = Assert.Single(answers, a => a.IsSuccess).Value;
            var decider = Assert.Single(await town.RowsAsync($"SELECT resolved_by FROM fnd_objection WHERE id = {objection}"));
            Assert.All(answers.Where(a => !a.IsSuccess), a => Assert.Contains(decider, a.ShouldBeProblem(FundsProblems.ObjectionResolved).What.En, StringComparison.Ordinal));
            Assert.Equal((decider == PaymentsScenario.Maker, done.IsHeld), (done.IsHeld, await town.StageAsync(done.Entitlement) == PaymentStage.Held));
        }
    }

    [DatabaseTheory, DatabaseData]
    public async Task TwoDecideOneRecovery_OneDoes(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        await town.ReadAllAsync(PaymentsScenario.Answers((await town.HandOverAsync()).File));
        var claims = await AtOnceAsync(6, _ => town.SendAsync(new ClaimRecovery(1, Money.FromYuan(6m), "重复申报")));
        var claim = Assert.Single(claims, c => c.IsSuccess).Value;
        Assert.All(claims.Where(c => !c.IsSuccess), c => c.ShouldBeProblem(FundsProblems.RecoveryTooLarge));
        var answers = await AtOnceAsync(6, i => town.SendAsync(new ApproveRecovery(claim.Recovery, i % 2 == 0 ? null : "不追回"), i % 2 == 0 ? PaymentsScenario.Checker : PaymentsScenario.Deputy));
        Assert.All(answers.Where(a => !a.IsSuccess), a => a.ShouldBeProblem(FundsProblems.RecoveryDecided));
        var isApproved = await town.StageAsync(1) == PaymentStage.Recovering;
        Assert.Equal(isApproved ? 6m : 0m, await town.BalanceAsync(FundStage.Receivable));
        if (isApproved)
        {
            var receipts = await AtOnceAsync(6, i => town.SendAsync(new RecordRecovery(claim.Recovery, Money.FromYuan(4m), $"R-{i}")));
            Assert.Single(receipts, r => r.IsSuccess);
            Assert.All(receipts.Where(r => !r.IsSuccess), r => r.ShouldBeProblem(FundsProblems.ReceiptTooLarge));
            Assert.Equal(2m, await town.BalanceAsync(FundStage.Receivable));
        }

        await town.ShouldAddUpAsync();
    }

    /// <summary>A double click: one does it, the others get the same answer.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task SameKeyAtOnce_IsDoneOnce_AndAnsweredAlike(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        async Task<T> ClickAsync<T>(IOperation<T> operation, string key, string? actor = PaymentsScenario.Maker)
        {
            var answers = await AtOnceAsync(6, _ => town.SendAsync(operation, actor, key));
            return Assert.Single(answers.Select(a => a.ShouldSucceed()).Select(a => (Answer: a, Text: System.Text.Json.JsonSerializer.Serialize(a))).DistinctBy(a => a.Text)).Answer;
        }

        await ClickAsync(new CommitFunds([PaymentsScenario.Claim(1, 10m), PaymentsScenario.Claim(2, 20m)]), "commit", DemoUsers.Operator);
        var list = await ClickAsync(new PublishList(), "list");
        await ClickAsync(new RaiseObjection(list.List, 1, "名单有误"), "object", null);
        town.MoveTo(list.Until.AddDays(1));
        var batch = (await ClickAsync(new MakeBatch(), "batch")).Batch;
        await ClickAsync(new ReleaseBatch(batch), "release", PaymentsScenario.Checker);
        await ClickAsync(new ExportBatch(batch), "export");
        var path = Path.Combine(town.Folder, "answer.xml");
        foreach (var answer in PaymentsScenario.Answers((await town.GetAsync(new GetBatchFile(batch))).Content))
        {
            await File.WriteAllBytesAsync(path, answer.Content);
            await ClickAsync(new ImportBankMessage(path, answer.Name), answer.Name);
        }

        var recovery = (await ClickAsync(new ClaimRecovery(2, Money.FromYuan(5m), "多付"), "recover")).Recovery;
        await ClickAsync(new ApproveRecovery(recovery), "approve", PaymentsScenario.Checker);
        await ClickAsync(new RecordRecovery(recovery, Money.FromYuan(5m), "R-1"), "receipt");
        Assert.Equal((2, 1, 1, 1, 1), (await town.CountAsync("fnd_commitment"), await town.CountAsync("fnd_objection"), await town.CountAsync("fnd_batch"), await town.CountAsync("fnd_attempt"), await town.CountAsync("fnd_recovery")));
        Assert.Equal((20m, -5m), (await town.BalanceAsync(FundStage.Paid), await town.BalanceAsync(FundStage.Recovered)));
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task DecisionWithdrawnWhileTheFileGoesOut_IsTakenBack_OrToldThatItIsTooLate(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        for (var round = 1; round <= Rounds; round++)
        {
            var (first, second) = ((2 * round) - 1, 2 * round);
            await town.CommitAsync(PaymentsScenario.Claim(first, 10m, settlement: SettlementKind.Supplier), PaymentsScenario.Claim(second, 20m, settlement: SettlementKind.Supplier));
            var batch = (await town.DoneAsync(new MakeBatch())).Batch;
            await town.DoneAsync(new ReleaseBatch(batch), PaymentsScenario.Checker);
            var export = Task.Run(() => town.SendAsync(new ExportBatch(batch)));
            var release = Task.Run(() => town.SendAsync(new ReleaseCommitment(first, "撤销")));
            var (exported, released) = ((await export).ShouldSucceed(), await release);
            if (!released.IsSuccess)
            {
                released.ShouldBeProblem(FundsProblems.HandedOverAlready);
            }

            Assert.Equal(released.IsSuccess ? (1, 20m) : (2, 30m), (exported.Items, exported.Amount.Yuan));
            Assert.Equal(released.IsSuccess ? PaymentStage.Released : PaymentStage.HandedOver, await town.StageAsync(first));
        }

        await town.ShouldAddUpAsync();
    }

    /// <summary>Everybody does everything at once, on few payments and several lines in every order: nobody waits for ever, no answer is a fault of the machine, and the books are sound.</summary>
    [DatabaseTheory, DatabaseData]
    public async Task EverythingAtOnce_NoFault_AndTheBooksAddUp(TestDatabase test)
    {
        const int Workers = 8;
        const int StepsOfEach = 60;
        await using var town = await PaymentsScenario.StartAsync(test, capital: 3_000m);
        var codes = new System.Collections.Concurrent.ConcurrentBag<string>();
        var work = Enumerable.Range(1, Workers).Select(worker => Task.Run(async () =>
        {
            var draws = new Random(worker);
            for (var step = 0; step < StepsOfEach; step++)
            {
                codes.Add(await PaymentSteps.TakeAsync(town, draws, (1_000 * worker) + step));
            }
        })).ToList();
        await Task.WhenAll(work).WaitAsync(TimeSpan.FromMinutes(2));

        Assert.DoesNotContain(codes, code => code.StartsWith("OPS-", StringComparison.Ordinal));
        Assert.True(codes.Count(c => c == "") > Workers * StepsOfEach / 4, string.Join(", ", codes.CountBy(c => c)));
        await town.ShouldAddUpAsync();
        await town.GetAsync(new VerifyBooks());
        (await AuditLog.VerifyAsync(test.Database)).ShouldSucceed();
    }

    private static Task<Result<T>[]> AtOnceAsync<T>(int count, Func<int, Task<Result<T>>> send) => Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => send(i))));

    private static async Task<long> BatchAsync(PaymentsScenario town, long entitlement)
    {
        await town.CommitAsync(PaymentsScenario.Claim(entitlement, 10m, settlement: SettlementKind.Supplier));
        return (await town.DoneAsync(new MakeBatch())).Batch;
    }
}
