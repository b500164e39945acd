using Wenbao.Benchmarks.Runner;
using Wenbao.Platform.Operations;
using Wenbao.Policies;

namespace Wenbao.Benchmarks.Payments;

/// <summary>How long does an officer wait who grants a whole month's claims at once?</summary>
internal sealed class GrantBenchmark : Benchmark
{
    private const int Firms = 10_800; // three in a hundred have a datum missing, so that more than 10,000 claim
    private const int Claims = 10_000;
    private const int Months = 10;
    private const string Policy = "monthly-stipend";
    private BenchTown? town;
    private long claimed;

    public override string Name => "grant";

    public override string Question => "how long does it take to decide 10,000 claims afresh, freeze the decisions, commit the money and tell the subjects, in one operation?";

    public override string Unit => "entitlements";

    public override TimeSpan? Limit => TimeSpan.FromSeconds(10);

    public override async Task PrepareAsync(BenchSpace space)
    {
        town = await BenchTown.OpenAsync(space);
        town.MoveTo(new DateOnly(2020, 12, 31));
        await town.PopulateAsync(Firms);
    }

    /// <summary>Everyone claims the next month.</summary>
    public override async Task ResetAsync(BenchSpace space, int round)
    {
        var month = new DateOnly(2020, 3 + (round % Months), 1);
        var found = await town!.SendAsync(DemoUsers.Operator, new ClaimFound([Policy], month, month.AddMonths(1).AddDays(-1)));
        claimed = found.Policies[0].ToDecide;
        WrongAnswerException.Unless(claimed >= Claims, $"{claimed} claims came in.");
    }

    public override async Task<long> RunAsync(BenchSpace space, int round)
    {
        var granted = await town!.SendAsync(BenchTown.Reviewer, new GrantClaims(null, [Policy]));
        WrongAnswerException.Unless(granted is { LeftCount: 0, Waiting: 0 } && granted.Granted == claimed, $"{granted.Granted} of {claimed} claims were granted.");
        return granted.Granted;
    }

    public override ValueTask EndAsync() => town?.DisposeAsync() ?? ValueTask.CompletedTask;
}
