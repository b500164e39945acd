using System.Numerics;
using System.Text.Json;
using CsCheck;
using Wenbao.Feel;
using Wenbao.Policies.Deciding;

namespace Wenbao.Policies.Tests.Deciding;

/// <summary>What holds for every case of every policy, whatever is missing.</summary>
public sealed class DecisionLawTests
{
    private const int CasesPerPolicy = 120;

    private static readonly Gen<int> Seeds = Gen.Int[0, int.MaxValue - 1];
    private static readonly CaseRunner Runner = new(JimoPack.Library);

    public static TheoryData<string> Policies => [.. JimoPack.Library.Policies.Select(p => p.Id)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Decision_IsThatOfThePlainEvaluationAndOfTrial(string policy)
    {
        var plain = new PlainEvaluation(JimoPack.Library.FindProgram(policy).ShouldSucceed());
        var values = new TrialValues(plain.Program.Policy, plain.Program.Model.InputSlots);
        var draws = new CaseDraws(plain.Program.Policy);
        Seeds.Sample(seed => Agrees(plain, values, draws.Draw(seed, nulls: 20)), iter: CasesPerPolicy, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void TakingADatumAway_NeverMakesADefiniteFailureEligible_AndNeverRefusesTheEligible(string policy)
    {
        var program = JimoPack.Library.FindProgram(policy).ShouldSucceed();
        var draws = new CaseDraws(program.Policy);
        var missable = Enumerable.Range(0, program.Policy.Inputs.Count).Where(i => program.Policy.Inputs[i].NullKind == NullKind.Unknown).ToList();
        if (missable.Count == 0)
        {
            return;
        }

        Seeds.Sample(
            seed =>
            {
                var frame = program.NewFrame();
                Assert.Null(InputJson.Fill(program, draws.Draw(seed, nulls: 0), frame));
                var before = program.Decide(frame);
                frame[program.Model.InputSlots[missable[seed % missable.Count]]] = FeelValue.Null;
                var after = program.Decide(frame);
                Assert.True(before.Outcome != Outcome.Ineligible || after.Outcome != Outcome.Eligible, "A definite failure became eligible.");
                Assert.True(before.Outcome != Outcome.Eligible || after.Outcome != Outcome.Ineligible, "An eligible case is refused although the datum may be what it was.");
            },
            iter: CasesPerPolicy,
            threads: 1);
    }

    private static void Agrees(PlainEvaluation plain, TrialValues values, JsonElement inputs)
    {
        var policy = plain.Program.Policy;
        var frame = plain.Frame(inputs);
        var failed = plain.Failed(frame);
        if (failed == 0 && plain.Amount(frame) is { } amount && Math.Abs(amount) > DecisionProgram.AmountYuanMax)
        {
            Runner.Decide(policy.Id, inputs).ShouldBeProblem(PolicyProblems.AmountMissing);
            return;
        }

        var decided = Runner.Decide(policy.Id, inputs).ShouldSucceed();
        Assert.Equal(Names(policy, failed), string.Join(' ', decided.Failed));
        Assert.Equal(failed == 0 ? plain.Amount(frame) : 0m, decided.AmountYuan);

        uint unknown = 0;
        for (var rest = failed; rest != 0; rest &= rest - 1)
        {
            var condition = BitOperations.TrailingZeroCount(rest);
            unknown |= plain.HoldsForSome(frame, condition, values) ? 1u << condition : 0;
        }

        Assert.True(Names(policy, unknown) == string.Join(' ', decided.Unknown), $"By trial [{Names(policy, unknown)}] could hold, not [{string.Join(' ', decided.Unknown)}]: {inputs}");
        Assert.Equal(failed == 0 ? Outcome.Eligible : failed == unknown ? Outcome.Undetermined : Outcome.Ineligible, decided.Outcome);
        PassAgrees(plain, inputs, decided);
    }

    /// <summary>A pass stops at the first definite failure; its outcome and failed conditions are the same.</summary>
    private static void PassAgrees(PlainEvaluation plain, JsonElement inputs, DecidedCase decided)
    {
        var frame = plain.Program.NewFrame();
        Assert.Null(InputJson.Fill(plain.Program, inputs, frame));
        var passed = plain.Program.DecideOutcome(frame);
        Assert.Equal(decided.Outcome, passed.Outcome);
        Assert.Equal(string.Join(' ', decided.Failed), Names(plain.Program.Policy, passed.Failed));
        Assert.Equal(decided.AmountYuan, passed.AmountYuan);
        Assert.Equal(passed.Outcome == Outcome.Undetermined ? passed.Failed : 0u, passed.Unknown);
    }

    private static string Names(Policy policy, uint mask) => string.Join(' ', policy.Conditions.Where((_, i) => (mask & (1u << i)) != 0).Select(c => c.Id));
}
