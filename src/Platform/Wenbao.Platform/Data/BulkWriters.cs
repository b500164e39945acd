using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Wenbao.Platform.Data;

/// <summary>Opens bulk writers.</summary>
public static class BulkWriters
{
    /// <summary>Opens a writer within a unit of work.</summary>
    /// <param name="unitOfWork">The unit of work that commits the rows.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns given with every row; others take their defaults.</param>
    /// <param name="cancel">Stops the opening.</param>
    public static async Task<IBulkWriter> BulkAsync(this IUnitOfWork unitOfWork, string table, IReadOnlyList<Column> columns, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        ArgumentNullException.ThrowIfNull(columns);
        var dialect = unitOfWork.Dialect;
        var names = string.Join(", ", columns.Select(c => dialect.Quote(c.Name)));
        if (unitOfWork.Connection is NpgsqlConnection npgsql)
        {
            var importer = await npgsql.BeginBinaryImportAsync($"COPY {dialect.Quote(table)} ({names}) FROM STDIN (FORMAT BINARY)", cancel).ConfigureAwait(false);
            return new CopyWriter(importer, columns);
        }

        var sql = $"INSERT INTO {dialect.Quote(table)} ({names}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        return new InsertWriter(new SqliteStatement((SqliteConnection)unitOfWork.Connection, sql, columns));
    }

    /// <summary>One prepared INSERT, run once a row.</summary>
    private sealed class InsertWriter(SqliteStatement insert) : IBulkWriter
    {
        public long Rows { get; private set; }

        public ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken cancel = default)
        {
            cancel.ThrowIfCancellationRequested();

            // SQLite has no asynchronous writing; the async form would only wrap this call.
            insert.Run(values);
            Rows++;
            return ValueTask.CompletedTask;
        }

        public Task CompleteAsync(CancellationToken cancel = default) => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            insert.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>A binary COPY.</summary>
    private sealed class CopyWriter(NpgsqlBinaryImporter importer, IReadOnlyList<Column> columns) : IBulkWriter
    {
        private readonly NpgsqlDbType[] types = [.. columns.Select(c => Type(c.Type.Kind))];

        public long Rows { get; private set; }

        public async ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken cancel = default)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, columns.Count);
            await importer.StartRowAsync(cancel).ConfigureAwait(false);
            for (var i = 0; i < columns.Count; i++)
            {
                var stored = PostgreSqlDialect.Instance.ToStorage(columns[i].Type, values[i]);
                await (stored switch
                {
                    DBNull => importer.WriteNullAsync(cancel),
                    long number => importer.WriteAsync(number, types[i], cancel),
                    decimal number => importer.WriteAsync(number, types[i], cancel),
                    bool flag => importer.WriteAsync(flag, types[i], cancel),
                    DateOnly day => importer.WriteAsync(day, types[i], cancel),
                    DateTime moment => importer.WriteAsync(moment, types[i], cancel),
                    string text => importer.WriteAsync(text, types[i], cancel),
                    _ => importer.WriteAsync((byte[])stored, types[i], cancel),
                }).ConfigureAwait(false);
            }

            Rows++;
        }

        public async Task CompleteAsync(CancellationToken cancel = default) => await importer.CompleteAsync(cancel).ConfigureAwait(false);

        public ValueTask DisposeAsync() => importer.DisposeAsync();

        private static NpgsqlDbType Type(ColumnKind kind) => kind switch
        {
            ColumnKind.Integer => NpgsqlDbType.Bigint,
            ColumnKind.Decimal => NpgsqlDbType.Numeric,
            ColumnKind.Boolean => NpgsqlDbType.Boolean,
            ColumnKind.Date => NpgsqlDbType.Date,
            ColumnKind.Instant => NpgsqlDbType.TimestampTz,
            ColumnKind.Binary => NpgsqlDbType.Bytea,
            _ => NpgsqlDbType.Text,
        };
    }
}
