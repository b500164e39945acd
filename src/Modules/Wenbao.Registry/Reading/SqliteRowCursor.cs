using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Reads SQLite's cells from the statement itself: days and decimals without a text in between, frequent texts without a new string each.</summary>
internal sealed class SqliteRowCursor : RowCursor
{
    private readonly sqlite3_stmt statement;
    private readonly AttributeType?[] columns;
    private readonly TextCache?[] caches;

    private readonly DbCommand command;
    private readonly SqliteDataReader reader;

    public SqliteRowCursor(DbCommand command, SqliteDataReader reader, IReadOnlyList<AttributeType?> columns)
    {
        this.command = command;
        this.reader = reader;
        statement = reader.Handle!;
        this.columns = [.. columns];
        caches = [.. columns.Select(c => c?.Kind is AttributeKind.Text or AttributeKind.Choice or AttributeKind.Reference ? new TextCache() : null)];
    }

    // SQLite has no asynchronous reading; the async form would only wrap this call.
    public override ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return new ValueTask<bool>(reader.Read());
    }

    public override async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync().ConfigureAwait(false);
        await command.DisposeAsync().ConfigureAwait(false);
    }

    public override long Number(int ordinal) => raw.sqlite3_column_int64(statement, ordinal);

    public override FeelValue Value(int ordinal)
    {
        if (raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL)
        {
            return FeelValue.Null;
        }

        var type = columns[ordinal];
        switch (type?.Kind)
        {
            case null or AttributeKind.Whole:
                return FeelValue.Of((decimal)raw.sqlite3_column_int64(statement, ordinal));
            case AttributeKind.Decimal:
                return FeelValue.Of(Scaled(raw.sqlite3_column_int64(statement, ordinal), (byte)type.Scale));
            case AttributeKind.Truth:
                return raw.sqlite3_column_int64(statement, ordinal) != 0 ? FeelValue.True : FeelValue.False;
            case AttributeKind.Day:
                return FeelValue.Of(Day(Bytes(ordinal)));
            default:
                return caches[ordinal]!.Get(Bytes(ordinal));
        }
    }

    private ReadOnlySpan<byte> Bytes(int ordinal) => raw.sqlite3_column_blob(statement, ordinal);

    private static decimal Scaled(long units, byte scale)
    {
        var magnitude = (ulong)Math.Abs(units);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, units < 0, scale);
    }

    /// <summary>The day of a text <c>yyyy-MM-dd</c>.</summary>
    private static DateOnly Day(ReadOnlySpan<byte> text) => new(
        ((((((text[0] - '0') * 10) + text[1] - '0') * 10) + text[2] - '0') * 10) + text[3] - '0',
        ((text[5] - '0') * 10) + text[6] - '0',
        ((text[8] - '0') * 10) + text[9] - '0');
}
