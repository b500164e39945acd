using System.Data.Common;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Payments;

/// <summary>Reads the columns of a row one after the other, as the dialect stores them.</summary>
internal sealed class RowReader(DbDataReader row, SqlDialect dialect)
{
    private int next;

    /// <summary>Starts with the first column again, for the next row.</summary>
    public void Restart() => next = 0;

    public long Long() => row.GetInt64(next++);

    public long? LongOrNull() => row.IsDBNull(next) ? Skip<long?>() : row.GetInt64(next++);

    public string Text() => row.GetString(next++);

    public string? TextOrNull() => row.IsDBNull(next) ? Skip<string?>() : row.GetString(next++);

    public bool Bool() => (bool)dialect.FromStorage(ColumnType.Boolean, row.GetValue(next++))!;

    public DateOnly Day() => (DateOnly)dialect.FromStorage(ColumnType.Date, row.GetValue(next++))!;

    public DateOnly? DayOrNull() => (DateOnly?)dialect.FromStorage(ColumnType.Date, row.GetValue(next++));

    public Money Money() => new(row.GetInt64(next++));

    public TEnum Enum<TEnum>()
        where TEnum : struct, System.Enum => System.Enum.Parse<TEnum>(row.GetString(next++));

    private T? Skip<T>()
    {
        next++;
        return default;
    }
}
