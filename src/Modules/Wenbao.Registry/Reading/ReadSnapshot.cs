using System.Data;
using System.Data.Common;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>One connection on which several statements read the same state side by side.</summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private int cursors;

    private ReadSnapshot(Database database, DbConnection connection, DbTransaction transaction)
    {
        Database = database;
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>The database read.</summary>
    public Database Database { get; }

    /// <summary>Opens the connection; what the first statement sees, all see.</summary>
    public static async Task<ReadSnapshot> OpenAsync(Database database, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        // A deferred transaction on SQLite pins what its first statement sees and blocks no writer.
        var transaction = connection is Microsoft.Data.Sqlite.SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel).ConfigureAwait(false);
        return new ReadSnapshot(database, connection, transaction);
    }

    /// <summary>A command; on PostgreSQL one at a time.</summary>
    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // names come from the checked declaration; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>A cursor that may stay open beside others.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="columns">The types of its columns; null for the registry's own whole numbers.</param>
    /// <param name="filter">Which subjects; fills the parameters.</param>
    /// <param name="cancel">Stops the opening.</param>
    public async Task<RowCursor> CursorAsync(string sql, IReadOnlyList<AttributeType?> columns, ScanFilter filter, CancellationToken cancel)
    {
        if (Database.Kind == DatabaseKind.Sqlite)
        {
            var command = filter.Fill(Command(sql), Database.Dialect);
            var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            return new SqliteRowCursor(command, (Microsoft.Data.Sqlite.SqliteDataReader)reader, columns);
        }

        if (filter.Only is not null)
        {
            return new PostgreSqlRowCursor(filter.Fill(Command(sql), Database.Dialect), columns, isWhole: true);
        }

        var name = $"c{cursors++}";
        await using (var declare = filter.Fill(Command($"DECLARE {name} NO SCROLL CURSOR FOR {sql}"), Database.Dialect))
        {
            await declare.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }

        return new PostgreSqlRowCursor(Command($"FETCH FORWARD {PostgreSqlRowCursor.RowsAtOnce} FROM {name}"), columns, isWhole: false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
