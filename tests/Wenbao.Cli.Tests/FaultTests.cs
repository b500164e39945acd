namespace Wenbao.Cli.Tests;

/// <summary>What the machine or a pack gets wrong is answered, not thrown.</summary>
public sealed class FaultTests(TinyTown tiny)
{
    [Fact]
    public async Task DataPathThatIsAFile_IsRefused()
    {
        using var folder = new TestFolder();
        folder.With("file", "x");
        var file = Path.Combine(folder.Path, "file");
        (await tiny.DemoAsync(file)).ShouldRefuse("CLI-0005");
        (await tiny.DemoAsync(Path.Combine(file, "below"))).ShouldRefuse("CLI-0005");
        (await tiny.RunOnAsync(file, "match")).ShouldRefuse("CLI-0001");
    }

    [Fact]
    public async Task FolderOfAResultThatIsMissing_IsRefused()
    {
        using var folder = new TestFolder();
        folder.With("cases.jsonl", "{}");
        var nowhere = Path.Combine(folder.Path, "none", "out");
        (await tiny.RunAsync("export", "enterprise", "--out", nowhere)).ShouldRefuse("CLI-0005");
        (await CommandRun.OfAsync("policy", "run", "--cases", Path.Combine(folder.Path, "cases.jsonl"), "--out", nowhere)).ShouldRefuse("CLI-0005");
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task DatabaseThatIsNone_IsRefused()
    {
        using var folder = new TestFolder();
        folder.With("data/wenbao.db", new string('x', 4096));
        Assert.Contains("not a database", (await tiny.RunOnAsync(Path.Combine(folder.Path, "data"), "match")).ShouldRefuse("CLI-0005").Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatIsNoPack_IsRefused()
    {
        using var folder = new TestFolder();
        (await CommandRun.OfAsync("policy", "check", "--pack", folder.Path)).ShouldRefuse("PACK-0001");
        (await CommandRun.OfAsync("policy", "check", "--pack", Path.Combine(folder.Path, "none"))).ShouldRefuse("PACK-0001");
    }

    [Theory]
    [InlineData("broken-yaml", "registry/enterprise.yaml", "public_id: firm_no", "public_id: [firm_no")]
    [InlineData("unknown-key", "policies/apprentice-grant/policy.yaml", "mode: auto_grant", "mode: auto_grant\nmodus: auto_grant")]
    [InlineData("wrong-type", "registry/enterprise.yaml", "type: int", "type: integer")]
    [InlineData("missing-english", "registry/enterprise.yaml", "{zh: 学徒人数, en: Apprentices}", "{zh: 学徒人数}")]
    [InlineData("unknown-attribute", "policies/apprentice-grant/policy.yaml", "{registry: apprentices}", "{registry: aprentices}")]
    [InlineData("no-such-day", "pack.yaml", "as_of: 2021-09-30", "as_of: 2021-09-31")]
    [InlineData("broken-expression", "policies/apprentice-grant/decision.dmn", "学徒人数 &gt;=", "学徒人数 &gt;= &gt;=")]
    public async Task PackFault_IsNamedWithFileLineAndMend(string name, string file, string from, string to)
    {
        using var folder = new TestFolder();
        var pack = CopyOfTinyTown(folder);
        var path = Path.Combine(pack, file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));
        var data = Path.Combine(folder.Path, "data");
        var chinese = await CommandRun.OfAsync("demo", "--no-serve", "--pack", pack, "--data", data);
        var english = await CommandRun.OfAsync("policy", "check", "--pack", pack, "--lang", "en");
        Snapshot.Match(chinese.Transcript() + english.Transcript(), name, new Dictionary<string, string> { [folder.Path] = "FOLDER" });
        Assert.Equal(WenbaoCommand.Refused, chinese.ExitCode);
        Assert.Equal(WenbaoCommand.Refused, english.ExitCode);
        Assert.False(File.Exists(Path.Combine(data, "wenbao.db")));
    }

    private static string CopyOfTinyTown(TestFolder folder)
    {
        var source = Repository.PathOf("tests/packs/tiny-town");
        var target = Path.Combine(folder.Path, "tiny-town");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }
}
