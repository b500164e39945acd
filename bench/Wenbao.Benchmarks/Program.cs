using System.Globalization;
using Wenbao.Benchmarks.Audit;
using Wenbao.Benchmarks.Payments;
using Wenbao.Benchmarks.Policies;
using Wenbao.Benchmarks.Runner;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

Benchmark[] all = [new VerifyAuditBenchmark(), new GrantBenchmark(), new BatchBenchmark(), new VerifyBooksBenchmark(), new SimulateBenchmark()];

var rounds = Option("--rounds") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
var system = Option("--system");
var names = args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
var chosen = all.Where(b => names.Count == 0 || names.Contains(b.Name)).ToList();
if (chosen.Count == 0 || args.Contains("--help"))
{
    await Console.Error.WriteLineAsync($"[NAME…] [--system sqlite|postgresql] [--rounds N] [--out FILE]; names: {string.Join(", ", all.Select(b => b.Name))}");
    return 2;
}

var yardstick = Yardstick.Measure();
var measurements = new List<Measurement>();
foreach (var benchmark in chosen)
{
    foreach (var kind in benchmark.Systems.Where(k => system is null || k.ToString().Equals(system, StringComparison.OrdinalIgnoreCase)))
    {
        if (kind == DatabaseKind.PostgreSql && BenchSpace.Server is null && PostgresServer.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync($"{benchmark.Name}: {missing}");
            continue;
        }

        var taken = await Measurement.TakeAsync(benchmark, kind, rounds);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{benchmark.Name} {kind}: {taken.Median.TotalSeconds:0.00} s for {taken.Units:#,##0} {benchmark.Unit}"));
        measurements.Add(taken);
    }
}

var report = Report.Of(measurements, yardstick, rounds, "dotnet run -c Release --project bench/Wenbao.Benchmarks" + string.Concat(args.TakeWhile(a => a != "--out").Select((a, i) => (i == 0 ? " -- " : " ") + a)));
Console.Write(report);
if (Option("--out") is { } file)
{
    await File.WriteAllTextAsync(file, report);
}

return measurements.All(m => m.IsWithinLimit) ? 0 : 1;

string? Option(string name) => Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
