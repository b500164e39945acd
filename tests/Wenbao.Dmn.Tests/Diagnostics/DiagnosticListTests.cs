using System.Runtime.CompilerServices;

namespace Wenbao.Dmn.Tests.Diagnostics;

public sealed class DiagnosticListTests
{
    [Fact]
    public void ReferencePage_ListsExactlyTheCodesOfTheEngine()
    {
        var expected = DmnDiagnosticKinds.All.Select(kind => $"| {kind.Code} | {kind.Severity} | {kind.Zh} | {kind.En} |");
        var listed = File.ReadAllLines(Path.Combine(Root(), "docs", "reference", "dmn-diagnostics.md")).Where(line => line.StartsWith("| DMN", StringComparison.Ordinal));
        Assert.Equal(expected, listed);
    }

    [Fact]
    public void EveryCode_IsUsedOnce() => Assert.Equal(DmnDiagnosticKinds.All.Count, DmnDiagnosticKinds.All.Select(kind => kind.Code).Distinct().Count());

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
