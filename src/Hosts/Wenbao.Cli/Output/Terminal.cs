using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Wenbao.Kernel;
using Wenbao.Platform.Jobs;

namespace Wenbao.Cli.Output;

/// <summary>Where a command writes: results to one side, problems and progress to the other, so that results can be piped.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Results.</summary>
    public TextWriter Out => output;

    /// <summary>Problems and progress.</summary>
    public TextWriter Error => error;

    /// <summary>A console for tables and progress; plain when it is no terminal.</summary>
    public IAnsiConsole Console { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new WideOutput(output),
        Interactive = InteractionSupport.No,
    });

    /// <summary>Shows the progress of work until the display is disposed.</summary>
    public ProgressDisplay Show(JobProgress progress) =>
        new(progress, this, ReferenceEquals(error, System.Console.Error) && !System.Console.IsErrorRedirected);

    /// <summary>Writes a value as JSON.</summary>
    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>Writes a line.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>Writes a problem with all its details.</summary>
    /// <returns>The exit code of a refusal.</returns>
    public int Refuse(Problem problem)
    {
        Write(problem, "");
        return WenbaoCommand.Refused;
    }

    private void Write(Problem problem, string indent)
    {
        var place = problem.Where is null ? "" : problem.Where + Texts.Colon.For();
        error.WriteLine($"{indent}{problem.Code} {place}{problem.What.For()} {problem.Mend.For()}");
        foreach (var detail in problem.Details ?? [])
        {
            Write(detail, indent + "  ");
        }
    }

    /// <summary>An output that is wide enough for tables when it is no terminal.</summary>
    private sealed class WideOutput(TextWriter writer) : IAnsiConsoleOutput
    {
        private const int ColumnsWithoutTerminal = 160;

        public TextWriter Writer => writer;

        public bool IsTerminal => ReferenceEquals(writer, System.Console.Out) ? !System.Console.IsOutputRedirected
            : ReferenceEquals(writer, System.Console.Error) && !System.Console.IsErrorRedirected;

        public int Width => IsTerminal && System.Console.WindowWidth > 0 ? System.Console.WindowWidth : ColumnsWithoutTerminal;

        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
