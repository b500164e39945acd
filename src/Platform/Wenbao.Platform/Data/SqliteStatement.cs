using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wenbao.Platform.Data;

/// <summary>A statement that is prepared once and run for many rows: ADO.NET looks every parameter up by its name at each run, which many columns feel.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly IReadOnlyList<Column> columns;
    private readonly int[] positions;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <summary>Prepares a statement on the connection of a unit of work.</summary>
    /// <param name="connection">The connection; what runs takes part in its open transaction.</param>
    /// <param name="sql">One statement; its parameters are named like the columns, or are question marks in their order.</param>
    /// <param name="columns">The parameters with their types.</param>
    public SqliteStatement(SqliteConnection connection, string sql, IReadOnlyList<Column> columns)
    {
        this.columns = columns;
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
        var isNamed = raw.sqlite3_bind_parameter_name(statement, 1).utf8_to_string() is not null;
        positions = [.. columns.Select((c, i) => isNamed ? raw.sqlite3_bind_parameter_index(statement, "@" + c.Name) : i + 1)];
    }

    /// <summary>Runs it with the values of a row.</summary>
    /// <returns>The rows touched.</returns>
    public int Run(IReadOnlyList<object?> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, columns.Count);
        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i] > 0)
            {
                Check(Bind(positions[i], columns[i].Type, values[i]));
            }
        }

        var done = raw.sqlite3_step(statement);
        while (done == raw.SQLITE_ROW)
        {
            done = raw.sqlite3_step(statement);
        }

        var reset = raw.sqlite3_reset(statement);
        Check(done == raw.SQLITE_DONE ? reset : done);
        return raw.sqlite3_changes(database);
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private int Bind(int position, ColumnType type, object? value)
    {
        switch (type.Kind, value)
        {
            case (_, null or DBNull):
                return raw.sqlite3_bind_null(statement, position);
            case (ColumnKind.Integer, long number):
                return raw.sqlite3_bind_int64(statement, position, number);
            case (ColumnKind.Boolean, bool truth):
                return raw.sqlite3_bind_int64(statement, position, truth ? 1 : 0);
            case (ColumnKind.Decimal, decimal number):
                return raw.sqlite3_bind_int64(statement, position, SqliteDialect.Scaled(type, number));
            case (ColumnKind.Text, string text):
                return raw.sqlite3_bind_text(statement, position, text);
            case (ColumnKind.Date, DateOnly day):
                Span<byte> written = stackalloc byte[10];
                return day.TryFormat(written, out _, SqliteDialect.DateFormat, CultureInfo.InvariantCulture)
                    ? raw.sqlite3_bind_text(statement, position, written)
                    : throw new ArgumentOutOfRangeException(nameof(value));
            default:
                return SqliteDialect.Instance.ToStorage(type, value) switch
                {
                    long number => raw.sqlite3_bind_int64(statement, position, number),
                    string text => raw.sqlite3_bind_text(statement, position, text),
                    byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
                    var other => throw new ArgumentException($"SQLite does not store a {other.GetType().Name}.", nameof(value)),
                };
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
