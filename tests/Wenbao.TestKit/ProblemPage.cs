using System.Globalization;
using Wenbao.Kernel;
using Xunit;

namespace Wenbao.TestKit;

/// <summary>Holds <c>docs/reference/problems.md</c> and the problems in the code equal.</summary>
public static class ProblemPage
{
    /// <summary>Every kind with one of the prefixes stands on the page as it is in the code, and no line of the page with one of them is without its kind.</summary>
    /// <param name="prefixes">Such as <c>PACK</c>. The classes that define them must have been touched, so that the catalogue knows them.</param>
    public static void ShouldList(params IReadOnlyList<string> prefixes)
    {
        var page = File.ReadAllLines(Repository.PathOf("docs/reference/problems.md"))
            .Where(line => prefixes.Any(p => line.StartsWith($"| {p}-", StringComparison.Ordinal)));
        var code = ProblemCatalogue.All.Values
            .Where(kind => prefixes.Any(p => kind.Code.StartsWith(p + "-", StringComparison.Ordinal)))
            .OrderBy(kind => kind.Code, StringComparer.Ordinal)
            .Select(Row);
        Assert.Equal(code, page);
    }

    /// <summary>The page's line of a kind; a vertical bar in a text is escaped, so that it does not end the table's cell.</summary>
    public static string Row(ProblemKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return string.Create(CultureInfo.InvariantCulture, $"| {kind.Code} | {kind.HttpStatus} | {Cell(kind.Title.Zh)} | {Cell(kind.Mend.Zh)} | {Cell(kind.Title.En)} | {Cell(kind.Mend.En)} |");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
