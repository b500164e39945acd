using System.Linq.Expressions;

namespace Wenbao.Feel.Compilation;

/// <summary>How a value stands in compiled code; every representation can also be null.</summary>
internal enum Representation
{
    /// <summary><c>bool?</c></summary>
    Boolean,

    /// <summary><c>decimal?</c></summary>
    Number,

    /// <summary><c>string?</c></summary>
    Text,

    /// <summary><c>DateOnly?</c></summary>
    Date,

    /// <summary>A duration of days and time as <c>decimal?</c> seconds.</summary>
    Seconds,

    /// <summary>A duration of years and months as <c>long?</c> months.</summary>
    Months,

    /// <summary><see cref="FeelList"/></summary>
    List,

    /// <summary><see cref="FeelContext"/></summary>
    Context,

    /// <summary><see cref="FeelValue"/>: the type is not known.</summary>
    Value,
}

/// <summary>Compiled code together with the representation of what it gives.</summary>
internal readonly record struct TypedExpression(Expression Code, Representation Representation);

/// <summary>From static types to representations, and between representations.</summary>
internal static class Representations
{
    /// <summary>The representation for values of a static type.</summary>
    public static Representation For(FeelType type) => type.Kind switch
    {
        FeelKind.Boolean => Representation.Boolean,
        FeelKind.Number => Representation.Number,
        FeelKind.String => Representation.Text,
        FeelKind.Date => Representation.Date,
        FeelKind.DaysTimeDuration => Representation.Seconds,
        FeelKind.YearsMonthsDuration => Representation.Months,
        FeelKind.List => Representation.List,
        FeelKind.Context => Representation.Context,
        _ => Representation.Value,
    };

    /// <summary>The type in compiled code.</summary>
    public static Type ClrType(Representation representation) => representation switch
    {
        Representation.Boolean => typeof(bool?),
        Representation.Number or Representation.Seconds => typeof(decimal?),
        Representation.Text => typeof(string),
        Representation.Date => typeof(DateOnly?),
        Representation.Months => typeof(long?),
        Representation.List => typeof(FeelList),
        Representation.Context => typeof(FeelContext),
        _ => typeof(FeelValue),
    };

    /// <summary>Reads a <see cref="FeelValue"/> into a representation: another kind becomes null.</summary>
    public static Expression Read(Expression value, Representation representation) => representation switch
    {
        Representation.Boolean => Call(value, nameof(FeelValue.AsBoolean)),
        Representation.Number => Call(value, nameof(FeelValue.AsNumber)),
        Representation.Text => Call(value, nameof(FeelValue.AsString)),
        Representation.Date => Call(value, nameof(FeelValue.AsDate)),
        Representation.Seconds => Call(value, nameof(FeelValue.AsSeconds)),
        Representation.Months => Call(value, nameof(FeelValue.AsMonths)),
        Representation.List => Call(value, nameof(FeelValue.AsList)),
        Representation.Context => Call(value, nameof(FeelValue.AsContext)),
        _ => value,
    };

    /// <summary>A property of a <see cref="FeelValue"/>.</summary>
    public static Expression Property(Expression value, string name) =>
        IsPlace(value) ? Expression.Property(value, name) : InVariable(value, place => Expression.Property(place, name));

    private static Expression Call(Expression value, string name) =>
        IsPlace(value) ? Expression.Call(value, name, null) : InVariable(value, place => Expression.Call(place, name, null));

    /// <summary>Whether the value already stands somewhere, so that its members can be read in place.</summary>
    private static bool IsPlace(Expression value) => value is ParameterExpression or IndexExpression or MemberExpression;

    /// <summary>Members of a struct that was just computed are read through a variable: the expression compiler cannot read them where loops stand inside.</summary>
    private static BlockExpression InVariable(Expression value, Func<ParameterExpression, Expression> read)
    {
        var place = Expression.Variable(value.Type, "value");
        return Expression.Block([place], Expression.Assign(place, value), read(place));
    }

    /// <summary>Writes a representation as a <see cref="FeelValue"/>.</summary>
    public static Expression Write(TypedExpression typed) => typed.Representation switch
    {
        Representation.Value => typed.Code,
        Representation.Seconds => Expression.Call(typeof(TypedOperations), nameof(TypedOperations.OfSeconds), null, typed.Code),
        Representation.Months => Expression.Call(typeof(TypedOperations), nameof(TypedOperations.OfMonths), null, typed.Code),
        _ => Expression.Call(typeof(FeelValue).GetMethod(nameof(FeelValue.Of), [ClrType(typed.Representation)])!, typed.Code),
    };
}
