using System.Globalization;
using Wenbao.Crash.Sites;
using Wenbao.Platform.Data;

namespace Wenbao.Crash;

/// <summary>Processes are killed at random moments and started again. <c>WENBAO_CRASH_KILLS</c> says how often on both systems together; <c>eng/crash</c> says 200.</summary>
public sealed class RandomMomentTests
{
    private const int KillsWhenNotTold = 20;
    private const int KillsOfADistrictMax = 5;

    private static int Kills { get; } = int.TryParse(Environment.GetEnvironmentVariable("WENBAO_CRASH_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : KillsWhenNotTold;

    /// <summary>Whether somebody has time for every point there is.</summary>
    public static bool IsThorough => Kills >= 100;

    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task KilledAtAnyMoment_TheEndIsThatOfAnUndisturbedRun(DatabaseKind kind)
    {
        Servers.Need(kind);
        var undisturbed = await Undisturbed.OfAsync(kind);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var left = Kills / 2; left > 0;)
        {
            await using var site = await CrashSite.CreateAsync(kind);
            var moments = new List<string>();
            for (var kills = Math.Min(left, KillsOfADistrictMax); kills > 0; kills--, left--)
            {
                // What was done before is only answered again, so a later kill comes later in the script.
                await using var run = site.Start();
                await run.ReadyAsync();
                var wait = undisturbed.Worked / KillsOfADistrictMax * random.NextDouble() * 1.5;
                await Task.Delay(wait);
                run.Kill();
                await run.EndAsync();
                site.ShouldAnswer(run, undisturbed);
                moments.Add(string.Create(CultureInfo.InvariantCulture, $"{wait.TotalMilliseconds:0} ms, after {run.Commits.LastOrDefault()?.ToString() ?? "nothing"}"));
                await site.CheckAsync();
            }

            await site.ShouldEndAsAsync(undisturbed, $"Seed {seed}, killed at {string.Join("; ", moments)}:");
        }
    }
}
