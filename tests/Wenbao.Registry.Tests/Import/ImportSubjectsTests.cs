using System.Text;
using MiniExcelLibs;
using Wenbao.Feel;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Import;

public sealed class ImportSubjectsTests
{
    private static string C(int n) => RegistryScenario.Code(n);

    [DatabaseTheory, DatabaseData]
    public async Task GoodRowsGoIn_BadRowsAreQuarantinedWithReasonAndMend(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        var result = await town.ImportAsync($"""
            代码,名称,人数,收入,类别,成立日,电话
            {C(1)},甲厂,120,1234.50,工厂,2001-02-03,13800000001
            {C(2)},乙厂,"1,234",12万,mine,1848-01-01,13800000002
            91370215000000000X,丙厂,1,1,farm,2001-02-03,
            {C(4)},丁厂,-1,1.234,farm,2021-02-29,
            {C(1)},戊厂,1,1,farm,2001-02-03,
            {C(6)},,1,1,farm,2001-02-03,
            {C(7)},庚厂,1,1.2E+5,farm,2001-02-03
            """);
        Assert.Equal((7, 1, 0, 0, 6), (result.Read, result.Created, result.Changed, result.Unchanged, result.Quarantined));
        var defects = (await File.ReadAllTextAsync(result.QuarantineFile!)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        var codes = defects.Select(d => $"{d[0]} {d[1]} {d.First(c => c.StartsWith("REG-", StringComparison.Ordinal))}").ToList();
        Assert.Equal(
            [
                "3 staff REG-0076", "3 revenue REG-0077", "3 kind REG-0083", "3 founded REG-0080", "4 code REG-0084",
                "5 staff REG-0080", "5 revenue REG-0079", "5 founded REG-0081", "6 code REG-0072", "7 name REG-0074", "8  REG-0070",
            ], codes);
        Assert.DoesNotContain("13800000002", await File.ReadAllTextAsync(result.QuarantineFile!), StringComparison.Ordinal);
        Assert.True((await town.ValueAsync(1, "large")).IsTrue);
        Assert.Equal("mill", (await town.ValueAsync(1, "kind")).AsString());
        Assert.Equal(1234.5m, (await town.ValueAsync(1, "revenue")).AsNumber());
        Assert.True((await town.ValueAsync(1, "listed")).IsFalse);
    }

    [DatabaseTheory, DatabaseData]
    public async Task SameFileAgain_ChangesNothing(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        var path = town.File($"code,name,staff\n{C(1)},甲,5\n{C(2)},乙,\n");
        (await town.SendAsync(new ImportSubjects("firm", path))).ShouldSucceed();
        var (history, batches) = (await town.CountAsync("reg_change"), await town.CountAsync("reg_batch"));
        var again = (await town.SendAsync(new ImportSubjects("firm", path))).ShouldSucceed();
        Assert.Equal((2, 0, 0, 2, 0), (again.Read, again.Created, again.Changed, again.Unchanged, again.Quarantined));
        Assert.Null(again.Batch);
        Assert.Equal((history, batches), (await town.CountAsync("reg_change"), await town.CountAsync("reg_batch")));
    }

    [DatabaseTheory, DatabaseData]
    public async Task AbsentColumnLeavesTheValue_EmptyCellIsNull_HistoryKeepsThePast(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync($"code,name,staff,kind\n{C(1)},甲,150,farm\n", new DateOnly(2020, 1, 1));
        var result = await town.ImportAsync($"code,staff\n{C(1)},\n", new DateOnly(2020, 3, 1));
        Assert.Equal((1, 1), (result.Changed, result.ChangedSubjects));
        Assert.True((await town.ValueAsync(1, "staff")).IsNull);
        Assert.True((await town.ValueAsync(1, "large")).IsNull);
        Assert.Equal("farm", (await town.ValueAsync(1, "kind")).AsString());
        Assert.Equal(150m, (await town.ValueAsync(1, "staff", new DateOnly(2020, 2, 29))).AsNumber());
        Assert.True((await town.ValueAsync(1, "large", new DateOnly(2020, 2, 29))).IsTrue);
        var row = Assert.Single(await town.RowsAsync(new SubjectQuery { Columns = ["staff"], ChangedBy = result.Batch }));
        Assert.Equal(150m, row.ValuesAt(new DateOnly(2020, 2, 29))[0].AsNumber());
        var detail = (await town.Reader.FindAsync(town.FirmType, C(1))).ShouldSucceed();
        Assert.Equal(new DateOnly(2020, 3, 1), detail.Origins[town.FirmType.FindAttribute("staff")!.Index].AsOf);
        Assert.Equal(new DateOnly(2020, 1, 1), detail.Origins[town.FirmType.FindAttribute("name")!.Index].AsOf);
        Assert.Equal("市监局", detail.Origins[town.FirmType.FindAttribute("name")!.Index].Source!.Department.Zh);
    }

    [DatabaseTheory, DatabaseData]
    public async Task OlderFile_DoesNotOverwriteANewerValue(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync($"code,name,staff\n{C(1)},甲,1\n", new DateOnly(2020, 1, 1));
        await town.ImportAsync($"code,staff\n{C(1)},2\n", new DateOnly(2020, 3, 1));
        var late = await town.ImportAsync($"code,staff\n{C(1)},3\n", new DateOnly(2020, 2, 1));
        Assert.Equal(1, late.Quarantined);
        Assert.Contains("REG-0089", await File.ReadAllTextAsync(late.QuarantineFile!), StringComparison.Ordinal);
        Assert.Equal(2m, (await town.ValueAsync(1, "staff")).AsNumber());
    }

    [DatabaseTheory, DatabaseData]
    public async Task Gb18030AndXlsx_AreRead(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb = town.File($"代码,名称,上市\r\n{C(1)},即墨㐂厂,是\r\n", Encoding.GetEncoding("GB18030"));
        Assert.Equal(1, (await town.SendAsync(new ImportSubjects("firm", gb))).ShouldSucceed().Created);
        Assert.Equal("即墨㐂厂", (await town.ValueAsync(1, "name")).AsString());
        var book = town.NewPath(".xlsx");
        await MiniExcel.SaveAsAsync(book, new[] { new { 代码 = C(2), 名称 = "乙厂", 人数 = 12, 收入 = 0.1 + 0.2, 成立日 = new DateTime(2010, 5, 6) } });
        Assert.Equal(1, (await town.SendAsync(new ImportSubjects("firm", book))).ShouldSucceed().Created);
        Assert.Equal(0.3m, (await town.ValueAsync(2, "revenue")).AsNumber());
        Assert.Equal(new DateOnly(2010, 5, 6), (await town.ValueAsync(2, "founded")).AsDate());
    }

    [DatabaseTheory, DatabaseData]
    public async Task Reference_MustLeadToASubject_AndIsReadThrough(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync($"code,name,staff\n{C(1)},甲,5\n", new DateOnly(2020, 1, 1));
        await town.ImportAsync($"code,staff\n{C(1)},7\n", new DateOnly(2020, 5, 1));
        var result = (await town.SendAsync(new ImportSubjects("plan", town.File($"no,title,owner\nP1,路,{C(1)}\nP2,桥,{C(9)}\n")))).ShouldSucceed();
        Assert.Equal((1, 1), (result.Created, result.Quarantined));
        var row = Assert.Single(await town.RowsAsync(new SubjectQuery { Columns = ["title", "owner.staff", "owner.name"] }, "plan"));
        Assert.Equal([FeelValue.Of("路"), FeelValue.Of(7m), FeelValue.Of("甲")], row.Values);
        Assert.Equal(5m, row.ValuesAt(new DateOnly(2020, 4, 30))[1].AsNumber());
    }
}
