using System.IO.Compression;
using System.Text;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Import;

public sealed class WrongFileTests
{
    [Fact]
    public async Task WrongFiles_AreAnsweredWithTheirProblem()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var town = await RegistryScenario.StartAsync(database);
        Assert.Equal("REG-0050", await Refused(town, Path.Combine(town.Folder.Path, "none.csv")));
        Assert.Equal("REG-0052", await Refused(town, town.File("")));
        Assert.Equal("REG-0053", await Refused(town, town.File("<html><table>")));
        Assert.Equal("REG-0053", await Refused(town, town.File("{\"a\": 1}")));
        Assert.Equal("REG-0053", await Refused(town, town.File("%PDF-1.7")));
        Assert.Equal("REG-0053", await Refused(town, town.File("just one line\nand another\n")));
        Assert.Equal("REG-0053", await Refused(town, town.File("a\0b,c\n")));
        Assert.Equal("REG-0054", await Refused(town, town.File("code,名称\nx,é\u00ff\n", Encoding.Latin1)));
        Assert.Equal("REG-0058", await Refused(town, town.File("name,staff\nx,1\n")));
        Assert.Equal("REG-0059", await Refused(town, town.File("code,name\n\"x,1\n")));
        var zip = town.NewPath(".xlsx");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            archive.CreateEntry("readme.txt");
        }

        Assert.Equal("REG-0053", await Refused(town, zip));
        Assert.Equal(0, await town.CountAsync("reg_batch"));
    }

    [Fact]
    public async Task WrongHeaders_AreAllNamedWithTheNearest()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var town = await RegistryScenario.StartAsync(database);
        var problem = (await town.SendAsync(new ImportSubjects("firm", town.File("code,staf,企业名称,code\nx,1,y,z\n")))).ShouldBeProblem(RegistryProblems.HeadersWrong);
        Assert.Equal(["REG-0056", "REG-0056", "REG-0057"], problem.Details!.Select(d => d.Code));
        Assert.Contains("最接近的是：staff", problem.Details![0].What.Zh, StringComparison.Ordinal);
        Assert.Contains("最接近的是：name", problem.Details![1].What.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileOfFiveGigabytes_IsRefusedAtOnce()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var town = await RegistryScenario.StartAsync(database);
        var path = town.NewPath();
        await using (var file = File.Create(path))
        {
            file.SetLength(5L << 30);
        }

        var before = GC.GetTotalAllocatedBytes();
        (await town.SendAsync(new ImportSubjects("firm", path))).ShouldBeProblem(RegistryProblems.FileTooLarge);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 50_000_000);
    }

    private static async Task<string?> Refused(RegistryScenario town, string path) => (await town.SendAsync(new ImportSubjects("firm", path))).Problem?.Code;
}
