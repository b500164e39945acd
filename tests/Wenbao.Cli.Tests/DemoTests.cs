namespace Wenbao.Cli.Tests;

public sealed class DemoTests(JimoDistrict jimo, TinyTown tiny)
{
    [Fact]
    public void FirstStart_MakesDecidesAndTells() => Snapshot.Match(MadeDistrict.WithoutNumbers(jimo.Made.Transcript()));

    [Fact]
    public void SecondPack_RunsWithoutCode() => Snapshot.Match(tiny.Made.Transcript());

    [Fact]
    public async Task SecondStart_UsesTheDataAgain_AndShowsTheSame()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        var before = File.GetLastWriteTimeUtc(Path.Combine(data, "district.json"));
        var again = (await tiny.DemoAsync(data)).ShouldSucceed();
        Assert.Equal(Figures(tiny.Made.Out), Figures(again.Out));
        Assert.Contains("使用已有数据：种子 1", again.Out, StringComparison.Ordinal);
        Assert.Equal("", again.Error);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(data, "district.json")));
        Assert.Equal((await tiny.RunOnAsync(data, "match", "--json")).Out, (await tiny.DemoAsync(data, "--json")).Out);
    }

    [Fact]
    public async Task SameSeed_GivesTheSame_AnotherGivesAnother()
    {
        using var folder = new TestFolder();
        var same = (await tiny.DemoAsync(Path.Combine(folder.Path, "same"), "--json")).ShouldSucceed();
        var other = (await tiny.DemoAsync(Path.Combine(folder.Path, "other"), "--json", "--seed", "2")).ShouldSucceed();
        Assert.Equal((await tiny.RunAsync("match", "--json")).Out, same.Out);
        Assert.NotEqual(same.Out, other.Out);
    }

    [Fact]
    public async Task OtherSeedOrSize_IsRefused_AndLeavesTheData()
    {
        (await jimo.DemoAsync(jimo.Data, "--seed", "2")).ShouldRefuse("CLI-0002");
        (await jimo.RunAsync("demo", "--no-serve", "--population", "999")).ShouldRefuse("CLI-0002");
        Snapshot.Match((await jimo.RunAsync("demo", "--no-serve", "--lang", "en")).Transcript(), scrub: jimo.Scrub);
        (await jimo.DemoAsync(jimo.Data)).ShouldSucceed();
    }

    [Fact]
    public async Task DataOfAnotherPack_IsNotOpened()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        (await jimo.RunOnAsync(data, "demo", "--no-serve")).ShouldRefuse("CLI-0002");
        (await jimo.RunOnAsync(data, "match")).ShouldRefuse("CLI-0002");
        (await jimo.RunOnAsync(data, "serve")).ShouldRefuse("CLI-0002");
        (await tiny.RunOnAsync(data, "match")).ShouldSucceed();
    }

    [Fact]
    public async Task DatabaseTheDemoDidNotMake_IsNotOverwritten()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        var note = Path.Combine(data, "district.json");
        File.Delete(note);
        (await tiny.DemoAsync(data)).ShouldRefuse("CLI-0003");
        (await tiny.RunOnAsync(data, "match")).ShouldSucceed();
        await File.WriteAllTextAsync(note, "{ broken");
        (await tiny.DemoAsync(data)).ShouldRefuse("CLI-0003");
    }

    [Fact]
    public async Task BrokenOffMaking_IsNoDistrict_AndIsMadeAnew()
    {
        using var folder = new TestFolder();
        var data = tiny.CopyTo(folder);
        var note = Path.Combine(data, "district.json");
        await File.WriteAllTextAsync(note, (await File.ReadAllTextAsync(note)).Replace("\"isComplete\": true", "\"isComplete\": false", StringComparison.Ordinal));
        (await tiny.RunOnAsync(data, "match")).ShouldRefuse("CLI-0001");
        (await tiny.RunOnAsync(data, "serve")).ShouldRefuse("CLI-0001");
        Assert.Equal(Figures(tiny.Made.Out), Figures((await tiny.DemoAsync(data)).ShouldSucceed().Out));
        File.Delete(Path.Combine(data, "wenbao.db"));
        Assert.Equal(Figures(tiny.Made.Out), Figures((await tiny.DemoAsync(data)).ShouldSucceed().Out));
    }

    [Fact]
    public async Task StoppedMaking_EndsWith130_AndTheNextStartMakesItAnew()
    {
        using var folder = new TestFolder();
        var data = Path.Combine(folder.Path, "data");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var stopped = await CommandRun.OfAsync(["demo", "--no-serve", "--data", data, "--pack", Repository.PathOf("tests/packs/tiny-town")], stop.Token);
        Assert.Equal(WenbaoCommand.Cancelled, stopped.ExitCode);
        Assert.EndsWith("已停止。\n", stopped.Error, StringComparison.Ordinal);
        Assert.Equal("", stopped.Out);
        File.Delete(Path.Combine(data, "wenbao.db"));
        (await tiny.DemoAsync(data)).ShouldSucceed();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("238601")]
    public async Task SizeOutOfRange_IsRefused(string population)
    {
        using var folder = new TestFolder();
        (await jimo.RunOnAsync(Path.Combine(folder.Path, "data"), "demo", "--no-serve", "--population", population)).ShouldRefuse("SYN-0006");
    }

    /// <summary>The table without the times.</summary>
    private static string Figures(string output) =>
        string.Join('\n', new CommandRun(0, output, "").Transcript().Split('\n').Where(l => l.Contains("TIME", StringComparison.Ordinal) && !l.Contains("种子", StringComparison.Ordinal)));
}
