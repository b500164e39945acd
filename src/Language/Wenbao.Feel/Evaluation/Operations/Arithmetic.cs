namespace Wenbao.Feel.Evaluation;

/// <summary>The arithmetic of the language: a table of kinds; whatever is not in the table, overflows or divides by zero is null.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.5 (semantics of addition and subtraction, multiplication and division, exponentiation).</remarks>
internal static class Arithmetic
{
    private const decimal SecondsPerDay = 86400m;

    public static FeelValue Add(FeelValue left, FeelValue right)
    {
        try
        {
            if (left.AsNumber() is { } first && right.AsNumber() is { } second)
            {
                return FeelValue.Of((decimal?)(first + second));
            }

            return (left.Kind, right.Kind) switch
            {
                (FeelKind.String, FeelKind.String) => Joined(left.AsString()!, right.AsString()!),
                (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) => FeelValue.OfSeconds(left.AsSeconds()!.Value + right.AsSeconds()!.Value),
                (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => FeelValue.OfMonths(checked(left.AsMonths()!.Value + right.AsMonths()!.Value)),
                (FeelKind.Date or FeelKind.Time or FeelKind.DateTime, FeelKind.DaysTimeDuration) => TemporalArithmetic.AddSeconds(left, right.AsSeconds()!.Value),
                (FeelKind.DaysTimeDuration, FeelKind.Date or FeelKind.Time or FeelKind.DateTime) => TemporalArithmetic.AddSeconds(right, left.AsSeconds()!.Value),
                (FeelKind.Date or FeelKind.DateTime, FeelKind.YearsMonthsDuration) => TemporalArithmetic.AddMonths(left, right.AsMonths()!.Value),
                (FeelKind.YearsMonthsDuration, FeelKind.Date or FeelKind.DateTime) => TemporalArithmetic.AddMonths(right, left.AsMonths()!.Value),
                _ => FeelValue.Null,
            };
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    public static FeelValue Subtract(FeelValue left, FeelValue right)
    {
        try
        {
            if (left.AsNumber() is { } first && right.AsNumber() is { } second)
            {
                return FeelValue.Of((decimal?)(first - second));
            }

            return (left.Kind, right.Kind) switch
            {
                (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) => FeelValue.OfSeconds(left.AsSeconds()!.Value - right.AsSeconds()!.Value),
                (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => FeelValue.OfMonths(checked(left.AsMonths()!.Value - right.AsMonths()!.Value)),
                (FeelKind.Date or FeelKind.Time or FeelKind.DateTime, FeelKind.DaysTimeDuration) => TemporalArithmetic.AddSeconds(left, -right.AsSeconds()!.Value),
                (FeelKind.Date or FeelKind.DateTime, FeelKind.YearsMonthsDuration) => TemporalArithmetic.AddMonths(left, -right.AsMonths()!.Value),
                (FeelKind.Date or FeelKind.Time or FeelKind.DateTime, FeelKind.Date or FeelKind.Time or FeelKind.DateTime) => TemporalArithmetic.Between(right, left),
                _ => FeelValue.Null,
            };
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    public static FeelValue Multiply(FeelValue left, FeelValue right)
    {
        try
        {
            if (left.AsNumber() is { } first && right.AsNumber() is { } second)
            {
                return FeelValue.Of((decimal?)(first * second));
            }

            return (left.Kind, right.Kind) switch
            {
                (FeelKind.Number, FeelKind.DaysTimeDuration) => FeelValue.OfSeconds(left.AsNumber()!.Value * right.AsSeconds()!.Value),
                (FeelKind.DaysTimeDuration, FeelKind.Number) => FeelValue.OfSeconds(left.AsSeconds()!.Value * right.AsNumber()!.Value),
                (FeelKind.Number, FeelKind.YearsMonthsDuration) => FeelValue.OfMonths(decimal.ToInt64(left.AsNumber()!.Value * right.AsMonths()!.Value)),
                (FeelKind.YearsMonthsDuration, FeelKind.Number) => FeelValue.OfMonths(decimal.ToInt64(left.AsMonths()!.Value * right.AsNumber()!.Value)),
                _ => FeelValue.Null,
            };
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    public static FeelValue Divide(FeelValue left, FeelValue right)
    {
        var divisor = right.AsNumber() ?? right.AsSeconds() ?? right.AsMonths();
        if (divisor is null or 0m)
        {
            return FeelValue.Null;
        }

        try
        {
            return (left.Kind, right.Kind) switch
            {
                (FeelKind.Number, FeelKind.Number) => FeelValue.Of(left.AsNumber() / divisor),
                (FeelKind.DaysTimeDuration, FeelKind.Number) => FeelValue.OfSeconds(left.AsSeconds()!.Value / divisor.Value),
                (FeelKind.YearsMonthsDuration, FeelKind.Number) => FeelValue.OfMonths(decimal.ToInt64(left.AsMonths()!.Value / divisor.Value)),
                (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) => FeelValue.Of(left.AsSeconds() / divisor),
                (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => FeelValue.Of(left.AsMonths() / divisor),
                _ => FeelValue.Null,
            };
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    /// <summary>Exact for whole exponents; others go through logarithms (15 digits).</summary>
    public static FeelValue Power(FeelValue left, FeelValue right)
    {
        if (left.AsNumber() is not { } number || right.AsNumber() is not { } exponent)
        {
            return FeelValue.Null;
        }

        try
        {
            if (exponent == decimal.Truncate(exponent) && Math.Abs(exponent) <= 1_000_000m)
            {
                var whole = (int)Math.Abs(exponent);
                if (exponent >= 0)
                {
                    return FeelValue.Of(WholePower(number, whole));
                }

                return number == 0m ? FeelValue.Null : FeelValue.Of(1m / WholePower(number, whole));
            }

            return Real(Math.Pow((double)number, (double)exponent));
        }
        catch (Exception failure) when (failure is OverflowException or DivideByZeroException)
        {
            return FeelValue.Null;
        }
    }

    public static FeelValue Negate(FeelValue operand) => operand.Kind switch
    {
        FeelKind.Number => FeelValue.Of(-operand.AsNumber()),
        FeelKind.DaysTimeDuration => FeelValue.OfSeconds(-operand.AsSeconds()!.Value),
        FeelKind.YearsMonthsDuration => FeelValue.OfMonths(-operand.AsMonths()!.Value),
        _ => FeelValue.Null,
    };

    /// <summary>A result that only exists as a binary fraction, as a number; not a number and infinity are null.</summary>
    public static FeelValue Real(double value)
    {
        try
        {
            return double.IsFinite(value) ? FeelValue.Of((decimal)value) : FeelValue.Null;
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    public static decimal DaysOf(decimal seconds) => Math.Floor(seconds / SecondsPerDay);

    private static FeelValue Joined(string left, string right) =>
        left.Length + right.Length > EvaluationLimits.TextMax ? FeelValue.Null : FeelValue.Of(left + right);

    private static decimal WholePower(decimal number, int exponent)
    {
        var result = 1m;
        var factor = number;
        for (var left = exponent; left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                result *= factor;
            }

            if (left > 1)
            {
                factor *= factor;
            }
        }

        return result;
    }
}
