using System.Text.Json;
using System.Text.RegularExpressions;

namespace Wenbao.Cli.Tests;

/// <summary>One run of the command line within the test's process.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Out">What stands on standard output.</param>
/// <param name="Error">What stands on standard error.</param>
internal sealed partial record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>The name that help calls the program by: within a test, the test's own.</summary>
    private static readonly string Program = System.Reflection.Assembly.GetEntryAssembly()!.GetName().Name!;

    public static async Task<CommandRun> OfAsync(IEnumerable<string> args, CancellationToken cancel = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await WenbaoCommand.RunAsync([.. args], output, error, cancel);
        return new CommandRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync((IEnumerable<string>)args);

    /// <summary>The run went well.</summary>
    public CommandRun ShouldSucceed()
    {
        Assert.True(ExitCode == WenbaoCommand.Success, $"exit code {ExitCode}\n{Error}\n{Out}");
        return this;
    }

    /// <summary>The run was refused with the problem, on standard error; nothing stands on standard output.</summary>
    public CommandRun ShouldRefuse(string code)
    {
        Assert.True(ExitCode == WenbaoCommand.Refused, $"exit code {ExitCode}\n{Error}\n{Out}");
        Assert.StartsWith(code + " ", Error[(Error.IndexOf(code, StringComparison.Ordinal) is var at and >= 0 ? at : 0)..], StringComparison.Ordinal);
        Assert.Equal("", Out);
        return this;
    }

    /// <summary>Standard output as JSON.</summary>
    public JsonElement Json() => JsonDocument.Parse(Out).RootElement.Clone();

    /// <summary>Exit code, standard output and standard error, without what differs from run to run: times and versions.</summary>
    public string Transcript()
    {
        var text = $"exit code {ExitCode}\n--- out\n{Out}{(Out.EndsWith('\n') || Out.Length == 0 ? "" : "\n")}--- error\n{Error}";
        // How wide a table gets hangs on how long the times in it are: widths are not part of what is compared.
        text = Widths().Replace(Milliseconds().Replace(text, "TIME"), match => match.ValueSpan[0] == ' ' ? "  " : "──");
        text = Seconds().Replace(text, "TIME$1");
        text = Version().Replace(text, "VERSION").Replace(Program, "wenbao", StringComparison.Ordinal);
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex(" {2,}|─{2,}")]
    private static partial Regex Widths();

    [GeneratedRegex(@"[\d,]+ ms")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"\d+\.\d( 秒| s\b)")]
    private static partial Regex Seconds();

    [GeneratedRegex(@"\d+-[0-9a-f]{10}")]
    private static partial Regex Version();
}
