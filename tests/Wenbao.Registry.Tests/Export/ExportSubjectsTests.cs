using CsCheck;
using Wenbao.Feel;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Registry.Tests.Export;

public sealed class ExportSubjectsTests
{
    private static readonly Gen<string> Text = Gen.Char["=+-@',\"\n\r\t;a1甲 厂.%_!|\\"].Array[1, 8].Select(c => new string(c).Trim()).Where(t => t.Length > 0);

    private static readonly Gen<(string Name, decimal? Revenue, int? Staff, bool? Listed, int? Day, string? Phone, string[] Loans)[]> Firms =
        Gen.Select(Text, Gen.Decimal[-1000000m, 1000000m].Nullable(), Gen.Int[0, 100000].Nullable(), Gen.Bool.Nullable(), Gen.Int[0, 25000].Nullable(), Text.Null(), Text.Array[0, 3])
            .Select((name, revenue, staff, listed, day, phone, loans) => (name, revenue, staff, listed, day, phone, loans.Distinct().ToArray())).Array[1, 12];

    [DatabaseTheory, DatabaseData]
    public async Task ImportOfAnExport_ChangesNothing(TestDatabase database)
    {
        await using var town = await RegistryScenario.StartAsync(database);
        var next = 0;
        await Firms.SampleAsync(
            async firms =>
            {
                await LoadAsync(town, firms, next);
                next += firms.Length;
                var history = await town.CountAsync("reg_change");
                foreach (var list in new[] { null, "loans" })
                {
                    var path = town.NewPath();
                    var exported = (await town.AskAsync(new ExportSubjects("firm", path, list))).ShouldSucceed();
                    var imported = list is null
                        ? (await town.SendAsync(new ImportSubjects("firm", path))).ShouldSucceed()
                        : (await town.SendAsync(new ImportRecords("firm", list, path))).ShouldSucceed();
                    Assert.Equal((exported.Rows, exported.Rows, 0), (imported.Read, imported.Unchanged, imported.Quarantined));
                }

                Assert.Equal(history, await town.CountAsync("reg_change"));
            },
            iter: 15, threads: 1);
    }

    [Fact]
    public async Task FormulasAreGuarded_PersonalValuesMasked()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var town = await RegistryScenario.StartAsync(database);
        await town.ImportAsync($"code,name,phone,revenue\n{RegistryScenario.Code(1)},=1+1,13812345678,-5\n");
        var path = town.NewPath();
        var result = (await town.AskAsync(new ExportSubjects("firm", path))).ShouldSucceed();
        Assert.Equal(["phone"], result.MaskedColumns);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains($"{RegistryScenario.Code(1)},'=1+1,,,-5,false,,****,", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task LoadAsync(RegistryScenario town, (string Name, decimal? Revenue, int? Staff, bool? Listed, int? Day, string? Phone, string[] Loans)[] firms, int first)
    {
        await using var work = await town.Database.Database.BeginAsync();
        var loader = await BulkLoader.BeginAsync(town.Registry, work, town.FirmType, new BatchOrigin(new DateOnly(2020, 6, 30), DateTimeOffset.UnixEpoch));
        foreach (var (index, firm) in firms.Index())
        {
            var subject = new NewSubject(town.FirmType)
            {
                ["code"] = FeelValue.Of(RegistryScenario.Code(first + index + 1)),
                ["name"] = FeelValue.Of(firm.Name),
                ["revenue"] = FeelValue.Of(firm.Revenue is { } r ? decimal.Round(r, 2) : null),
                ["staff"] = FeelValue.Of((decimal?)firm.Staff),
                ["listed"] = FeelValue.Of(firm.Listed),
                ["founded"] = FeelValue.Of(firm.Day is { } d ? new DateOnly(1950, 1, 1).AddDays(d) : null),
                ["phone"] = FeelValue.Of(firm.Phone),
            };
            var shape = town.FirmType.Lists[0].Shape;
            subject.Lists[0] = new FeelList([.. firm.Loans.Select(l => FeelValue.Of(new FeelContext(shape, [FeelValue.Of(l), FeelValue.Of(1.5m), FeelValue.Null])))]);
            await loader.AddAsync(subject);
        }

        await loader.CompleteAsync();
        await work.CommitAsync();
    }
}
