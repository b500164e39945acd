namespace Wenbao.Feel;

/// <summary>The static type of a FEEL expression.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.9 (type conformance lattice).</remarks>
public abstract record FeelType
{
    /// <summary>Anything: nothing is known before the value is there.</summary>
    public static readonly FeelType Any = new SimpleFeelType(FeelKind.Any);

    /// <summary>Only null.</summary>
    public static readonly FeelType Null = new SimpleFeelType(FeelKind.Null);

    /// <summary>Three-valued truth.</summary>
    public static readonly FeelType Boolean = new SimpleFeelType(FeelKind.Boolean);

    /// <summary>A decimal number.</summary>
    public static readonly FeelType Number = new SimpleFeelType(FeelKind.Number);

    /// <summary>A text.</summary>
    public static readonly FeelType String = new SimpleFeelType(FeelKind.String);

    /// <summary>A calendar day.</summary>
    public static readonly FeelType Date = new SimpleFeelType(FeelKind.Date);

    /// <summary>A time of day.</summary>
    public static readonly FeelType Time = new SimpleFeelType(FeelKind.Time);

    /// <summary>A calendar day with a time.</summary>
    public static readonly FeelType DateTime = new SimpleFeelType(FeelKind.DateTime);

    /// <summary>A duration in days and seconds.</summary>
    public static readonly FeelType DaysTimeDuration = new SimpleFeelType(FeelKind.DaysTimeDuration);

    /// <summary>A duration in years and months.</summary>
    public static readonly FeelType YearsMonthsDuration = new SimpleFeelType(FeelKind.YearsMonthsDuration);

    /// <summary>A list of items of one type.</summary>
    public static FeelType ListOf(FeelType item) => new ListFeelType(item);

    /// <summary>A context with the members given.</summary>
    public static FeelType ContextOf(IReadOnlyList<FeelMember> members) => new ContextFeelType(members);

    /// <summary>A range of values of one type.</summary>
    public static FeelType RangeOf(FeelType element) => new RangeFeelType(element);

    /// <summary>The kind of the values.</summary>
    public abstract FeelKind Kind { get; }
}

/// <summary>A type without parts.</summary>
public sealed record SimpleFeelType(FeelKind SimpleKind) : FeelType
{
    /// <inheritdoc/>
    public override FeelKind Kind => SimpleKind;
}

/// <summary>A list type.</summary>
public sealed record ListFeelType(FeelType Item) : FeelType
{
    /// <inheritdoc/>
    public override FeelKind Kind => FeelKind.List;
}

/// <summary>A context type with named, typed members in a fixed order: the order is the order of the slots in a <see cref="FeelContext"/> made for it.</summary>
public sealed record ContextFeelType(IReadOnlyList<FeelMember> Members) : FeelType
{
    /// <inheritdoc/>
    public override FeelKind Kind => FeelKind.Context;

    /// <summary>The position of the member, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Members.Count; i++)
        {
            if (Members[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public bool Equals(ContextFeelType? other) => other is not null && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => Members.Count == 0 ? 0 : HashCode.Combine(Members.Count, Members[0]);
}

/// <summary>A range type.</summary>
public sealed record RangeFeelType(FeelType Element) : FeelType
{
    /// <inheritdoc/>
    public override FeelKind Kind => FeelKind.Range;
}

/// <summary>A function type.</summary>
public sealed record FunctionFeelType(IReadOnlyList<FeelType> Parameters, FeelType Result) : FeelType
{
    /// <inheritdoc/>
    public override FeelKind Kind => FeelKind.Function;

    /// <inheritdoc/>
    public bool Equals(FunctionFeelType? other) => other is not null && Result == other.Result && Parameters.SequenceEqual(other.Parameters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parameters.Count, Result);
}

/// <summary>A named, typed member of a context type.</summary>
public sealed record FeelMember(string Name, FeelType Type);

/// <summary>The kinds of FEEL values.</summary>
public enum FeelKind : byte
{
    /// <summary>Null, with or without a reason.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A text.</summary>
    String,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A calendar day with a time.</summary>
    DateTime,

    /// <summary>A duration in days and seconds.</summary>
    DaysTimeDuration,

    /// <summary>A duration in years and months.</summary>
    YearsMonthsDuration,

    /// <summary>A list.</summary>
    List,

    /// <summary>A context.</summary>
    Context,

    /// <summary>A range.</summary>
    Range,

    /// <summary>A function.</summary>
    Function,

    /// <summary>Only of types: anything.</summary>
    Any,
}
