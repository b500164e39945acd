using System.Text.RegularExpressions;

namespace Wenbao.Architecture.Tests;

public sealed partial class SourceTests
{
    /// <summary>The edges of the process, where the machine's clock is handed in.</summary>
    private static readonly string[] ClockEdges =
    [
        "src/Hosts/Wenbao.Cli/", "src/Hosts/Wenbao.Server/", "src/Platform/Wenbao.Platform/PlatformModule.cs", "src/Platform/Wenbao.Platform/Jobs/JobProgress.cs",
    ];

    [Fact]
    public void NoClock_IsReadBehindTheEdges() => Assert.Empty(House.Sources("src", ".cs", ".razor")
        .SelectMany(source => (ClockEdges.Any(edge => source.Path.StartsWith(edge, StringComparison.Ordinal)) ? WallClock() : AnyClock()).Matches(source.Text).Select(m => $"{source.Path}: {m.Value}")));

    [Fact]
    public void Engines_ReadNoCultureFileNetworkOrEnvironment() => Assert.Empty(House.Sources("src/Language", ".cs")
        .SelectMany(source => Surroundings().Matches(source.Text).Select(m => $"{source.Path}: {m.Value}")));

    [Fact]
    public void Chance_IsDrawnFromTheSeedOnly() => Assert.Empty(House.Sources("src", ".cs")
        .SelectMany(source => Chance().Matches(source.Text).Select(m => $"{source.Path}: {m.Value}")));

    [Fact]
    public void Money_IsNeverAFloat() => Assert.Empty(House.Sources("src", ".cs")
        .Where(source => !source.Path.Contains("/Migrations/", StringComparison.Ordinal))
        .SelectMany(source => FloatingMoney().Matches(source.Text).Select(m => $"{source.Path}: {m.Value}")));

    [Fact]
    public void TrackedText_NamesNoMachine()
    {
        var machine = new Regex("(/wo" + "rk/|/fa" + "rm/|/ro" + "ot/|/ho" + "me/[a-z]+/|[A-Z]:\\\\Us" + "ers\\\\)", RegexOptions.CultureInvariant);
        Assert.Empty(House.Sources(".", ".cs", ".razor", ".md", ".yaml", ".yml", ".json", ".csproj", ".props", ".resx", ".css", ".dmn", ".csv", ".snap", ".txt", ".slnx")
            .Where(source => machine.IsMatch(source.Text)).Select(source => source.Path));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public void Readme_ShowsBothCommandsBeforeLineThirty(string file)
    {
        var start = File.ReadLines(Repository.PathOf(file)).Take(29).ToList();
        Assert.Contains("dotnet run -c Release --project src/Hosts/Wenbao.Cli -- demo", start);
        Assert.Contains("bash eng/test.sh", start);
    }

    [Fact]
    public void Links_BetweenDocuments_LeadSomewhere()
    {
        var broken = new List<string>();
        foreach (var (path, text) in House.Sources(".", ".md"))
        {
            foreach (var target in Link().Matches(text).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal) && !t.StartsWith('#') && !t.StartsWith("mailto:", StringComparison.Ordinal)))
            {
                var file = Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, Uri.UnescapeDataString(target.Split('#')[0]));
                if (!File.Exists(file) && !Directory.Exists(file))
                {
                    broken.Add($"{path}: {target}");
                }
            }
        }

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex WallClock();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTimeProvider\.System\b|\bStopwatch\.StartNew\b")]
    private static partial Regex AnyClock();

    [GeneratedRegex(@"\bCulture(Info)?\.Current\w*|\bCurrent(UI)?Culture\b|(?<![\w.])(File|Directory|Environment|Console)\.\w+|\bHttpClient\b|\bSystem\.(IO\.File|Net)\b")]
    private static partial Regex Surroundings();

    [GeneratedRegex(@"\bnew Random\(|\bRandom\.Shared\b")]
    private static partial Regex Chance();

    [GeneratedRegex(@"\b(double|float)\??\s+\w*(amount|fen|yuan|money|price|fee|tax|paid|revenue)\w*", RegexOptions.IgnoreCase)]
    private static partial Regex FloatingMoney();

    [GeneratedRegex(@"(?<!\!)\[[^\]\n]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
