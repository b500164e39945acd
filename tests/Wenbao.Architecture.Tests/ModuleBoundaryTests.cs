using System.Xml.Linq;

namespace Wenbao.Architecture.Tests;

/// <summary>The arrows of the house. The table is the map: a project may use the projects in its row, which all stand above it.</summary>
public sealed class ModuleBoundaryTests
{
    private static readonly (string Project, string Uses)[] Arrows =
    [
        ("Wenbao.Kernel", ""),
        ("Wenbao.Feel", ""),
        ("Wenbao.Dmn", "Feel"),
        ("Wenbao.Platform", "Kernel"),
        ("Wenbao.WebKit", "Kernel Platform"),
        ("Wenbao.Registry", "Kernel Feel Dmn Platform WebKit"),
        ("Wenbao.Funds", "Kernel Platform WebKit"),
        ("Wenbao.Policies", "Kernel Feel Dmn Platform WebKit Registry Funds"),
        ("Wenbao.Migrations.Sqlite", "Platform Registry Funds Policies"),
        ("Wenbao.Migrations.PostgreSql", "Platform Registry Funds Policies"),
        ("Wenbao.Synthesis", "Kernel Feel Dmn Platform Registry Policies"),
        ("Wenbao.Server", "Kernel Platform WebKit Registry Funds Policies Migrations.Sqlite Migrations.PostgreSql Synthesis"),
        ("Wenbao.Cli", "Server"),
    ];

    [Fact]
    public void EveryProject_HasItsRow_AndNoRowIsLeftOver() =>
        Assert.Equal(Arrows.Select(a => a.Project).Order(StringComparer.Ordinal), Projects().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void References_AreThoseOfTheTable()
    {
        var projects = Projects();
        Assert.All(Arrows, arrow => Assert.Equal(
            arrow.Uses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => "Wenbao." + name).Order(StringComparer.Ordinal),
            projects[arrow.Project].Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Arrows_PointOneWay()
    {
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (project, uses) in Arrows)
        {
            Assert.All(uses.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.Contains("Wenbao." + name, above));
            above.Add(project);
        }
    }

    [Fact]
    public void CompiledReferences_StayWithinTheArrows()
    {
        // What a project reaches through the projects it uses is allowed as well; nothing else of the house is.
        var reach = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (project, uses) in Arrows)
        {
            var direct = uses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => "Wenbao." + name).ToList();
            reach[project] = [.. direct, .. direct.SelectMany(name => reach[name])];
        }

        Assert.All(House.Assemblies, assembly =>
        {
            var name = assembly.GetName().Name == "wenbao" ? "Wenbao.Cli" : assembly.GetName().Name!;
            Assert.All(
                assembly.GetReferencedAssemblies().Select(r => r.Name!).Where(r => r.StartsWith("Wenbao.", StringComparison.Ordinal)),
                used => Assert.Contains(used, reach[name]));
        });
    }

    [Theory]
    [InlineData("Wenbao.Kernel")]
    [InlineData("Wenbao.Feel")]
    [InlineData("Wenbao.Dmn")]
    public void Engine_KnowsNoModuleDatabaseOrWeb(string engine)
    {
        var used = House.Assemblies.Single(a => a.GetName().Name == engine).GetReferencedAssemblies().Select(r => r.Name!);
        Assert.All(used, name => Assert.True(
            name == "Wenbao.Feel" || (name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Data", StringComparison.Ordinal) && !name.StartsWith("System.Net", StringComparison.Ordinal)),
            $"{engine} uses {name}"));
    }

    [Fact]
    public void TestKit_AndTests_AreUsedByTestsOnly() =>
        Assert.All(Projects().Values.SelectMany(uses => uses), used => Assert.False(used.EndsWith(".Tests", StringComparison.Ordinal) || used == "Wenbao.TestKit"));

    private static Dictionary<string, List<string>> Projects() =>
        Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetFileNameWithoutExtension(file),
            file => XDocument.Load(file).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).ToList(),
            StringComparer.Ordinal);
}
