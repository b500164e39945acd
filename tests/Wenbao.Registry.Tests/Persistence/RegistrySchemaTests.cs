using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Persistence;

public sealed class RegistrySchemaTests
{
    [DatabaseTheory, DatabaseData]
    public async Task NewAttribute_BecomesAColumn(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync($"code,name\n{RegistryScenario.Code(1)},甲\n");
        var more = Read(RegistryScenario.Firm.Replace("lists:", "  - {id: rating, name: {zh: 评级, en: Rating}, type: string}\nlists:", StringComparison.Ordinal));
        Assert.Equal(["reg_firm.rating"], (await RegistrySchema.EnsureAsync(database.Database, more)).ShouldSucceed().Columns);
        Assert.Empty((await RegistrySchema.EnsureAsync(database.Database, more)).ShouldSucceed().Columns);
    }

    [DatabaseTheory, DatabaseData]
    public async Task RemovedOrRetypedAttribute_IsRefusedAndNothingChanges(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        var other = Read(RegistryScenario.Firm
            .Replace("type: \"decimal(18,2)\", unit: {zh: 元, en: yuan}", "type: \"decimal(18,4)\"", StringComparison.Ordinal)
            .Replace("id: listed", "id: quoted", StringComparison.Ordinal));
        var problem = (await RegistrySchema.EnsureAsync(database.Database, other)).ShouldBeProblem(RegistryProblems.TablesDiffer);
        Assert.Equal(["REG-0042", "REG-0041"], problem.Details!.Select(d => d.Code));
        await town.ImportAsync($"code,name,listed\n{RegistryScenario.Code(1)},甲,是\n");
        Assert.True((await town.ValueAsync(1, "listed")).IsTrue);
    }

    private static RegistryDeclaration Read(string firm)
    {
        using var folder = new TestFolder().WithPack("town").With("town/registry/firm.yaml", firm).With("town/registry/plan.yaml", RegistryScenario.Plan);
        return RegistryCatalogue.Read(folder.Load("town")).ShouldSucceed().Declaration;
    }
}
