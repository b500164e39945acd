namespace Wenbao.Cli.Tests;

public sealed class HelpTests
{
    private static readonly string[][] Commands =
    [
        [], ["demo"], ["match"], ["explain"], ["policy"], ["policy", "list"], ["policy", "check"], ["policy", "test"], ["policy", "run"],
        ["import"], ["export"], ["population"], ["population", "report"], ["serve"],
    ];

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task EveryCommand_ExplainsItself(string language)
    {
        var texts = new List<string>();
        foreach (var command in Commands)
        {
            var run = (await CommandRun.OfAsync([.. command, "--help", "--lang", language])).ShouldSucceed();
            Assert.Equal("", run.Error);
            texts.Add($"=== wenbao {string.Join(' ', command)}\n{run.Transcript()}");
        }

        Snapshot.Match(string.Join('\n', texts), language);
    }

    [Fact]
    public async Task Help_IsChineseUnlessEnglishIsAskedFor()
    {
        var chinese = await CommandRun.OfAsync("--help");
        Assert.Contains("用法", chinese.Out, StringComparison.Ordinal);
        Assert.Equal(chinese, await CommandRun.OfAsync("--help", "--lang", "zh"));
        Assert.Contains("Usage", (await CommandRun.OfAsync("--help", "--lang=en")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryDescription_SpeaksBothLanguages()
    {
        foreach (var command in Commands)
        {
            var lines = (await CommandRun.OfAsync([.. command, "--help"])).Out.Split('\n');
            var descriptions = lines.Where(l => l.StartsWith("  ", StringComparison.Ordinal) && !l.Contains("[options]", StringComparison.Ordinal) && l.Contains("  ", StringComparison.Ordinal))
                .Where(l => !l.Contains("--help", StringComparison.Ordinal) && !l.Contains("--version", StringComparison.Ordinal));
            Assert.All(descriptions, l => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}.* / .*[A-Za-z]", l));
        }
    }

    [Fact]
    public async Task Version_IsPrinted() => Assert.Matches(@"^\d+\.\d+\.\d+", (await CommandRun.OfAsync("--version")).ShouldSucceed().Out);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("match --nope")]
    [InlineData("explain")]
    [InlineData("--lang fr match")]
    [InlineData("match --as-of 2020-13-01")]
    [InlineData("demo --population many")]
    [InlineData("demo --seed -1")]
    [InlineData("serve --url somewhere")]
    [InlineData("serve --url http://0.0.0.0:5080")]
    [InlineData("serve --url https://localhost:5080")]
    [InlineData("import enterprise no-such-file.csv")]
    [InlineData("export enterprise")]
    [InlineData("policy run --cases no-such-file.jsonl --out x.jsonl")]
    public async Task WrongCommandLine_EndsWithTwo_AndPointsToHelp(string line)
    {
        var run = await CommandRun.OfAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(WenbaoCommand.Misused, run.ExitCode);
        Assert.Contains("用 wenbao --help 查看用法。", run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Out);
    }

    [Fact]
    public async Task WrongCommandLine_IsAnsweredInTheLanguageAskedFor()
    {
        Assert.Contains("未识别命令或参数", (await CommandRun.OfAsync("match", "--nope")).Error, StringComparison.Ordinal);
        var english = (await CommandRun.OfAsync("match", "--nope", "--lang", "en")).Error;
        Assert.Contains("Unrecognized command or argument", english, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", english);
    }
}
