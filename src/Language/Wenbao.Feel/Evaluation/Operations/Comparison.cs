using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>Equality and order. Values of different kinds, and null in an order, give null.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.5 (equality, table 42 and comparison).</remarks>
internal static class Comparison
{
    /// <summary>The value of a comparison operator.</summary>
    public static FeelValue Apply(FeelOperator comparison, FeelValue left, FeelValue right) => FeelValue.Of(Test(comparison, left, right));

    public static bool? Test(FeelOperator comparison, FeelValue left, FeelValue right)
    {
        switch (comparison)
        {
            case FeelOperator.Equal:
                return AreEqual(left, right);
            case FeelOperator.NotEqual:
                return !AreEqual(left, right);
            default:
                return Order(left, right) is { } order ? Holds(comparison, order) : null;
        }
    }

    /// <summary>Three-valued equality: null equals only null; different kinds give null.</summary>
    public static bool? AreEqual(FeelValue left, FeelValue right)
    {
        if (left.IsNull || right.IsNull)
        {
            return left.IsNull && right.IsNull;
        }

        var kind = left.Kind;
        if (kind != right.Kind)
        {
            return null;
        }

        return kind switch
        {
            FeelKind.List => ListsEqual(left.AsList()!, right.AsList()!),
            FeelKind.Context => ContextsEqual(left.AsContext()!, right.AsContext()!),
            FeelKind.Time or FeelKind.DateTime => TemporalArithmetic.SameSecond(left, right) ?? left.Equals(right),
            _ => left.Equals(right),
        };
    }

    /// <summary>Negative, zero or positive; null when the values have no order.</summary>
    public static int? Order(FeelValue left, FeelValue right)
    {
        if (left.AsNumber() is { } first)
        {
            return right.AsNumber() is { } second ? decimal.Compare(first, second) : null;
        }

        var kind = left.Kind;
        if (kind != right.Kind)
        {
            return null;
        }

        return kind switch
        {
            FeelKind.String => CodePointOrder(left.AsString()!, right.AsString()!),
            FeelKind.Date => left.AsDate()!.Value.CompareTo(right.AsDate()!.Value),
            FeelKind.DaysTimeDuration => decimal.Compare(left.AsSeconds()!.Value, right.AsSeconds()!.Value),
            FeelKind.YearsMonthsDuration => left.AsMonths()!.Value.CompareTo(right.AsMonths()!.Value),
            FeelKind.Time or FeelKind.DateTime when TemporalArithmetic.Between(right, left).AsSeconds() is { } between => Math.Sign(between),
            _ => null,
        };
    }

    /// <summary>Whether a value lies in a range; null when it cannot be compared with an end.</summary>
    public static bool? IsIn(FeelValue value, FeelRange range)
    {
        var above = range.Start.IsNull ? !value.IsNull : Beyond(Order(value, range.Start), range.StartIncluded);
        var below = range.End.IsNull ? !value.IsNull : Beyond(Order(range.End, value), range.EndIncluded);
        return Logic.And(above, below);
    }

    /// <summary>An interval written in place: null when an end is null.</summary>
    public static bool? IsIn(FeelValue value, FeelValue start, bool startIncluded, FeelValue end, bool endIncluded) =>
        start.IsNull || end.IsNull ? null : Logic.And(Beyond(Order(value, start), startIncluded), Beyond(Order(end, value), endIncluded));

    /// <summary>An operand alone as a test: equal to it, a member of it, or inside it.</summary>
    public static bool? Matches(FeelValue value, FeelValue operand)
    {
        if (operand.AsRange() is { } range)
        {
            return value.Kind == FeelKind.Range ? AreEqual(value, operand) : IsIn(value, range);
        }

        if (operand.AsList() is not { } list)
        {
            return AreEqual(value, operand);
        }

        bool? found = value.Kind == FeelKind.List && AreEqual(value, operand) == true;
        foreach (var item in list.Items)
        {
            if (found == true)
            {
                return true;
            }

            found = Logic.Or(found, item.AsRange() is { } inner && value.Kind != FeelKind.Range ? IsIn(value, inner) : AreEqual(value, item) ?? false);
        }

        return found;
    }

    private static bool? Holds(FeelOperator comparison, int order) => comparison switch
    {
        FeelOperator.Less => order < 0,
        FeelOperator.LessOrEqual => order <= 0,
        FeelOperator.Greater => order > 0,
        FeelOperator.GreaterOrEqual => order >= 0,
        _ => null,
    };

    private static bool? Beyond(int? order, bool included) => order is { } known ? known > 0 || (included && known == 0) : null;

    private static bool? ListsEqual(FeelList left, FeelList right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Count; i++)
        {
            result = Logic.And(result, AreEqual(left[i], right[i]));
        }

        return result;
    }

    private static bool? ContextsEqual(FeelContext left, FeelContext right)
    {
        if (left.Shape.Names.Count != right.Shape.Names.Count)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Shape.Names.Count; i++)
        {
            result = right.TryGet(left.Shape.Names[i], out var value) ? Logic.And(result, AreEqual(left[i], value)) : false;
        }

        return result;
    }

    private static int CodePointOrder(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a != b)
            {
                // A surrogate stands for a code point above U+FFFF, so above every other unit.
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
