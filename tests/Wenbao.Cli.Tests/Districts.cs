using System.Text.RegularExpressions;

[assembly: AssemblyFixture(typeof(Wenbao.Cli.Tests.JimoDistrict))]
[assembly: AssemblyFixture(typeof(Wenbao.Cli.Tests.TinyTown))]

namespace Wenbao.Cli.Tests;

/// <summary>A district made once by <c>wenbao demo</c>; tests that change it work on a copy.</summary>
public abstract partial class MadeDistrict : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly string pack;
    private readonly string[] size;
    private CommandRun? made;

    protected MadeDistrict(string pack, params string[] size)
    {
        this.pack = Repository.PathOf(pack);
        this.size = size;
    }

    /// <summary>The data folder that tests read.</summary>
    public string Data => Path.Combine(folder.Path, "data");

    /// <summary>The data as they were made, never opened again: a database that is open somewhere is not copied.</summary>
    private string Kept => Path.Combine(folder.Path, "kept");

    /// <summary>The run that made it.</summary>
    internal CommandRun Made => made!;

    /// <summary>What makes snapshots the same everywhere.</summary>
    public IReadOnlyDictionary<string, string> Scrub => new Dictionary<string, string> { [folder.Path] = "FOLDER" };

    /// <summary>Runs a command on the district.</summary>
    internal Task<CommandRun> RunAsync(params IReadOnlyList<string> args) => RunOnAsync(Data, args);

    /// <summary>Runs a command on another data folder with the same pack.</summary>
    internal Task<CommandRun> RunOnAsync(string data, params IReadOnlyList<string> args) =>
        CommandRun.OfAsync([.. args, "--data", data, "--pack", pack]);

    /// <summary>Makes the district again, in a folder.</summary>
    internal Task<CommandRun> DemoAsync(string data, params IReadOnlyList<string> more) => RunOnAsync(data, ["demo", "--no-serve", .. size, .. more]);

    /// <summary>A copy of the data folder, as long as the test's folder lives.</summary>
    public string CopyTo(TestFolder target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var copy = Path.Combine(target.Path, "data");
        Copy(copy);
        return copy;
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        made = (await DemoAsync(Kept)).ShouldSucceed();
        Copy(Data);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private void Copy(string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(Kept))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }

    /// <summary>A transcript without its numbers: what stays when the synthetic district is shaped anew.</summary>
    internal static string WithoutNumbers(string transcript) =>
        Gaps().Replace(Numbers().Replace(Rule().Replace(transcript, "─"), m => m.Value.Length == 10 && m.Value[4] == '-' ? m.Value : "n"), "  ");

    [GeneratedRegex(@"\d{4}-\d\d-\d\d|(?<![\w-])-?\d[\d,.]*(?![\w-])")]
    private static partial Regex Numbers();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gaps();

    [GeneratedRegex("─+")]
    private static partial Regex Rule();
}

/// <summary>The shipped district, small: a thousand market entities.</summary>
public sealed class JimoDistrict() : MadeDistrict("packs/jimo-2020", "--population", "1000");

/// <summary>The smallest pack: 200 firms, three attributes, one policy; nothing in the code knows of it.</summary>
public sealed class TinyTown() : MadeDistrict("tests/packs/tiny-town");
