using Wenbao.Crash.Sites;
using Wenbao.Platform.Data;

namespace Wenbao.Crash;

/// <summary>The disk has no room for what a process wants to write: it is told so by number, nothing is half-done, and with room again it goes on.</summary>
public sealed class CrampedDiskTests
{
    /// <summary>Files may grow to so many KiB: enough for the tables, not for the day's work.</summary>
    [Theory, InlineData(200), InlineData(1_500)]
    public async Task FilesMayNotGrow_IsAnsweredByNumber_AndGoesOnWithRoom(int roomKibibytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Files are limited by ulimit.");
        var undisturbed = await Undisturbed.OfAsync(DatabaseKind.Sqlite);
        await using var site = await CrashSite.CreateAsync(DatabaseKind.Sqlite);
        await using (var run = site.StartCramped(roomKibibytes))
        {
            var refusal = await run.RefusedAsync();
            Assert.Contains(refusal, (string[])["OPS-0007", "OPS-0009", "OPS-0010"]);
            Assert.True(run.Outcomes.Count < undisturbed.Outcomes.Count);
            site.ShouldAnswer(run, undisturbed);
        }

        await site.CheckAsync();
        await site.ShouldEndAsAsync(undisturbed);
    }
}
