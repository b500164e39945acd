using System.Data.Common;
using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Updates many rows of one table in the same columns: on SQLite one prepared statement, on PostgreSQL many in one round trip.</summary>
/// <param name="work">The unit of work.</param>
/// <param name="table">The table.</param>
/// <param name="columns">The columns set; each counts once.</param>
/// <param name="keys">The columns that name the row; null means <c>id</c>.</param>
internal sealed class RowUpdates(IUnitOfWork work, string table, IReadOnlyList<RegistryAttribute> columns, IReadOnlyList<string>? keys = null)
{
    private readonly IReadOnlyList<RegistryAttribute> columns = [.. columns.Distinct()];
    private readonly IReadOnlyList<string> keys = keys ?? ["id"];
    private readonly List<object[]> rows = [];

    /// <summary>Notes a row.</summary>
    /// <param name="key">Its key values.</param>
    /// <param name="value">Gives the new value of a column.</param>
    public void Add(IReadOnlyList<long> key, Func<RegistryAttribute, FeelValue> value) =>
        rows.Add([.. columns.Select(c => work.Dialect.ToStorage(RegistryTables.TypeOf(c.Type), RegistryTables.ToClr(value(c), c.Type))), .. key.Select(k => (object)k)]);

    /// <summary>Writes the rows noted.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var dialect = work.Dialect;
        var set = columns.Select((c, i) => $"{dialect.Quote(c.Id)} = @p{i}");
        var where = keys.Select((k, i) => $"{dialect.Quote(k)} = @p{columns.Count + i}");
        var sql = $"UPDATE {dialect.Quote(table)} SET {string.Join(", ", set)} WHERE {string.Join(" AND ", where)}";
        if (work.Connection.CanCreateBatch)
        {
            await FlushBatchAsync(sql, cancel).ConfigureAwait(false);
        }
        else
        {
            await FlushPreparedAsync(sql, cancel).ConfigureAwait(false);
        }

        rows.Clear();
    }

    private async Task FlushPreparedAsync(string sql, CancellationToken cancel)
    {
        await using var command = work.Command(sql);
        for (var i = 0; i < rows[0].Length; i++)
        {
            command.Parameters.Add(Parameter(command.CreateParameter(), i, DBNull.Value));
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private async Task FlushBatchAsync(string sql, CancellationToken cancel)
    {
        foreach (var portion in rows.Chunk(250))
        {
            await using var batch = work.Connection.CreateBatch();
            batch.Transaction = work.Transaction;
            foreach (var row in portion)
            {
                var command = batch.CreateBatchCommand();
#pragma warning disable CA2100 // names come from the checked declaration; values travel as parameters
                command.CommandText = sql;
#pragma warning restore CA2100
                for (var i = 0; i < row.Length; i++)
                {
                    command.Parameters.Add(Parameter(command.CreateParameter(), i, row[i]));
                }

                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }

    private static DbParameter Parameter(DbParameter parameter, int index, object value)
    {
        parameter.ParameterName = $"@p{index}";
        parameter.Value = value;
        return parameter;
    }
}
