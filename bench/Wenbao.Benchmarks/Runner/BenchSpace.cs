using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;
using Wenbao.TestKit;

namespace Wenbao.Benchmarks.Runner;

/// <summary>A folder and a database of one benchmark; gone afterwards.</summary>
internal sealed class BenchSpace : IAsyncDisposable
{
    private BenchSpace(Database database, string folder)
    {
        Database = database;
        Folder = folder;
    }

    /// <summary>The database, with nothing in it. SQLite presses every commit onto the disk, as the product does.</summary>
    public Database Database { get; }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The PostgreSQL connection string to use instead of a server of its own; such a server has its own settings and its own disk.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("WENBAO_BENCH_POSTGRES");

    public static async Task<BenchSpace> CreateAsync(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("wenbao-bench-").FullName;
        var database = kind == DatabaseKind.Sqlite
            ? Database.InFile(Path.Combine(folder, "wenbao.db"))
            : new Database(kind, Server ?? await (await PostgresServer.GetAsync()).CreateDatabaseAsync());
        return new BenchSpace(database, folder);
    }

    /// <summary>Makes the tables of a context.</summary>
    public Task MigrateAsync<TContext>()
        where TContext : DbContext => new DatabaseMigrator(Database, [MigratedContext.Of<TContext>()]).MigrateAsync();

    /// <summary>Has PostgreSQL count its rows anew, as its own upkeep would have by the time a table is old.</summary>
    public async Task AnalyzeAsync()
    {
        await using var connection = await Database.OpenAsync();
        await connection.ExecuteAsync(Database.Kind == DatabaseKind.Sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "ANALYZE");
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        for (var tries = 0; ; tries++)
        {
            try
            {
                Directory.Delete(Folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 10)
            {
                // A keeper of anchors may write a last line.
                await Task.Delay(100);
            }
        }
    }
}
