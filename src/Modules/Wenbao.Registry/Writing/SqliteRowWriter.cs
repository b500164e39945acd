using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Writes rows into SQLite through the statement itself: ADO.NET looks every parameter up by name, which a hundred columns feel.</summary>
internal sealed class SqliteRowWriter : IBulkWriter
{
    private readonly IUnitOfWork work;
    private readonly IReadOnlyList<Column> columns;
    private readonly decimal[] units;
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteRowWriter(IUnitOfWork work, string table, IReadOnlyList<Column> columns)
    {
        this.work = work;
        this.columns = columns;
        database = ((SqliteConnection)work.Connection).Handle!;
        units = [.. columns.Select(c => new decimal(Math.Pow(10, c.Type.Scale)))];
        var names = string.Join(", ", columns.Select(c => work.Dialect.Quote(c.Name)));
        Check(raw.sqlite3_prepare_v2(database, $"INSERT INTO {work.Dialect.Quote(table)} ({names}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})", out statement));
    }

    public long Rows { get; private set; }

    public ValueTask WriteAsync(IReadOnlyList<object?> values, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Count, columns.Count);
        cancel.ThrowIfCancellationRequested();
        for (var i = 0; i < values.Count; i++)
        {
            Check(Bind(i, values[i]));
        }

        var done = raw.sqlite3_step(statement);
        var reset = raw.sqlite3_reset(statement);
        Check(done == raw.SQLITE_DONE ? reset : done);
        Rows++;
        return ValueTask.CompletedTask;
    }

    public Task CompleteAsync(CancellationToken cancel = default) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private int Bind(int column, object? value)
    {
        var index = column + 1;
        return value switch
        {
            null or DBNull => raw.sqlite3_bind_null(statement, index),
            string text => raw.sqlite3_bind_text(statement, index, text),
            long number => raw.sqlite3_bind_int64(statement, index, number),
            bool truth => raw.sqlite3_bind_int64(statement, index, truth ? 1 : 0),
            decimal number => BindScaled(column, number),
            DateOnly day => BindDay(index, day),
            _ => Bind(column, work.Dialect.ToStorage(columns[column].Type, value)),
        };
    }

    private int BindScaled(int column, decimal number)
    {
        var scaled = number * units[column];
        return scaled == decimal.Truncate(scaled)
            ? raw.sqlite3_bind_int64(statement, column + 1, decimal.ToInt64(scaled))
            : throw new ArgumentException($"{number.ToString(CultureInfo.InvariantCulture)} has more than {columns[column].Type.Scale} digits after the point.", nameof(number));
    }

    private int BindDay(int index, DateOnly day)
    {
        Span<byte> text = stackalloc byte[10];
        return day.TryFormat(text, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            ? raw.sqlite3_bind_text(statement, index, text)
            : throw new ArgumentOutOfRangeException(nameof(day));
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
