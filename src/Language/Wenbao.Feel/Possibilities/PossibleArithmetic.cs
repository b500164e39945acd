using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;

namespace Wenbao.Feel.Possibilities;

/// <summary>Arithmetic over sets of possible values: the ends of the result come from the ends of the operands.</summary>
internal static class PossibleArithmetic
{
    /// <summary>An end that lies beyond every number.</summary>
    private const decimal Unbounded = decimal.MaxValue;

    /// <summary>The result; false when this kind of arithmetic is not known here.</summary>
    public static bool TryApply(FeelOperator op, in Possible left, in Possible right, out Possible result)
    {
        result = Possible.Nothing;
        if (left.Kind == PossibleKind.Nothing || right.Kind == PossibleKind.Nothing)
        {
            return true;
        }

        if (left.Kind == PossibleKind.Text && right.Kind == PossibleKind.Text && op == FeelOperator.Add)
        {
            result = Concatenate(left, right);
            return true;
        }

        if (!left.IsOrdered || !right.IsOrdered)
        {
            return false;
        }

        if (ResultKind(op, left.Kind, right.Kind) is not { } kind)
        {
            return false;
        }

        result = (op, left.Kind, right.Kind) switch
        {
            (FeelOperator.Multiply, _, _) => Multiply(kind, left, right),
            (FeelOperator.Divide, _, _) => Divide(kind, left, right),
            (FeelOperator.Add, PossibleKind.Date, _) => Shifted(left, right, forward: true),
            (FeelOperator.Subtract, PossibleKind.Date, not PossibleKind.Date) => Shifted(left, right, forward: false),
            (FeelOperator.Add, _, PossibleKind.Date) => Shifted(right, left, forward: true),
            (FeelOperator.Subtract, PossibleKind.Date, _) => DaysToSeconds(Sum(PossibleKind.Seconds, left, Negate(right))),
            (FeelOperator.Subtract, _, _) => Sum(kind, left, Negate(right)),
            _ => Sum(kind, left, right),
        };
        return true;
    }

    /// <summary>The negated numbers or durations.</summary>
    public static Possible Negate(in Possible operand) =>
        Possible.Between(operand.Kind, -operand.High, operand.HighOpen, -operand.Low, operand.LowOpen, operand.MayBeNull, operand.Depends);

    /// <summary>The least (or greatest) of two numbers.</summary>
    public static Possible Extreme(in Possible left, in Possible right, bool smallest)
    {
        if (!smallest)
        {
            return Negate(Extreme(Negate(left), Negate(right), smallest: true));
        }

        var lowFromLeft = left.Low < right.Low || (left.Low == right.Low && !left.LowOpen);
        var highFromLeft = left.High < right.High || (left.High == right.High && left.HighOpen);
        return Possible.Between(
            left.Kind,
            lowFromLeft ? left.Low : right.Low,
            lowFromLeft ? left.LowOpen : right.LowOpen,
            highFromLeft ? left.High : right.High,
            highFromLeft ? left.HighOpen : right.HighOpen,
            left.MayBeNull || right.MayBeNull,
            left.Depends | right.Depends);
    }

    /// <summary>The distance from zero.</summary>
    public static Possible Abs(in Possible operand)
    {
        if (operand.Low >= 0m)
        {
            return operand;
        }

        var mirrored = Negate(operand);
        return operand.High <= 0m
            ? mirrored
            : Possible.Between(
                operand.Kind,
                0m,
                false,
                Math.Max(operand.High, mirrored.High),
                operand.High > mirrored.High ? operand.HighOpen : mirrored.High > operand.High ? mirrored.HighOpen : operand.HighOpen && mirrored.HighOpen,
                operand.MayBeNull,
                operand.Depends);
    }

    private static PossibleKind? ResultKind(FeelOperator op, PossibleKind left, PossibleKind right) => (op, left, right) switch
    {
        (FeelOperator.Add or FeelOperator.Subtract, PossibleKind.Number or PossibleKind.Seconds or PossibleKind.Months, _) when left == right => left,
        (FeelOperator.Add or FeelOperator.Subtract, PossibleKind.Date, PossibleKind.Seconds or PossibleKind.Months) => PossibleKind.Date,
        (FeelOperator.Add, PossibleKind.Seconds or PossibleKind.Months, PossibleKind.Date) => PossibleKind.Date,
        (FeelOperator.Subtract, PossibleKind.Date, PossibleKind.Date) => PossibleKind.Seconds,
        (FeelOperator.Multiply or FeelOperator.Divide, PossibleKind.Number, PossibleKind.Number) => PossibleKind.Number,
        (FeelOperator.Multiply, PossibleKind.Number, PossibleKind.Seconds) or (FeelOperator.Multiply or FeelOperator.Divide, PossibleKind.Seconds, PossibleKind.Number) => PossibleKind.Seconds,
        (FeelOperator.Divide, PossibleKind.Seconds, PossibleKind.Seconds) or (FeelOperator.Divide, PossibleKind.Months, PossibleKind.Months) => PossibleKind.Number,
        _ => null,
    };

    private static Possible Sum(PossibleKind kind, in Possible left, in Possible right)
    {
        var depends = left.Depends | right.Depends;
        var mayBeNull = left.MayBeNull || right.MayBeNull;
        return TypedOperations.Add(left.Low, right.Low) is { } low && TypedOperations.Add(left.High, right.High) is { } high
            ? Possible.Between(kind, low, left.LowOpen || right.LowOpen, high, left.HighOpen || right.HighOpen, mayBeNull, depends)
            : Overflowing(kind, left, right);
    }

