using Wenbao.Feel;
using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>The values of one attribute or record field, one a row: numbers scaled to whole units, days as day numbers, choices as positions, texts as they are.</summary>
public sealed class PopulationColumn
{
    private const long Empty = long.MinValue;
    private readonly decimal unit;
    private readonly int scale;
    private long[] numbers = [];
    private string?[] texts = [];

    internal PopulationColumn(RegistryAttribute attribute, int rows)
    {
        Attribute = attribute;
        scale = attribute.Type.Scale;
        unit = 1;
        for (var i = 0; i < scale; i++)
        {
            unit *= 10;
        }

        IsText = attribute.Type.Kind is AttributeKind.Text or AttributeKind.Reference;
        Resize(rows);
    }

    /// <summary>The attribute or field.</summary>
    public RegistryAttribute Attribute { get; }

    /// <summary>Whether the values are texts rather than numbers, days, truths or choices.</summary>
    public bool IsText { get; }

    /// <summary>A value that did not fit the type and was left out; null when all did.</summary>
    internal string? Unfit { get; private set; }

    /// <summary>The text of a row; null when there is none. Only for texts and references.</summary>
    public string? TextAt(int row) => texts[row];

    /// <summary>The stored number of a row, or null: scaled by the type's decimals, 0 or 1, a day number, or the position of a choice.</summary>
    public long? StoredAt(int row) => numbers[row] == Empty ? null : numbers[row];

    /// <summary>Whether the row has no value.</summary>
    public bool IsNullAt(int row) => IsText ? texts[row] is null : numbers[row] == Empty;

    /// <summary>The value of a row: a <see cref="string"/>, <see cref="long"/>, <see cref="decimal"/>, <see cref="bool"/> or <see cref="DateOnly"/>; null for none.</summary>
    public object? ValueAt(int row) => IsNullAt(row) ? null : Attribute.Type.Kind switch
    {
        AttributeKind.Whole => numbers[row],
        AttributeKind.Decimal => Decimal(numbers[row]),
        AttributeKind.Truth => numbers[row] != 0,
        AttributeKind.Day => DateOnly.FromDayNumber((int)numbers[row]),
        AttributeKind.Choice => Attribute.Type.Choices[(int)numbers[row]],
        _ => texts[row],
    };

    /// <summary>The value of a row as decision models see it.</summary>
    public FeelValue FeelAt(int row) => ToFeel(this[row]);

    /// <summary>Reads a value as files write it.</summary>
    internal FeelValue Parse(string written) => written.Length == 0 ? FeelValue.Null : ToFeel(Datum.Parse(written, IsText || Attribute.Type.Kind == AttributeKind.Choice));

    internal Datum this[int row]
    {
        get => IsNullAt(row) ? Datum.Null : Attribute.Type.Kind switch
        {
            AttributeKind.Whole => new Datum(DatumKind.Number, numbers[row], null),
            AttributeKind.Decimal => new Datum(DatumKind.Number, Decimal(numbers[row]), null),
            AttributeKind.Truth => new Datum(DatumKind.Truth, numbers[row], null),
            AttributeKind.Day => new Datum(DatumKind.Day, numbers[row], null),
            AttributeKind.Choice => new Datum(DatumKind.Text, 0, Attribute.Type.Choices[(int)numbers[row]]),
            _ => new Datum(DatumKind.Text, 0, texts[row]),
        };
        set
        {
            if (IsText)
            {
                texts[row] = value.IsNull ? null : value.Kind == DatumKind.Text ? value.Text : value.Written;
            }
            else
            {
                numbers[row] = value.IsNull ? Empty : Store(value);
            }
        }
    }

    internal void Resize(int rows)
    {
        var before = IsText ? texts.Length : numbers.Length;
        if (IsText)
        {
            Array.Resize(ref texts, rows);
        }
        else
        {
            Array.Resize(ref numbers, rows);
            numbers.AsSpan(before).Fill(Empty);
        }
    }

    internal static Datum FromFeel(FeelValue value) =>
        value.AsString() is { } text ? Datum.Of(text)
        : value.AsNumber() is { } number ? Datum.Of(number)
        : value.AsBoolean() is { } truth ? Datum.Of(truth)
        : value.AsDate() is { } day ? Datum.Of(day)
        : Datum.Null;

    private static FeelValue ToFeel(Datum value) => value.Kind switch
    {
        DatumKind.Null => FeelValue.Null,
        DatumKind.Number => FeelValue.Of(value.Number),
        DatumKind.Truth => FeelValue.Of(value.Number != 0),
        DatumKind.Day => FeelValue.Of(DateOnly.FromDayNumber((int)value.Number)),
        _ => FeelValue.Of(value.Text),
    };

    private decimal Decimal(long stored)
    {
        var negative = stored < 0;
        var size = (ulong)Math.Abs(stored);
        return new decimal((int)(uint)size, (int)(uint)(size >> 32), 0, negative, (byte)scale);
    }

    private long Store(Datum value)
    {
        if (Attribute.Type.Kind == AttributeKind.Choice)
        {
            for (var i = 0; i < Attribute.Type.Choices.Count; i++)
            {
                if (Attribute.Type.Choices[i] == (value.Text ?? value.Written))
                {
                    return i;
                }
            }

            Unfit = value.Written;
            return Empty;
        }

        if (value.Kind == DatumKind.Text)
        {
            Unfit = value.Written;
            return Empty;
        }

        return (long)decimal.Round(value.Number * unit, MidpointRounding.AwayFromZero);
    }
}
