using System.Globalization;

namespace Wenbao.Feel;

/// <summary>A FEEL value: 24 bytes, no boxing of numbers, dates and booleans.</summary>
/// <remarks>
/// Numbers are <see cref="decimal"/> (28 digits) for now; the payload is private, so that the 34-digit type can take its place.
/// Source: DMN 1.5 §10.3.2.2 (semantic domains).
/// </remarks>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    private static readonly object[] Tags = [.. Enumerable.Range(0, 16).Select(kind => (object)new KindTag((FeelKind)kind))];

    /// <summary>Either a <see cref="KindTag"/> (the payload is the value) or the value itself: string, list, context, range, function, date and time with zone.</summary>
    private readonly object? tagOrReference;
    private readonly decimal payload;

    private FeelValue(FeelKind kind, decimal payload)
    {
        tagOrReference = Tags[(int)kind];
        this.payload = payload;
    }

    private FeelValue(object reference)
    {
        tagOrReference = reference;
        payload = 0m;
    }

    /// <summary>Null without a reason: the default value of the type.</summary>
    public static FeelValue Null => default;

    /// <summary>True.</summary>
    public static readonly FeelValue True = new(FeelKind.Boolean, 1m);

    /// <summary>False.</summary>
    public static readonly FeelValue False = new(FeelKind.Boolean, 0m);

    /// <summary>The kind of the value.</summary>
    public FeelKind Kind => tagOrReference switch
    {
        null => FeelKind.Null,
        KindTag tag => tag.Kind,
        string => FeelKind.String,
        FeelList => FeelKind.List,
        FeelContext => FeelKind.Context,
        FeelRange => FeelKind.Range,
        FeelFunction => FeelKind.Function,
        FeelTime => FeelKind.Time,
        FeelDateTime => FeelKind.DateTime,
        _ => FeelKind.Null,
    };

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => tagOrReference is null;

    /// <summary>Whether the value is exactly true.</summary>
    public bool IsTrue => ReferenceEquals(tagOrReference, Tags[(int)FeelKind.Boolean]) && payload != 0m;

    /// <summary>Whether the value is exactly false.</summary>
    public bool IsFalse => ReferenceEquals(tagOrReference, Tags[(int)FeelKind.Boolean]) && payload == 0m;

    /// <summary>A truth value; null stays null.</summary>
    public static FeelValue Of(bool? value) => value switch { true => True, false => False, null => Null };

    /// <summary>A number; null stays null.</summary>
    public static FeelValue Of(decimal? value) => value is { } number ? new FeelValue(FeelKind.Number, number) : Null;

    /// <summary>A text; null stays null.</summary>
    public static FeelValue Of(string? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A calendar day; null stays null.</summary>
    public static FeelValue Of(DateOnly? value) => value is { } day ? new FeelValue(FeelKind.Date, day.DayNumber) : Null;

    /// <summary>A list; null stays null.</summary>
    public static FeelValue Of(FeelList? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A context; null stays null.</summary>
    public static FeelValue Of(FeelContext? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A range; null stays null.</summary>
    public static FeelValue Of(FeelRange? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A function; null stays null.</summary>
    public static FeelValue Of(FeelFunction? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A time of day; null stays null.</summary>
    public static FeelValue Of(FeelTime? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A day with a time; null stays null.</summary>
    public static FeelValue Of(FeelDateTime? value) => value is null ? Null : new FeelValue(value);

    /// <summary>A duration of days and seconds, counted in seconds with fractions.</summary>
    public static FeelValue OfSeconds(decimal seconds) => new(FeelKind.DaysTimeDuration, seconds);

    /// <summary>A duration of years and months, counted in months.</summary>
    public static FeelValue OfMonths(long months) => new(FeelKind.YearsMonthsDuration, months);

    /// <summary>The truth value, or null for any other kind.</summary>
    public bool? AsBoolean() => Is(FeelKind.Boolean) ? payload != 0m : null;

    /// <summary>The number, or null for any other kind.</summary>
    public decimal? AsNumber() => Is(FeelKind.Number) ? payload : null;

    /// <summary>The text, or null for any other kind.</summary>
    public string? AsString() => tagOrReference as string;

    /// <summary>The day, or null for any other kind.</summary>
    public DateOnly? AsDate() => Is(FeelKind.Date) ? DateOnly.FromDayNumber((int)payload) : null;

    /// <summary>The list, or null for any other kind.</summary>
    public FeelList? AsList() => tagOrReference as FeelList;

    /// <summary>The context, or null for any other kind.</summary>
    public FeelContext? AsContext() => tagOrReference as FeelContext;

    /// <summary>The range, or null for any other kind.</summary>
    public FeelRange? AsRange() => tagOrReference as FeelRange;

    /// <summary>The function, or null for any other kind.</summary>
    public FeelFunction? AsFunction() => tagOrReference as FeelFunction;

    /// <summary>The time, or null for any other kind.</summary>
    public FeelTime? AsTime() => tagOrReference as FeelTime;

    /// <summary>The day with a time, or null for any other kind.</summary>
    public FeelDateTime? AsDateTime() => tagOrReference as FeelDateTime;

    /// <summary>The seconds of a duration of days and time, or null for any other kind.</summary>
    public decimal? AsSeconds() => Is(FeelKind.DaysTimeDuration) ? payload : null;

    /// <summary>The months of a duration of years and months, or null for any other kind.</summary>
    public long? AsMonths() => Is(FeelKind.YearsMonthsDuration) ? (long)payload : null;

    /// <summary>Whether both values are the same to the language: same kind, equal content. Null equals null here.</summary>
    public bool Equals(FeelValue other)
    {
        if (tagOrReference is KindTag)
        {
            return ReferenceEquals(tagOrReference, other.tagOrReference) && payload == other.payload;
        }

        return tagOrReference is null ? other.tagOrReference is null : tagOrReference.Equals(other.tagOrReference);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => tagOrReference is KindTag ? payload.GetHashCode() : tagOrReference?.GetHashCode() ?? 0;

    /// <summary>Whether both values are equal.</summary>
    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <summary>The value as FEEL would write it, for traces and tests.</summary>
    public override string ToString() => FeelText.Write(this);

    private bool Is(FeelKind kind) => ReferenceEquals(tagOrReference, Tags[(int)kind]);

    private sealed class KindTag(FeelKind kind)
    {
        public FeelKind Kind { get; } = kind;

        public override string ToString() => Kind.ToString();
    }
}

/// <summary>An immutable list of values.</summary>
public sealed class FeelList : IEquatable<FeelList>
{
    /// <summary>The empty list.</summary>
    public static readonly FeelList Empty = new([]);

    private readonly FeelValue[] items;

    /// <summary>Makes a list of the items; the array is kept, not copied: the caller must not change it afterwards.</summary>
    public FeelList(FeelValue[] items) => this.items = items;

    /// <summary>The items.</summary>
    public ReadOnlySpan<FeelValue> Items => items;

    /// <summary>The number of items.</summary>
    public int Count => items.Length;

    /// <summary>The item at a position from 0.</summary>
    public FeelValue this[int index] => items[index];

    /// <inheritdoc/>
    public bool Equals(FeelList? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelList);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Length == 0 ? 0 : HashCode.Combine(items.Length, items[0]);
}

/// <summary>An immutable context: names and values in order. Contexts of one <see cref="FeelShape"/> share their names, so a typed member is read by position.</summary>
public sealed class FeelContext : IEquatable<FeelContext>
{
    private readonly FeelValue[] values;

    /// <summary>Makes a context; the array is kept, not copied.</summary>
    /// <exception cref="ArgumentException">The number of values is not the number of names.</exception>
    public FeelContext(FeelShape shape, FeelValue[] values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length != shape.Names.Count)
        {
            throw new ArgumentException($"{values.Length} values for {shape.Names.Count} names.", nameof(values));
        }

        Shape = shape;
        this.values = values;
    }

    /// <summary>The names, in order.</summary>
    public FeelShape Shape { get; }

    /// <summary>The values, in the order of the names.</summary>
    public ReadOnlySpan<FeelValue> Values => values;

    /// <summary>The value at a position from 0.</summary>
    public FeelValue this[int index] => values[index];

    /// <summary>The value under a name; false when there is no such member.</summary>
    public bool TryGet(string name, out FeelValue value)
    {
        var index = Shape.IndexOf(name);
        value = index < 0 ? FeelValue.Null : values[index];
        return index >= 0;
    }

    /// <inheritdoc/>
    public bool Equals(FeelContext? other)
    {
        if (other is null || other.values.Length != values.Length)
        {
            return false;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!other.TryGet(Shape.Names[i], out var value) || value != values[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    /// <inheritdoc/>
    public override int GetHashCode() => values.Length;
}

/// <summary>The ordered names of contexts.</summary>
public sealed class FeelShape
{
    private readonly Dictionary<string, int> indexes;

    /// <summary>Makes a shape; each name stands once.</summary>
    public FeelShape(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Names = names;
        indexes = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            indexes.Add(names[i], i);
        }
    }

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The position of a name, or -1.</summary>
    public int IndexOf(string name) => indexes.GetValueOrDefault(name, -1);
}

/// <summary>A range of values with open, closed or unbounded ends (<c>null</c> is an unbounded end).</summary>
public sealed record FeelRange(FeelValue Start, bool StartIncluded, FeelValue End, bool EndIncluded);

/// <summary>A time of day with an optional offset or zone.</summary>
/// <param name="Time">The local time.</param>
/// <param name="Offset">The offset from UTC, or null for a local time.</param>
/// <param name="Zone">The IANA zone, or null.</param>
public sealed record FeelTime(TimeOnly Time, TimeSpan? Offset, string? Zone);

/// <summary>A day and time with an optional offset or zone.</summary>
/// <param name="Local">The local day and time.</param>
/// <param name="Offset">The offset from UTC, or null for a local time.</param>
/// <param name="Zone">The IANA zone, or null.</param>
public sealed record FeelDateTime(DateTime Local, TimeSpan? Offset, string? Zone);

/// <summary>A function as a value.</summary>
public abstract class FeelFunction
{
    /// <summary>The names of the parameters, in order.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>Calls the function.</summary>
    /// <param name="arguments">As many values as there are parameters.</param>
    public abstract FeelValue Invoke(ReadOnlySpan<FeelValue> arguments);
}
