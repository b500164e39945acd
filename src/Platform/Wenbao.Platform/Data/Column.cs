namespace Wenbao.Platform.Data;

/// <summary>The kinds of columns the product's own tables have; each is stored in one fixed way on each system.</summary>
public enum ColumnKind
{
    /// <summary>A whole number of 64 bits: <see cref="long"/>.</summary>
    Integer,

    /// <summary>A decimal number: <see cref="decimal"/>; on SQLite an integer scaled by the column's scale, so sums are exact.</summary>
    Decimal,

    /// <summary>A text: <see cref="string"/>.</summary>
    Text,

    /// <summary>True or false: <see cref="bool"/>; on SQLite 1 and 0.</summary>
    Boolean,

    /// <summary>A calendar day: <see cref="DateOnly"/>; on SQLite ISO text.</summary>
    Date,

    /// <summary>A moment: <see cref="DateTimeOffset"/>; stored in UTC, on SQLite as ISO text with seven decimals, so that text order is time order.</summary>
    Instant,

    /// <summary>Bytes: an array of <see cref="byte"/>.</summary>
    Binary,
}

/// <summary>A kind of column with its particulars.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Precision">For decimals, the digits in all; else 0.</param>
/// <param name="Scale">For decimals, the digits after the point, 0 to 18; else 0.</param>
public readonly record struct ColumnType(ColumnKind Kind, int Precision = 0, int Scale = 0)
{
    /// <summary>A whole number.</summary>
    public static readonly ColumnType Integer = new(ColumnKind.Integer);

    /// <summary>A text.</summary>
    public static readonly ColumnType Text = new(ColumnKind.Text);

    /// <summary>True or false.</summary>
    public static readonly ColumnType Boolean = new(ColumnKind.Boolean);

    /// <summary>A calendar day.</summary>
    public static readonly ColumnType Date = new(ColumnKind.Date);

    /// <summary>A moment.</summary>
    public static readonly ColumnType Instant = new(ColumnKind.Instant);

    /// <summary>Bytes.</summary>
    public static readonly ColumnType Binary = new(ColumnKind.Binary);

    /// <summary>A decimal number.</summary>
    public static ColumnType Decimal(int precision, int scale) => new(ColumnKind.Decimal, precision, scale);
}

/// <summary>A column of a table written in bulk.</summary>
/// <param name="Name">The name as stored.</param>
/// <param name="Type">The type.</param>
public sealed record Column(string Name, ColumnType Type);
