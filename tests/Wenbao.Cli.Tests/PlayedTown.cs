using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Server;
using Wenbao.Synthesis;

namespace Wenbao.Cli.Tests;

/// <summary>A small town of 120 firms whose past weeks are played, as <c>wenbao demo --with-history</c> does it.</summary>
internal sealed class PlayedTown : IAsyncDisposable
{
    public const string Pack = "tests/packs/weir-town";
    public const int Firms = 120;

    private readonly ServiceProvider services;
    private readonly WenbaoOptions options;
    private readonly JobProgress progress;

    private PlayedTown(ServiceProvider services, WenbaoOptions options, JobProgress progress)
    {
        this.services = services;
        this.options = options;
        this.progress = progress;
    }

    /// <summary>Where a test's town lies.</summary>
    public static WenbaoOptions OptionsOf(TestDatabase test, TestFolder folder) => new(
        Repository.PathOf(Pack), Path.Combine(folder.Path, "data"), ConnectionString: test.Database.Kind == DatabaseKind.PostgreSql ? test.Database.ConnectionString : null);

    /// <summary>Opens it on an empty or a filled database.</summary>
    public static async Task<PlayedTown> OpenAsync(WenbaoOptions options, JobProgress? progress = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddWenbao(options, progress, bulk: true).ShouldSucceed();
        var town = new PlayedTown(collection.BuildServiceProvider(), options, progress ?? JobProgress.None);
        Assert.Null(await DistrictDatabase.PrepareAsync(town.services, CancellationToken.None));
        return town;
    }

    /// <summary>Makes the firms and plays their past weeks.</summary>
    public async Task<PlayedHistory> PlayAsync(CancellationToken cancel = default)
    {
        (await DemoDistrict.MakeAsync(services, options, seed: 1, Firms, progress, cancel)).ShouldSucceed();
        return (await DemoDistrict.PlayAsync(services, options, progress, cancel)).ShouldSucceed();
    }

    public async Task<IReadOnlyList<MarginFigure>> ReportAsync() => (await DistrictMargins.ReportAsync(services, options, CancellationToken.None)).ShouldSucceed();

    public async Task<T> AskAsync<T>(string actor, IQuery<T> query) =>
        (await services.GetRequiredService<IOperationPipeline>().AskAsync(query, new OperationContext(actor))).ShouldSucceed();

    /// <summary>The rows of a statement, their values joined by blanks.</summary>
    public async Task<string[]> RowsAsync(string sql)
    {
        var rows = new List<string>();
        await using var connection = await services.GetRequiredService<Database>().OpenAsync();
        await using var select = connection.CreateCommand();
#pragma warning disable CA2100 // the statements of the tests
        select.CommandText = sql;
#pragma warning restore CA2100
        await using var row = await select.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(i => Convert.ToString(row.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return [.. rows];
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var work = await services.GetRequiredService<Database>().BeginAsync();
        await work.ExecuteAsync(sql);
        await work.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var database = services.GetRequiredService<Database>();
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
