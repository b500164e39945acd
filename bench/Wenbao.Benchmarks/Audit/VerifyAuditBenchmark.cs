using System.Globalization;
using Wenbao.Benchmarks.Runner;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;

namespace Wenbao.Benchmarks.Audit;

/// <summary>How long is an auditor kept waiting for the proof of a year's audit?</summary>
internal sealed class VerifyAuditBenchmark : Benchmark
{
    private const long Links = 1_000_000;
    private IReadOnlyList<KeptAnchor> anchors = [];

    public override string Name => "audit-verify";

    public override string Question => "how long does it take to prove a chain of a million links against a thousand anchors?";

    public override string Unit => "links";

    public override TimeSpan? Limit => TimeSpan.FromSeconds(10);

    public override async Task PrepareAsync(BenchSpace space)
    {
        await space.MigrateAsync<PlatformDb>();
        anchors = await MadeChain.WriteAsync(space.Database, Links, n => ("voucher/" + n.ToString(CultureInfo.InvariantCulture), MadeChain.DigestOf(n)));
    }

    public override async Task<long> RunAsync(BenchSpace space, int round)
    {
        var report = await AuditLog.VerifyAsync(space.Database, anchors);
        WrongAnswerException.Unless(report is { IsSuccess: true, Value: { Head.Sequence: Links, Anchors: (int)(Links / 1000) } }, report.Problem?.ToString() ?? "The chain is not the one that was made.");
        return Links;
    }
}
