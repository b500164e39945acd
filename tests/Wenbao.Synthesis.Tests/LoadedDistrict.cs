using Wenbao.Feel;
using Wenbao.Platform.Data;
using Wenbao.Registry;
using Wenbao.TestKit;

namespace Wenbao.Synthesis.Tests;

/// <summary>A district in a database of its own; records below records are left out.</summary>
internal sealed class LoadedDistrict : IAsyncDisposable, IPopulationSink
{
    private readonly TestDatabase database;
    private readonly RegistryCatalogue catalogue;
    private IUnitOfWork? work;

    private LoadedDistrict(TestDatabase database, RegistryCatalogue catalogue)
    {
        this.database = database;
        this.catalogue = catalogue;
        Reader = new SubjectReader(database.Database, catalogue.Declaration);
    }

    public SubjectReader Reader { get; }

    public Population Population { get; private set; } = null!;

    public static async Task<LoadedDistrict> MakeAsync(ulong seed, int size, CancellationToken cancel)
    {
        var loaded = new LoadedDistrict(await TestDatabase.CreateAsync(DatabaseKind.Sqlite), RegistryCatalogue.Read(District.Pack).ShouldSucceed());
        (await RegistrySchema.EnsureAsync(loaded.database.Database, loaded.catalogue.Declaration, cancel)).ShouldSucceed();
        await using var work = await loaded.database.Database.BeginAsync(cancel);
        loaded.work = work;
        loaded.Population = (await PopulationGenerator.GenerateAsync(District.Pack, loaded.catalogue.Declaration, seed, size, loaded, null, cancel)).ShouldSucceed();
        await work.CommitAsync(cancel);
        return loaded;
    }

    public async Task WriteAsync(PopulationTable table, CancellationToken cancel)
    {
        var type = catalogue.FindType(table.Type.Id).ShouldSucceed();
        var loader = await BulkLoader.BeginAsync(catalogue, work!, type, new BatchOrigin(new DateOnly(2020, 6, 30), DateTimeOffset.UnixEpoch), cancel);
        var records = table.Lists.Where(l => l.List.Parent is null)
            .ToDictionary(l => l.List.Id, l => Enumerable.Range(0, l.Rows).ToLookup(l.SubjectAt, r => RecordAt(l, type.FindList(l.List.Id)!, r)));
        var subject = new NewSubject(type);
        for (var row = 0; row < table.Rows; row++)
        {
            subject.Clear();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                subject.Values[i] = table.Columns[i].FeelAt(row);
            }

            for (var i = 0; i < type.Lists.Count; i++)
            {
                subject.Lists[i] = new FeelList([.. records[type.Lists[i].Id][row]]);
            }

            await loader.AddAsync(subject, cancel);
        }

        await loader.CompleteAsync(cancel);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static FeelValue RecordAt(RecordTable table, RecordList list, int row)
    {
        FeelValue[] values = [.. table.Columns.Select(c => c.FeelAt(row)), .. list.Children.Select(_ => FeelValue.Of(FeelList.Empty))];
        return FeelValue.Of(new FeelContext(list.Shape, values));
    }
}
