using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>A connection on which every statement sees the same state of the books, and blocks no writer.</summary>
internal sealed class BookSnapshot : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;

    private BookSnapshot(Database database, DbConnection connection, DbTransaction transaction)
    {
        Dialect = database.Dialect;
        this.connection = connection;
        this.transaction = transaction;
    }

    /// <summary>How SQL is spelt there.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The connection, for those who read on their own.</summary>
    public DbConnection Connection => connection;

    /// <summary>Opens it.</summary>
    public static async Task<BookSnapshot> OpenAsync(Database database, CancellationToken cancel)
    {
        var connection = await database.OpenAsync(cancel).ConfigureAwait(false);
        try
        {
            var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel).ConfigureAwait(false);
            return new BookSnapshot(database, connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A command; one at a time.</summary>
    public DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync().ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }
}
