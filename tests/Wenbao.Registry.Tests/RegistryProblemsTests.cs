using System.Reflection;
using Wenbao.Kernel;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests;

public sealed class RegistryProblemsTests
{
    [Fact]
    public async Task EveryProblem_IsListedInTheReference()
    {
        var listed = await File.ReadAllTextAsync(Repository.PathOf("docs/reference/problems-registry.md"), TestContext.Current.CancellationToken);
        var kinds = typeof(RegistryProblems).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (ProblemKind)f.GetValue(null)!).ToList();
        Assert.NotEmpty(kinds);
        foreach (var kind in kinds)
        {
            Assert.Contains($"| {kind.Code} | {kind.HttpStatus} | {kind.Title.Zh.Replace("|", "\\|", StringComparison.Ordinal)} |", listed, StringComparison.Ordinal);
        }
    }
}
