using System.Data.Common;

namespace Wenbao.Platform.Data;

/// <summary>Short forms for plain statements.</summary>
public static class CommandExtensions
{
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
}
