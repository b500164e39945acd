using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>A payment that an officer holds is stopped up to the release of its batch, and not later.</summary>
public sealed class HoldPaymentTests
{
    private const string Officer = "policy-officer";

    [DatabaseTheory, DatabaseData]
    public async Task HeldPayment_StaysOutOfBatches_AtEveryStage(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 100m), PaymentsScenario.Claim(2, 50m), PaymentsScenario.Claim(3, 20m));
        // Before publicity, in publicity, after it.
        await town.DoneAsync(new HoldPayment(1, true, "核实中"), Officer);
        Assert.Equal((PaymentStage.Held, true, "核实中"), await ShownAsync(town, 1));
        var list = await town.DoneAsync(new PublishList());
        await town.DoneAsync(new HoldPayment(2, true, "核实中"), Officer);
        town.MoveTo(list.Until.AddDays(1));
        var made = await town.DoneAsync(new MakeBatch());
        Assert.Equal(1, made.Items);

        // Out of the batch that nobody has released yet: a batch that nothing is left in is withdrawn.
        Assert.Equal(made.Batch, (await town.DoneAsync(new HoldPayment(3, true, "核实中"), Officer)).LeftBatch);
        Assert.Equal((PaymentStage.Held, true, "核实中"), await ShownAsync(town, 3));
        (await town.SendAsync(new ReleaseBatch(made.Batch), PaymentsScenario.Checker)).ShouldBeProblem(FundsProblems.BatchWithdrawn);
        (await town.SendAsync(new MakeBatch())).ShouldBeProblem(FundsProblems.NothingCleared);
        await town.ShouldAddUpAsync();

        // The first was on no list yet and is published now; the others go on where they were.
        foreach (var (entitlement, stage) in new[] { (1L, PaymentStage.Committed), (2L, PaymentStage.Payable), (3L, PaymentStage.Payable) })
        {
            await town.DoneAsync(new HoldPayment(entitlement, false), Officer);
            Assert.Equal((stage, false, null), await ShownAsync(town, entitlement));
        }

        town.MoveTo((await town.DoneAsync(new PublishList())).Until.AddDays(1));
        await town.ReadAllAsync(PaymentsScenario.Answers((await town.HandOverAsync()).File));
        Assert.All(await town.GetAsync(new FindPayments([1, 2, 3])), p => Assert.Equal(PaymentStage.Paid, p.Stage));
        await town.ShouldAddUpAsync();
    }

    [DatabaseTheory, DatabaseData]
    public async Task TooLate_IsSaidWithHowFarTheMoneyIs(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.PublishAsync(PaymentsScenario.Claim(1, 100m));
        (await town.SendAsync(new HoldPayment(9, true, "核实中"), Officer)).ShouldBeProblem(FundsProblems.NothingCommitted);
        (await town.SendAsync(new HoldPayment(1, true, "核实中"), "owner")).ShouldBeProblem(OperationProblems.NotAllowed);
        var made = await town.DoneAsync(new MakeBatch());
        await town.DoneAsync(new ReleaseBatch(made.Batch), PaymentsScenario.Checker);
        await TooLateAsync(town, "已放行");
        await town.DoneAsync(new ExportBatch(made.Batch));
        await TooLateAsync(town, "已送交银行");
        var answers = PaymentsScenario.Answers((await town.GetAsync(new GetBatchFile(made.Batch))).Content);
        await town.ReadAsync(answers[0]);
        await TooLateAsync(town, "已送交银行");
        await town.ReadAsync(answers[1]);
        await TooLateAsync(town, "已付出");
    }

    [DatabaseTheory, DatabaseData]
    public async Task ObjectionAndOfficer_BothHold_UntilBothLetGo(TestDatabase test)
    {
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 100m));
        var list = await town.DoneAsync(new PublishList());
        var objection = await town.DoneAsync(new RaiseObjection(list.List, 1, "已停产"), actor: null);
        await town.DoneAsync(new HoldPayment(1, true, "核实中"), Officer);
        (await town.SendAsync(new HoldPayment(1, false), Officer)).ShouldBeProblem(FundsProblems.HeldByObjection);
        Assert.True((await town.DoneAsync(new ResolveObjection(objection.Objection, false, "在产"))).IsHeld);
        Assert.Equal(PaymentStage.Held, await town.StageAsync(1));
        await town.DoneAsync(new HoldPayment(1, false), Officer);
        Assert.Equal(PaymentStage.Published, await town.StageAsync(1));
    }

    private static async Task TooLateAsync(PaymentsScenario town, string how)
    {
        var problem = (await town.SendAsync(new HoldPayment(1, true, "核实中"), Officer)).ShouldBeProblem(FundsProblems.HoldTooLate);
        Assert.Contains(how, problem.What.Zh, StringComparison.Ordinal);
    }

    private static async Task<(PaymentStage, bool, string?)> ShownAsync(PaymentsScenario town, long entitlement)
    {
        var state = await town.StateAsync(entitlement);
        return (state.Stage, state.IsHeldByOfficer, state.Reason);
    }
}
