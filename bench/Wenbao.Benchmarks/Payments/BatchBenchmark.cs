using Wenbao.Benchmarks.Runner;
using Wenbao.Funds;
using Wenbao.Platform.Operations;

namespace Wenbao.Benchmarks.Payments;

/// <summary>How long do finance officer and approver wait for a large batch and its file?</summary>
internal sealed class BatchBenchmark : Benchmark
{
    private const int Payments = 15_000;
    private BenchTown? town;

    public override string Name => "batch-file";

    public override string Question => "how long does it take to make a batch of 15,000 payments, release it, hand it over and fetch its file, checked against the schema?";

    public override string Unit => "payments";

    public override TimeSpan? Limit => TimeSpan.FromSeconds(5);

    public override async Task PrepareAsync(BenchSpace space) => town = await BenchTown.OpenAsync(space);

    /// <summary>Money is committed for so many that need no publicity.</summary>
    public override async Task ResetAsync(BenchSpace space, int round)
    {
        var claims = Enumerable.Range(1, Payments).Select(n => town!.Claim((round * Payments) + n, SettlementKind.Pay, new FundShares(0, 50, 0, 50))).ToList();
        var committed = await town!.SendAsync(DemoUsers.Operator, new CommitFunds(claims));
        WrongAnswerException.Unless(committed.Committed.Count == Payments, $"{committed.Committed.Count} commitments were made.");
    }

    public override async Task<long> RunAsync(BenchSpace space, int round)
    {
        var made = await town!.SendAsync(BenchTown.Maker, new MakeBatch());
        await town.SendAsync(BenchTown.Checker, new ReleaseBatch(made.Batch));
        var handedOver = await town.SendAsync(BenchTown.Maker, new ExportBatch(made.Batch));
        var file = await town.AskAsync(BenchTown.Maker, new GetBatchFile(made.Batch));
        WrongAnswerException.Unless(made.Items == Payments && handedOver.Items == Payments && file.Digest == handedOver.Digest, $"{made.Items} payments are in the batch.");
        return made.Items;
    }

    public override ValueTask EndAsync() => town?.DisposeAsync() ?? ValueTask.CompletedTask;
}
