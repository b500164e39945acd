using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Wenbao.Platform.Data;

namespace Wenbao.Benchmarks.Runner;

/// <summary>What is kept of a run: the machine, the command, and a line a measurement.</summary>
internal static class Report
{
    public static string Of(IReadOnlyList<Measurement> measurements, TimeSpan yardstick, int rounds, string command)
    {
        var text = new StringBuilder();
        var line = (FormattableString of) => text.AppendLine(FormattableString.Invariant(of));
        line($"# {Machine()}");
        line($"");
        line($"{Environment.ProcessorCount} processors, {Memory()} memory, {RuntimeInformation.OSDescription.Trim()}, .NET {Environment.Version}.");
        line($"PostgreSQL: {(BenchSpace.Server is null ? "a server of the run's own, which does not press its log onto the disk (fsync = off)" : "a server given by WENBAO_BENCH_POSTGRES")}.");
        line($"Command: `{command}`; {rounds} rounds after one to warm up; the median counts. Yardstick (a million SHA-256 of 300 bytes): {yardstick.TotalSeconds:0.00} s.");
        line($"");
        line($"| benchmark | system | units | median | shortest – longest | units/s | × yardstick | allocated | limit |");
        line($"| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var m in measurements)
        {
            var limit = m.Benchmark.Limit is { } most ? FormattableString.Invariant($"{most.TotalSeconds:0} s{(m.IsWithinLimit ? "" : " **exceeded**")}") : "–";
            line($"| {m.Benchmark.Name} | {Name(m.Kind)} | {m.Units:#,##0} {m.Benchmark.Unit} | {m.Median.TotalSeconds:0.00} s | {m.Times[0].TotalSeconds:0.00} – {m.Times[^1].TotalSeconds:0.00} s | {m.Units / m.Median.TotalSeconds:#,##0} | {m.Median / yardstick:0.0} | {m.AllocatedBytes / 1e6:#,##0.0} MB | {limit} |");
        }

        line($"");
        foreach (var benchmark in measurements.Select(m => m.Benchmark).DistinctBy(b => b.Name))
        {
            line($"- **{benchmark.Name}**: {benchmark.Question}");
        }

        return text.ToString();
    }

    /// <summary>The processor's name, as the file of its results is called.</summary>
    public static string Machine()
    {
        const string Known = "/proc/cpuinfo";
        var named = File.Exists(Known) ? File.ReadLines(Known).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return named is null ? RuntimeInformation.ProcessArchitecture.ToString() : named[(named.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string Memory() => string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30):0.0} GiB");

    private static string Name(DatabaseKind kind) => kind == DatabaseKind.Sqlite ? "SQLite" : "PostgreSQL";
}
