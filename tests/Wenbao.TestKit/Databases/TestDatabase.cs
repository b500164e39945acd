using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.TestKit;

/// <summary>A fresh database for one test, with the platform's tables; gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? folder;

    private TestDatabase(Database database, string? folder)
    {
        Database = database;
        this.folder = folder;
    }

    /// <summary>The database.</summary>
    public Database Database { get; }

    /// <summary>Its system.</summary>
    public DatabaseKind Kind => Database.Kind;

    /// <summary>Makes one.</summary>
    /// <param name="kind">The system.</param>
    /// <param name="contexts">Contexts migrated besides the platform's.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, params MigratedContext[] contexts)
    {
        TestDatabase made;
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("wenbao-test-").FullName;
            made = new TestDatabase(Database.InFile(Path.Combine(folder, "test.db"), SqliteSynchronous.Off), folder);
        }
        else
        {
            var server = await PostgresServer.GetAsync().ConfigureAwait(false);
            made = new TestDatabase(new Database(DatabaseKind.PostgreSql, await server.CreateDatabaseAsync().ConfigureAwait(false)), null);
        }

        await new DatabaseMigrator(made.Database, [MigratedContext.Of<PlatformDb>(), .. contexts]).MigrateAsync().ConfigureAwait(false);
        return made;
    }

    /// <summary>Migrates a module's context as well.</summary>
    public Task MigrateAsync<TContext>()
        where TContext : DbContext => new DatabaseMigrator(Database, [MigratedContext.Of<TContext>()]).MigrateAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync().ConfigureAwait(false);
        if (folder is not null)
        {
            Directory.Delete(folder, recursive: true);
        }
        else
        {
            var server = await PostgresServer.GetAsync().ConfigureAwait(false);
            await server.DropDatabaseAsync(Database.ConnectionString).ConfigureAwait(false);
        }
    }

    /// <summary>The system's name, as the report shows it.</summary>
    public override string ToString() => Kind.ToString();
}
