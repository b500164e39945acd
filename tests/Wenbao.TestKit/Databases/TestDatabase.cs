using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Data;

namespace Wenbao.TestKit;

/// <summary>A fresh database for one test, with the platform's tables; gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<string>>> Templates = new();
    private static string? templateFolder;
    private static IReadOnlyList<MigratedContext> standard = [MigratedContext.Of<PlatformDb>()];

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
        var template = await Templates.GetOrAdd(kind, static k => new Lazy<Task<string>>(() => Task.Run(() => MakeTemplateAsync(k)))).Value.ConfigureAwait(false);
        TestDatabase made;
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("wenbao-test-").FullName;
            var file = Path.Combine(folder, "test.db");
            File.Copy(template, file);
            made = new TestDatabase(Database.InFile(file, SqliteSynchronous.Off), folder);
        }
        else
        {
            var server = await PostgresServer.GetAsync().ConfigureAwait(false);
            made = new TestDatabase(new Database(DatabaseKind.PostgreSql, await server.CreateDatabaseAsync(template).ConfigureAwait(false)), null);
        }

        if (contexts.Length > 0)
        {
            await new DatabaseMigrator(made.Database, contexts).MigrateAsync().ConfigureAwait(false);
        }

        return made;
    }

    /// <summary>Says which contexts every database of this test run starts with, besides the platform's: they are migrated once, and copied.</summary>
    /// <param name="contexts">The contexts, in the order they are migrated.</param>
    public static void StartWith(params IReadOnlyList<MigratedContext> contexts) => standard = [MigratedContext.Of<PlatformDb>(), .. contexts];

    /// <summary>Removes what the databases of this run were copied from.</summary>
    internal static void DropTemplate()
    {
        if (Interlocked.Exchange(ref templateFolder, null) is { } folder)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Makes the database that the others are copies of.</summary>
    /// <returns>Its file, or its connection string.</returns>
    private static async Task<string> MakeTemplateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("wenbao-template-").FullName;
            templateFolder = folder;
            var file = Path.Combine(folder, "template.db");
            await MigrateAsync(Database.InFile(file, SqliteSynchronous.Off)).ConfigureAwait(false);
            return file;
        }

        var made = await (await PostgresServer.GetAsync().ConfigureAwait(false)).CreateDatabaseAsync().ConfigureAwait(false);
        await MigrateAsync(new Database(DatabaseKind.PostgreSql, made)).ConfigureAwait(false);
        return made;
    }

    private static async Task MigrateAsync(Database database)
    {
        await new DatabaseMigrator(database, standard).MigrateAsync().ConfigureAwait(false);
        // A template that somebody is connected to cannot be copied.
        await database.DisposeAsync().ConfigureAwait(false);
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
