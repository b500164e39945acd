using System.Data.Common;
using Wenbao.Feel;

namespace Wenbao.Registry;

/// <summary>Reads PostgreSQL in portions, so that one connection serves many cursors.</summary>
/// <param name="command">Gives the next portion each time it runs; disposed with the cursor.</param>
/// <param name="columns">The types of the columns; null for the registry's own whole numbers.</param>
/// <param name="isWhole">Whether the first portion is all there is.</param>
internal sealed class PostgreSqlRowCursor(DbCommand command, IReadOnlyList<AttributeType?> columns, bool isWhole) : RowCursor
{
    /// <summary>Rows a portion.</summary>
    public const int RowsAtOnce = 2048;

    private readonly AttributeType?[] columns = [.. columns];
    private readonly List<FeelValue> cells = [];
    private int at;
    private bool isOver;

    public override async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        at += columns.Length;
        if (at < cells.Count)
        {
            return true;
        }

        if (isOver)
        {
            return false;
        }

        cells.Clear();
        at = 0;
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            for (var i = 0; i < columns.Length; i++)
            {
                cells.Add(Value(reader, i, columns[i]));
            }
        }

        isOver = isWhole || cells.Count < RowsAtOnce * columns.Length;
        return cells.Count > 0;
    }

    public override long Number(int ordinal) => (long)cells[at + ordinal].AsNumber()!.Value;

    public override FeelValue Value(int ordinal) => cells[at + ordinal];

    public override ValueTask DisposeAsync() => command.DisposeAsync();

    private static FeelValue Value(DbDataReader reader, int ordinal, AttributeType? type)
    {
        if (reader.IsDBNull(ordinal))
        {
            return FeelValue.Null;
        }

        return type?.Kind switch
        {
            null or AttributeKind.Whole => FeelValue.Of((decimal)reader.GetInt64(ordinal)),
            AttributeKind.Decimal => FeelValue.Of(reader.GetDecimal(ordinal)),
            AttributeKind.Truth => reader.GetBoolean(ordinal) ? FeelValue.True : FeelValue.False,
            AttributeKind.Day => FeelValue.Of(reader.GetFieldValue<DateOnly>(ordinal)),
            _ => FeelValue.Of(reader.GetString(ordinal)),
        };
    }
}
