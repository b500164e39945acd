using CsCheck;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Tests.Payments;

/// <summary>What the bank says may come twice and in any order: it comes to the same.</summary>
public sealed class BankMessageLawTests
{
    private static readonly BankBehaviour[] Behaviours =
    [
        new() { Rejections = 2, Returns = 1 },
        new() { Rejections = 1, AnswersTwice = true, AnswersPartly = true, NamesUnknown = true },
        new() { Rejections = 2, Returns = 2, AnswersPartly = true, DaysLate = 3 },
        new() { Rejections = 2, IsBrief = true, Returns = 1 },
    ];

    /// <summary>Every permutation drawn, with repetitions, gives the picture that the messages give in their own order: stages, states, money by entitlement, level and stage, open exceptions, movements.</summary>
    [Fact]
    public async Task AnyOrderAndRepetition_GivesTheSamePicture()
    {
        await Gen.Select(Gen.Int[0, Behaviours.Length - 1], Gen.Int[3, 8], Gen.Int.Array[60]).SampleAsync(
            async (behaviour, payments, order) =>
            {
                var straight = await PictureAsync(Behaviours[behaviour], payments, messages => messages);
                var mixed = await PictureAsync(Behaviours[behaviour], payments, messages => Mixed(messages, order));
                Assert.Equal(straight, mixed);
            },
            iter: 12,
            threads: 1);
    }

    /// <summary>A bank that contradicts itself, rejecting what it booked and booking twice, still comes to one picture.</summary>
    [Fact]
    public async Task Contradictions_ComeToTheSame_InAnyOrder()
    {
        await Gen.Int.Array[30].SampleAsync(
            async order =>
            {
                var straight = await PictureAsync(new BankBehaviour(), 4, messages => messages, contradict: true);
                var mixed = await PictureAsync(new BankBehaviour(), 4, messages => Mixed(messages, order), contradict: true);
                Assert.Equal(straight, mixed);
            },
            iter: 6,
            threads: 1);
    }

    /// <summary>A payment that left twice and came back once is paid: the payee keeps one payment, whatever came first and however often it is said.</summary>
    [Fact]
    public async Task TwoDebitsAndOneReturn_ArePaid_InAnyOrder()
    {
        foreach (var order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [0, 2, 0, 1, 2, 1], [2, 2, 1, 1, 0, 0]])
        {
            await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
            await using var town = await PaymentsScenario.StartAsync(test);
            await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
            var (batch, _) = await town.HandOverAsync();
            town.MoveTo(town.Today.AddDays(10));
            var moves = Moves(batch, town.Today.AddDays(-5));
            foreach (var i in order)
            {
                (await town.TryReadAsync(moves[i])).ShouldSucceed();
            }

            Assert.Equal(PaymentStage.Paid, await town.StageAsync(1));
            Assert.Equal((10m, 0m, 0m), (await town.BalanceAsync(FundStage.Paid), await town.BalanceAsync(FundStage.Returned), await town.BalanceAsync(FundStage.Payable)));
            Assert.Empty(await town.RowsAsync("SELECT kind FROM fnd_exception WHERE closed_by IS NULL"));
            (await town.SendAsync(new MendPayment(1, PaymentsScenario.PayeeOf(1), "再付"))).ShouldBeProblem(FundsProblems.NotReturned);
            var days = (await town.GetAsync(new GetReconciliation(town.Today.AddDays(-10), town.Today))).Days;
            Assert.Equal((10m, 10m, 10m), (days.Sum(d => d.Paid.Yuan), days.Sum(d => (d.Debits - d.UnexplainedDebits).Yuan), days.Sum(d => d.UnexplainedCredits.Yuan)));
            await town.ShouldAddUpAsync();
        }
    }

    /// <summary>What else debits and returns of one payment come to, and whether somebody must look at it.</summary>
    [Theory]
    [InlineData("0", PaymentStage.Paid, false)]
    [InlineData("01", PaymentStage.Paid, true)]
    [InlineData("02", PaymentStage.Returned, false)]
    [InlineData("2", PaymentStage.HandedOver, false)]
    [InlineData("0123", PaymentStage.Returned, false)]
    [InlineData("3210", PaymentStage.Returned, false)]
    [InlineData("0214", PaymentStage.Paid, true)]
    [InlineData("4120", PaymentStage.Paid, true)]
    public async Task DebitsAndReturns_AreCounted(string moves, PaymentStage stage, bool isDoubtful)
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var town = await PaymentsScenario.StartAsync(test);
        await town.CommitAsync(PaymentsScenario.Claim(1, 10m, settlement: SettlementKind.Supplier));
        var (batch, _) = await town.HandOverAsync();
        town.MoveTo(town.Today.AddDays(10));
        var all = Moves(batch, town.Today.AddDays(-5));
        foreach (var move in moves)
        {
            (await town.TryReadAsync(all[move - '0'])).ShouldSucceed();
        }

        Assert.Equal(stage, await town.StageAsync(1));
        Assert.Equal(isDoubtful ? ["PaidTwice"] : [], await town.RowsAsync("SELECT kind FROM fnd_exception WHERE closed_by IS NULL"));
        await town.ShouldAddUpAsync();
    }

    /// <summary>Statements of one payment of 10 yuan: two debits, two returns, a third debit.</summary>
    private static byte[][] Moves(long batch, DateOnly day)
    {
        var (name, ten) = ($"000000B{batch:000000}N000001", Money.FromYuan(10m));
        return
        [
            Statements.Debit(name, ten, day, "D1"),
            Statements.Debit(name, ten, day.AddDays(1), "D2"),
            Statements.Return(name, ten, day.AddDays(2), "R1"),
            Statements.Return(name, ten, day.AddDays(3), "R2"),
            Statements.Debit(name, ten, day.AddDays(4), "D3"),
        ];
    }

    private static async Task<string> PictureAsync(BankBehaviour behaviour, int payments, Func<List<SimulatedFile>, List<SimulatedFile>> arrange, bool contradict = false)
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var town = await PaymentsScenario.StartAsync(test, capital: 100_000m);
        await town.CommitAsync([.. Enumerable.Range(1, payments).Select(i => PaymentsScenario.Claim(
            i, 10m + (0.07m * i), i % 3 == 0 ? PaymentsScenario.Pension : PaymentsScenario.Award, SettlementKind.Supplier, new FundShares(0, 30, 30, 40)))]);
        var (_, file) = await town.HandOverAsync();
        var messages = PaymentsScenario.Answers(file, behaviour).ToList();
        if (contradict)
        {
            messages.AddRange(PaymentsScenario.Answers(file, new BankBehaviour { Rejections = 2, DaysLate = 2, RejectionReason = "AC06" }));
            messages.AddRange(PaymentsScenario.Answers(file, new BankBehaviour { Rejections = 3, DaysLate = 2, RejectionReason = "AC04", IsBrief = true }).Take(1));
        }

        town.MoveTo(town.Today.AddDays(10));
        await town.ReadAllAsync(arrange(messages));
        await town.ShouldAddUpAsync();
        return await town.PictureAsync();
    }

    /// <summary>Each message at least once, some again, in the order of the numbers drawn.</summary>
    private static List<SimulatedFile> Mixed(List<SimulatedFile> messages, int[] order)
    {
        var often = messages.Concat(messages.Where((_, i) => order[i] % 2 == 0)).ToList();
        return [.. often.Select((m, i) => (m, Key: order[i % order.Length])).OrderBy(p => p.Key).Select(p => p.m)];
    }
}
