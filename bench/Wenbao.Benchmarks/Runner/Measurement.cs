using System.Diagnostics;
using Wenbao.Platform.Data;

namespace Wenbao.Benchmarks.Runner;

/// <summary>The rounds of one benchmark on one system.</summary>
/// <param name="Benchmark">The benchmark.</param>
/// <param name="Kind">The system.</param>
/// <param name="Units">Units a round.</param>
/// <param name="Times">The rounds' times, shortest first.</param>
/// <param name="AllocatedBytes">Bytes allocated in the last round.</param>
internal sealed record Measurement(Benchmark Benchmark, DatabaseKind Kind, long Units, IReadOnlyList<TimeSpan> Times, long AllocatedBytes)
{
    public TimeSpan Median => Times[Times.Count / 2];

    public bool IsWithinLimit => Benchmark.Limit is not { } limit || Median <= limit;

    /// <summary>Runs one round to warm up, then the timed ones.</summary>
    public static async Task<Measurement> TakeAsync(Benchmark benchmark, DatabaseKind kind, int rounds)
    {
        await using var space = await BenchSpace.CreateAsync(kind);
        var times = new List<TimeSpan>();
        var (units, allocated) = (0L, 0L);
        try
        {
            await benchmark.PrepareAsync(space);
            await space.AnalyzeAsync();
            for (var round = 0; round <= rounds; round++)
            {
                await benchmark.ResetAsync(space, round);
                GC.Collect();
                GC.WaitForPendingFinalizers();
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var start = Stopwatch.GetTimestamp();
                units = await benchmark.RunAsync(space, round);
                var elapsed = Stopwatch.GetElapsedTime(start);
                allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
                if (round > 0)
                {
                    times.Add(elapsed);
                }
            }
        }
        finally
        {
            await benchmark.EndAsync();
        }

        return new Measurement(benchmark, kind, units, [.. times.Order()], allocated);
    }
}