    private static Possible Multiply(PossibleKind kind, in Possible left, in Possible right)
    {
        if (Corner(left.Low, left.LowOpen, right.Low, right.LowOpen) is not { } first
            || Corner(left.Low, left.LowOpen, right.High, right.HighOpen) is not { } second
            || Corner(left.High, left.HighOpen, right.Low, right.LowOpen) is not { } third
            || Corner(left.High, left.HighOpen, right.High, right.HighOpen) is not { } fourth)
        {
            return Overflowing(kind, left, right);
        }

        var low = Lower(Lower(first, second), Lower(third, fourth));
        var high = Higher(Higher(first, second), Higher(third, fourth));
        return Possible.Between(kind, low.Value, low.Open, high.Value, high.Open, left.MayBeNull || right.MayBeNull, left.Depends | right.Depends);
    }

    private static Possible Divide(PossibleKind kind, in Possible left, in Possible right)
    {
        if (right.Low == 0m && right.High == 0m)
        {
            return Possible.Nothing;
        }

        if (right.Low <= 0m && right.High >= 0m)
        {
            return Overflowing(kind, left, right);
        }

        if (Quotient(left.Low, left.LowOpen, right.Low, right.LowOpen) is not { } first
            || Quotient(left.Low, left.LowOpen, right.High, right.HighOpen) is not { } second
            || Quotient(left.High, left.HighOpen, right.Low, right.LowOpen) is not { } third
            || Quotient(left.High, left.HighOpen, right.High, right.HighOpen) is not { } fourth)
        {
            return Overflowing(kind, left, right);
        }

        var low = Lower(Lower(first, second), Lower(third, fourth));
        var high = Higher(Higher(first, second), Higher(third, fourth));
        return Possible.Between(kind, low.Value, low.Open, high.Value, high.Open, left.MayBeNull || right.MayBeNull, left.Depends | right.Depends);
    }

    private static (decimal Value, bool Open)? Corner(decimal left, bool leftOpen, decimal right, bool rightOpen)
    {
        if ((left == 0m && !leftOpen) || (right == 0m && !rightOpen))
        {
            return (0m, false);
        }

        return TypedOperations.Multiply(left, right) is { } product ? (product, leftOpen || rightOpen) : null;
    }

    /// <summary>A quotient; rounding at the last digit makes an end that is nearly reached a reached one.</summary>
    private static (decimal Value, bool Open)? Quotient(decimal left, bool leftOpen, decimal right, bool rightOpen)
    {
        if (left == 0m && !leftOpen)
        {
            return (0m, false);
        }

        return TypedOperations.Divide(left, right) is { } quotient ? (quotient, left == 0m && !rightOpen) : null;
    }

    private static (decimal Value, bool Open) Lower((decimal Value, bool Open) left, (decimal Value, bool Open) right) =>
        left.Value < right.Value || (left.Value == right.Value && !left.Open) ? left : right;

    private static (decimal Value, bool Open) Higher((decimal Value, bool Open) left, (decimal Value, bool Open) right) =>
        left.Value > right.Value || (left.Value == right.Value && !left.Open) ? left : right;

    private static Possible DaysToSeconds(in Possible days) =>
        Possible.Between(PossibleKind.Seconds, days.Low * 86_400m, days.LowOpen, days.High * 86_400m, days.HighOpen, days.MayBeNull, days.Depends);

    /// <summary>Days moved by durations; days beyond the calendar are null.</summary>
    private static Possible Shifted(in Possible days, in Possible duration, bool forward)
    {
        var moved = forward ? duration : Negate(duration);
        var first = Shift(days.Low, moved.Low, moved.Kind);
        var last = Shift(days.High, moved.High, moved.Kind);
        return first is null && last is null && days.IsSingle && duration.IsSingle
            ? Possible.Nothing
            : Possible.Between(
                PossibleKind.Date,
                first ?? DateOnly.MinValue.DayNumber,
                false,
                last ?? DateOnly.MaxValue.DayNumber,
                false,
                days.MayBeNull || duration.MayBeNull || first is null || last is null,
                days.Depends | duration.Depends);
    }

    private static decimal? Shift(decimal day, decimal by, PossibleKind kind)
    {
        var start = DateOnly.FromDayNumber((int)day);
        return (kind == PossibleKind.Months ? TypedOperations.AddMonths(start, Possible.Months(by)) : TypedOperations.AddSeconds(start, by))?.DayNumber;
    }

    private static Possible Concatenate(in Possible left, in Possible right)
    {
        var depends = left.Depends | right.Depends;
        var mayBeNull = left.MayBeNull || right.MayBeNull;
        if (left.TextsExcluded || right.TextsExcluded)
        {
            return Possible.AnyTextExcept([], mayBeNull, depends);
        }

        var ends = right.Texts!;
        return Possible.OneOf([.. left.Texts!.SelectMany(start => ends.Select(end => start + end)).Distinct(StringComparer.Ordinal)], mayBeNull).On(depends);
    }

    private static Possible Overflowing(PossibleKind kind, in Possible left, in Possible right) => left.IsSingle && right.IsSingle
        ? Possible.Nothing
        : Possible.Between(kind, -Unbounded, false, Unbounded, false, true, left.Depends | right.Depends);
}
