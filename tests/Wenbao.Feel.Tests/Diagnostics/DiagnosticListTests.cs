using System.Runtime.CompilerServices;

namespace Wenbao.Feel.Tests.Diagnostics;

public sealed class DiagnosticListTests
{
    [Fact]
    public void ReferencePage_EqualsCode()
    {
        var page = File.ReadAllLines(Path.Combine(Repository(), "docs", "reference", "feel-diagnostics.md"));
        var listed = page.Where(line => line.StartsWith("| FEEL", StringComparison.Ordinal)).ToArray();
        Assert.Equal(FeelDiagnosticKinds.All.Select(kind => $"| {kind.Code} | {kind.Severity} | {Cell(kind.Zh)} | {Cell(kind.En)} |"), listed);
    }

    [Fact]
    public void Codes_AreUnique() => Assert.Equal(FeelDiagnosticKinds.All.Count, FeelDiagnosticKinds.All.Select(kind => kind.Code).Distinct().Count());

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
