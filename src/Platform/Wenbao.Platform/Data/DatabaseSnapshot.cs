using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Wenbao.Platform.Data;

/// <summary>One state of the database, read by several statements side by side while others go on writing.</summary>
internal sealed class DatabaseSnapshot : IAsyncDisposable
{
    private readonly Database database;
    private readonly DbConnection first;
    private readonly DbTransaction transaction;
    private readonly List<DbConnection> others = [];
    private readonly string? exported;

    private DatabaseSnapshot(Database database, DbConnection first, DbTransaction transaction, string? exported)
    {
        this.database = database;
        this.first = first;
        this.transaction = transaction;
        this.exported = exported;
    }

    /// <summary>The connection of the first statement.</summary>
    public DbConnection Connection => first;

    /// <summary>Fixes the state as it is now.</summary>
    public static async Task<DatabaseSnapshot> OpenAsync(Database database, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        try
        {
            if (connection is SqliteConnection sqlite)
            {
                // A deferred transaction sees what its first statement saw, and blocks no writer.
                var deferred = sqlite.BeginTransaction(deferred: true);
                await ScalarAsync(connection, "SELECT count(*) FROM sqlite_schema", cancel).ConfigureAwait(false);
                return new DatabaseSnapshot(database, connection, deferred, null);
            }

            var repeatable = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel).ConfigureAwait(false);
            return new DatabaseSnapshot(database, connection, repeatable, (string)(await ScalarAsync(connection, "SELECT pg_export_snapshot()", cancel).ConfigureAwait(false))!);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A connection that sees the same state, for a statement beside the first: on SQLite the same one, which carries several; on PostgreSQL another.</summary>
    public async Task<DbConnection> BesideAsync(CancellationToken cancel)
    {
        if (exported is null)
        {
            return first;
        }

        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        others.Add(connection);
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel).ConfigureAwait(false);
        await connection.ExecuteAsync($"SET TRANSACTION SNAPSHOT '{exported}'", cancel).ConfigureAwait(false);
        return connection;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in others)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }

        await transaction.DisposeAsync().ConfigureAwait(false);
        await first.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // the statement comes from code
            command.CommandText = sql;
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false);
        }
    }
}
