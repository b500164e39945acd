using Wenbao.Crash.Sites;
using Wenbao.Platform.Data;

namespace Wenbao.Crash;

/// <summary>Two processes on one database send the same commands under the same keys at the same time, as a server and a command line do: each is carried out once, each event handled once, and both get the same answers.</summary>
public sealed class TwoProcessesTests
{
    [Theory, InlineData(DatabaseKind.Sqlite), InlineData(DatabaseKind.PostgreSql)]
    public async Task SameCommandsFromBoth_AreCarriedOutOnce(DatabaseKind kind)
    {
        Servers.Need(kind);
        var undisturbed = await Undisturbed.OfAsync(kind);
        await using var site = await CrashSite.CreateAsync(kind);
        await using var one = site.Start();
        await using var other = site.Start();
        Assert.False(await one.EndAsync());
        Assert.False(await other.EndAsync());
        site.ShouldAnswer(one, undisturbed);
        site.ShouldAnswer(other, undisturbed);
        await site.CheckAsync();
        Assert.Equal(undisturbed.EndStateWithoutDays, await site.EndStateAsync(withDays: false));
    }
}
