using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Wenbao.Platform.Data;

/// <summary>Short forms for plain statements.</summary>
public static class CommandExtensions
{
    private const int RowsARoundTrip = 500;

    /// <summary>Adds a parameter with a value as its column stores it.</summary>
    /// <returns>The command itself.</returns>
    public static DbCommand With(this DbCommand command, SqlDialect dialect, string name, ColumnType type, object? value)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(dialect);
        var parameter = command.CreateParameter();
        parameter.ParameterName = dialect.Parameter(name);
        parameter.Value = dialect.ToStorage(type, value);
        command.Parameters.Add(parameter);
        return command;
    }

    /// <summary>Adds a parameter that holds many numbers, for <see cref="SqlDialect.IsAmong"/>.</summary>
    /// <returns>The command itself.</returns>
    public static DbCommand WithNumbers(this DbCommand command, SqlDialect dialect, string name, IReadOnlyCollection<long> numbers)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(numbers);
        return Many(command, dialect, name, dialect.Kind == DatabaseKind.Sqlite ? JsonSerializer.Serialize(numbers) : numbers.ToArray());
    }

    /// <summary>Adds a parameter that holds many texts, for <see cref="SqlDialect.IsAmong"/>.</summary>
    /// <returns>The command itself.</returns>
    public static DbCommand WithTexts(this DbCommand command, SqlDialect dialect, string name, IReadOnlyCollection<string> texts)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(texts);
        return Many(command, dialect, name, dialect.Kind == DatabaseKind.Sqlite ? JsonSerializer.Serialize(texts) : texts.ToArray());
    }

    /// <summary>Runs one statement once a row: on SQLite prepared, on PostgreSQL many in one round trip.</summary>
    /// <param name="unitOfWork">The unit of work.</param>
    /// <param name="sql">The statement; its parameters are named like the columns.</param>
    /// <param name="columns">The parameters with their types.</param>
    /// <param name="rows">One array a run, in the order of the columns.</param>
    /// <param name="cancel">Stops between rows.</param>
    /// <returns>The rows touched in all.</returns>
    public static async Task<long> RunForEachAsync(this IUnitOfWork unitOfWork, string sql, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        return unitOfWork.Connection is SqliteConnection sqlite
            ? RunPrepared(sqlite, sql, columns, rows, cancel)
            : await RunBatchedAsync(unitOfWork, sql, columns, rows, cancel).ConfigureAwait(false);
    }

    /// <summary>Runs a statement without parameters.</summary>
    /// <returns>The rows touched.</returns>
    public static async Task<int> ExecuteAsync(this DbConnection connection, string sql, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
            command.CommandText = sql;
#pragma warning restore CA2100
            return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a statement without parameters in a unit of work.</summary>
    /// <returns>The rows touched.</returns>
    public static async Task<int> ExecuteAsync(this IUnitOfWork unitOfWork, string sql, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        var command = unitOfWork.Command(sql);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static DbCommand Many(DbCommand command, SqlDialect dialect, string name, object values)
    {
        ArgumentNullException.ThrowIfNull(command);
        var parameter = command.CreateParameter();
        parameter.ParameterName = dialect.Parameter(name);
        parameter.Value = values;
        command.Parameters.Add(parameter);
        return command;
    }

    private static long RunPrepared(SqliteConnection connection, string sql, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var touched = 0L;
        using var statement = new SqliteStatement(connection, sql, columns);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            touched += statement.Run(row);
        }

        return touched;
    }

    private static async Task<long> RunBatchedAsync(IUnitOfWork unitOfWork, string sql, IReadOnlyList<Column> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var dialect = unitOfWork.Dialect;
        var touched = 0L;
        foreach (var portion in rows.Chunk(RowsARoundTrip))
        {
            var batch = unitOfWork.Connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                batch.Transaction = unitOfWork.Transaction;
                foreach (var row in portion)
                {
                    var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // the statement comes from code; values travel as parameters
                    command.CommandText = sql;
#pragma warning restore CA2100
                    for (var i = 0; i < columns.Count; i++)
                    {
                        var parameter = command.CreateParameter();
                        parameter.ParameterName = dialect.Parameter(columns[i].Name);
                        parameter.Value = dialect.ToStorage(columns[i].Type, row[i]);
                        command.Parameters.Add(parameter);
                    }

                    batch.BatchCommands.Add(command);
                }

                touched += await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
            }
        }

        return touched;
    }
}
