using System.Globalization;

namespace Wenbao.Platform.Data;

/// <summary>SQLite: decimals are scaled integers, dates and moments ISO text, booleans 1 and 0.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    public const string DateFormat = "yyyy-MM-dd";

    public static readonly SqliteDialect Instance = new();

    private static readonly decimal[] Powers = [.. Enumerable.Range(0, 19).Select(Power)];

    public override DatabaseKind Kind => DatabaseKind.Sqlite;

    public override string SelfNumberingKey => "INTEGER PRIMARY KEY AUTOINCREMENT";

    public override string TypeName(ColumnType type) => type.Kind switch
    {
        ColumnKind.Integer or ColumnKind.Decimal or ColumnKind.Boolean => "INTEGER",
        ColumnKind.Binary => "BLOB",
        _ => "TEXT",
    };

    public override object ToStorage(ColumnType type, object? value) => (type.Kind, value) switch
    {
        (_, null or DBNull) => DBNull.Value,
        (ColumnKind.Integer, long or int or short) => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        (ColumnKind.Decimal, decimal number) => Scaled(type, number),
        (ColumnKind.Decimal, long or int) => Scaled(type, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        (ColumnKind.Text, string) => value,
        (ColumnKind.Boolean, bool flag) => flag ? 1L : 0L,
        (ColumnKind.Date, DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture),
        (ColumnKind.Instant, DateTimeOffset moment) => moment.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture),
        (ColumnKind.Binary, byte[]) => value,
        _ => throw Mismatch(type, value),
    };

    public override object? FromStorage(ColumnType type, object? stored) => (type.Kind, stored) switch
    {
        (_, null or DBNull) => null,
        (ColumnKind.Integer, _) => Convert.ToInt64(stored, CultureInfo.InvariantCulture),
        (ColumnKind.Decimal, _) => Convert.ToInt64(stored, CultureInfo.InvariantCulture) / Powers[type.Scale],
        (ColumnKind.Boolean, _) => Convert.ToInt64(stored, CultureInfo.InvariantCulture) != 0,
        (ColumnKind.Date, string text) => DateOnly.ParseExact(text, DateFormat, CultureInfo.InvariantCulture),
        (ColumnKind.Instant, string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        _ => stored,
    };

    /// <summary>A decimal as the whole number that is stored.</summary>
    public static long Scaled(ColumnType type, decimal value)
    {
        CheckScale(type, value);
        return decimal.ToInt64(value * Powers[type.Scale]);
    }

    public override string IsAmong(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({Parameter(parameter)}))";

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10m;
        }

        return power;
    }
}
