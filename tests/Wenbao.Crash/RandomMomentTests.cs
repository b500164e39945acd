using System.Globalization;
using Wenbao.Crash.Sites;
using Wenbao.Platform.Data;

namespace Wenbao.Crash;

/// <summary>A process is killed at random moments, started again, perhaps killed again, and let finish. <c>WENBAO_CRASH_ROUNDS</c> says how many times; <c>eng/crash</c> says 200.</summary>
public sealed class RandomMomentTests
{
    private const int RoundsWhenNotTold = 20;
    private const int KillsMax = 3;

    private static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("WENBAO_CRASH_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : RoundsWhenNotTold;

    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task KilledAtAnyMoment_TheEndIsThatOfAnUndisturbedRun(DatabaseKind kind)
    {
        Servers.Need(kind);
        var undisturbed = await Undisturbed.OfAsync(kind);
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 1; round <= Rounds / 2; round++)
        {
            await using var site = await CrashSite.CreateAsync(kind);
            var kills = 0;
            for (var isKilled = true; isKilled;)
            {
                await using var run = site.Start();
                if (kills < KillsMax && (kills == 0 || random.Next(3) == 0))
                {
                    kills++;
                    await run.ReadyAsync();
                    await Task.Delay(undisturbed.Worked * random.NextDouble());
                    run.Kill();
                }

                isKilled = await run.EndAsync();
                await site.CheckAsync();
            }

            Assert.True(undisturbed.EndState == await site.EndStateAsync(), $"Round {round} of seed {seed}, {kills} kills:\n{await site.EndStateAsync()}\ninstead of\n{undisturbed.EndState}");
        }
    }
}
