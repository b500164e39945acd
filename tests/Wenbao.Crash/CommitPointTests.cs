using Wenbao.Crash.Child;
using Wenbao.Crash.Sites;
using Wenbao.Platform.Data;

namespace Wenbao.Crash;

/// <summary>A process is killed before and after the first commit of every kind, one after the other on one district; each next process sends everything again.</summary>
public sealed class CommitPointTests
{
    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task KilledAroundEveryKindOfCommit_TheEndIsThatOfAnUndisturbedRun(DatabaseKind kind)
    {
        Servers.Need(kind);
        var undisturbed = await Undisturbed.OfAsync(kind);
        await using var site = await CrashSite.CreateAsync(kind);
        foreach (var work in undisturbed.Commits.Distinct())
        {
            foreach (var isBefore in (bool[])[true, false])
            {
                var point = new KillPoint(isBefore, work);
                await using var run = site.Start(point);
                Assert.True(await run.EndAsync(), $"The child was not killed {point}.");
                site.ShouldAnswer(run, undisturbed);
                await site.CheckAsync();
            }
        }

        await site.ShouldEndAsAsync(undisturbed);
    }
}
