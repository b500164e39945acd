using Wenbao.Platform.Data;

namespace Wenbao.Cli.Tests;

/// <summary>What an auditor does at the command line.</summary>
public sealed class AuditTests(TinyTown tiny)
{
    [Fact]
    public async Task SoundDistrict_IsProved_AndTheProofIsOnRecord()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        var first = (await tiny.RunOnAsync(data, "audit", "verify", "--json", "--as", "auditor")).ShouldSucceed().Json();
        Assert.Equal((1, 1, true), (first.GetProperty("links").GetInt64(), first.GetProperty("anchors").GetInt32(), first.GetProperty("recorded").GetBoolean()));

        var second = (await tiny.RunOnAsync(data, "audit", "verify", "--no-record", "--json")).ShouldSucceed().Json();
        Assert.Equal((2, 2, false), (second.GetProperty("links").GetInt64(), second.GetProperty("anchors").GetInt32(), second.GetProperty("recorded").GetBoolean()));

        var shown = (await tiny.RunOnAsync(data, "audit", "show", "--json")).ShouldSucceed().Json().EnumerateArray().ToList();
        Assert.Equal(["auditor RecordAuditVerification audit", "operator DecideRegistry match/2021-09-30"], shown.Select(l => $"{l.GetProperty("actor")} {l.GetProperty("operation")} {l.GetProperty("subject")}"));
        Assert.Equal(first.GetProperty("hash").GetString(), shown[0].GetProperty("digest").GetString());
    }

    [Theory]
    [InlineData("UPDATE plt_audit SET actor = 'somebody' WHERE sequence = 1", "AUD-0001", "plt_audit:1")]
    [InlineData("DELETE FROM plt_audit WHERE sequence = 1", "AUD-0002", "plt_audit:1")]
    [InlineData("DELETE FROM plt_audit WHERE sequence = 2", "AUD-0003", "plt_audit:2")]
    public async Task TamperedDistrict_IsRefused_AtTheFirstBadLink(string tampering, string code, string place)
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        (await tiny.RunOnAsync(data, "audit", "verify")).ShouldSucceed();
        var copy = Path.Combine(folder.Path, "copy.anchor");
        File.Copy(Path.Combine(data, "audit.anchor"), copy);
        await using (var database = Database.InFile(Path.Combine(data, "wenbao.db")))
        await using (var work = await database.BeginAsync())
        {
            await work.ExecuteAsync("DROP TRIGGER plt_audit_no_update; DROP TRIGGER plt_audit_no_delete; " + tampering);
            await work.CommitAsync();
        }

        var refused = (await tiny.RunOnAsync(data, "audit", "verify", "--lang", "en")).ShouldRefuse(code);
        Assert.Contains(place, refused.Error, StringComparison.Ordinal);

        // Without the own file, only a copy kept elsewhere knows of a tail.
        File.Delete(Path.Combine(data, "audit.anchor"));
        (await tiny.RunOnAsync(data, "audit", "verify", "--anchors", copy)).ShouldRefuse(code);
    }

    [Fact]
    public async Task Links_AreShownFromANumberOn_OrFromTheEnd()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        for (var i = 0; i < 3; i++)
        {
            (await tiny.RunOnAsync(data, "audit", "verify")).ShouldSucceed();
        }

        Assert.Equal([2L, 3L], await NumbersAsync("--from", "2", "--take", "2"));
        Assert.Equal([4L, 3L], await NumbersAsync("--take", "2"));
        Assert.Equal([1L], await NumbersAsync("--subject", "match/2021-09-30"));
        Assert.Empty(await NumbersAsync("--actor", "auditor"));
        Assert.Empty(await NumbersAsync("--day", "2020-01-01"));
        Assert.Contains("go on with --from 3", (await tiny.RunOnAsync(data, "audit", "show", "--from", "1", "--take", "2", "--lang", "en")).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Equal(WenbaoCommand.Misused, (await tiny.RunOnAsync(data, "audit", "show", "--take", "0")).ExitCode);

        async Task<IEnumerable<long>> NumbersAsync(params IReadOnlyList<string> options) =>
            (await tiny.RunOnAsync(data, ["audit", "show", "--json", .. options])).ShouldSucceed().Json().EnumerateArray().Select(l => l.GetProperty("link").GetInt64());
    }

    [Fact]
    public async Task OtherDuties_SeeNoAudit() => (await tiny.RunAsync("audit", "show", "--as", "finance-officer")).ShouldRefuse("OPS-0003");

    [Fact]
    public async Task AnchorsThatCannotBeKept_AreTold_ButRefuseNothing()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        File.Delete(Path.Combine(data, "audit.anchor"));
        Directory.CreateDirectory(Path.Combine(data, "audit.anchor"));
        var run = (await tiny.RunOnAsync(data, "clock", "show")).ShouldSucceed();
        Assert.Equal("", run.Error);

        folder.With("firms.csv", "firm_no,apprentices\nNEW1,1\n");
        run = (await tiny.RunOnAsync(data, "import", "enterprise", Path.Combine(folder.Path, "firms.csv"))).ShouldSucceed();
        Assert.Contains("AUD-0011", run.Error, StringComparison.Ordinal);
    }
}
