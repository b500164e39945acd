using System.Diagnostics;
using System.Globalization;
using Wenbao.Crash.Child;
using Wenbao.Crash.Sites;
using Wenbao.Platform.Data;

namespace Wenbao.Crash;

/// <summary>A process is killed around commits, one after the other on one district; each next process sends everything again.</summary>
/// <remarks>
/// Every kind of commit is taken once on each system: where it comes first on one and where it comes last on the other, before it on one and after it on the other, since what is stored is the same
/// before a commit and after the one ahead of it. Of the marks that an event was handed out, which are all alike, one is taken.
/// Where <c>WENBAO_CRASH_KILLS</c> asks for 100 kills or more, as <c>eng/crash</c> does, every commit of every command is taken, before and after, on both systems.
/// </remarks>
public sealed class CommitPointTests
{
    private const string Marks = "outbox/";

    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task KilledAroundEveryKindOfCommit_TheEndIsThatOfAnUndisturbedRun(DatabaseKind kind)
    {
        Servers.Need(kind);
        var undisturbed = await Undisturbed.OfAsync(kind);
        var start = Stopwatch.GetTimestamp();
        var kills = 0;
        await using var site = await CrashSite.CreateAsync(kind);
        foreach (var (at, isBefore) in RandomMomentTests.IsThorough ? All(undisturbed) : Chosen(undisturbed, kind))
        {
            var point = new KillPoint(isBefore, at, site.IsPast(at.Command, undisturbed));
            await using var run = site.Start(point);
            Assert.True(await run.EndAsync(), $"The child was not killed {point}.");
            site.ShouldAnswer(run, undisturbed);
            await site.CheckAsync();
            kills++;
        }

        await site.ShouldEndAsAsync(undisturbed);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {kills} kills in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
    }

    private static IEnumerable<(CommitPoint At, bool IsBefore)> All(Undisturbed undisturbed) => undisturbed.Commits.Distinct().SelectMany(at => new[] { (at, true), (at, false) });

    private static IEnumerable<(CommitPoint At, bool IsBefore)> Chosen(Undisturbed undisturbed, DatabaseKind kind) =>
        undisturbed.Commits.GroupBy(c => c.Work.StartsWith(Marks, StringComparison.Ordinal) ? Marks : c.Work)
            .Select((works, i) => (At: kind == DatabaseKind.Sqlite ? works.First() : works.Last(), IsBefore: (i + (int)kind) % 2 == 0))
            .OrderBy(point => undisturbed.Commits.ToList().IndexOf(point.At));
}
