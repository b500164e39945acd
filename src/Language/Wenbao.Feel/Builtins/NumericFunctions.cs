using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions over numbers. Rounding is exact and decimal.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.5.</remarks>
internal static class NumericFunctions
{
    /// <summary>Scales the language allows.</summary>
    private const int ScaleMin = -6111;
    private const int ScaleMax = 6176;

    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("decimal(n: number, scale: number): number", arguments => Round(arguments, MidpointRounding.ToEven)),
        Define("floor(n: number): number", arguments => FeelValue.Of(arguments[0].AsNumber() is { } number ? decimal.Floor(number) : null)),
        Define("floor(n: number, scale: number): number", arguments => Round(arguments, MidpointRounding.ToNegativeInfinity)),
        Define("ceiling(n: number): number", arguments => FeelValue.Of(arguments[0].AsNumber() is { } number ? decimal.Ceiling(number) : null)),
        Define("ceiling(n: number, scale: number): number", arguments => Round(arguments, MidpointRounding.ToPositiveInfinity)),
        Define("round up(n: number, scale: number): number", RoundUp),
        Define("round down(n: number, scale: number): number", arguments => Round(arguments, MidpointRounding.ToZero)),
        Define("round half up(n: number, scale: number): number", arguments => Round(arguments, MidpointRounding.AwayFromZero)),
        Define("round half down(n: number, scale: number): number", RoundHalfDown),
        Define("abs(n: any): any", Abs),
        Define("modulo(dividend: number, divisor: number): number", Modulo),
        Define("sqrt(number: number): number", arguments => arguments[0].AsNumber() is { } number && number >= 0 ? Arguments.Number(SquareRoot(number)) : FeelValue.Null),
        Define("log(number: number): number", arguments => arguments[0].AsNumber() is { } number && number > 0 ? Arithmetic.Real(Math.Log((double)number)) : FeelValue.Null),
        Define("exp(number: number): number", arguments => arguments[0].AsNumber() is { } number ? Arithmetic.Real(Math.Exp((double)number)) : FeelValue.Null),
        Define("odd(number: number): boolean", arguments => FeelValue.Of(arguments[0].AsNumber() is { } number ? Math.Abs(number % 2) == 1 : null)),
        Define("even(number: number): boolean", arguments => FeelValue.Of(arguments[0].AsNumber() is { } number ? number % 2 == 0 : null)),
    ];

    private static FeelValue Round(ReadOnlySpan<FeelValue> arguments, MidpointRounding mode) =>
        arguments[0].AsNumber() is { } number && Arguments.Whole(arguments[1], ScaleMin, ScaleMax) is { } scale ? Rounded(number, scale, mode) : FeelValue.Null;

    private static FeelValue RoundUp(ReadOnlySpan<FeelValue> arguments) =>
        Round(arguments, arguments[0].AsNumber() < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity);

    private static FeelValue RoundHalfDown(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsNumber() is not { } number || Arguments.Whole(arguments[1], ScaleMin, ScaleMax) is not { } scale)
        {
            return FeelValue.Null;
        }

        var toZero = Rounded(number, scale, MidpointRounding.ToZero);
        var away = Rounded(number, scale, MidpointRounding.AwayFromZero);
        if (toZero.AsNumber() is not { } near || away.AsNumber() is not { } far)
        {
            return FeelValue.Null;
        }

        return Math.Abs(number - near) <= Math.Abs(far - number) ? toZero : away;
    }

    private static FeelValue Rounded(decimal number, int scale, MidpointRounding mode)
    {
        if (scale >= 28)
        {
            return Arguments.Number(number);
        }

        if (scale >= 0)
        {
            return Arguments.Number(decimal.Round(number, scale, mode));
        }

        var size = scale < -28 ? null : PowerOfTen(-scale);
        try
        {
            return Arguments.Number(size is { } unit
                ? decimal.Round(number / unit, 0, mode) * unit
                : 0m);
        }
        catch (OverflowException)
        {
            return FeelValue.Null;
        }
    }

    private static decimal? PowerOfTen(int exponent)
    {
        var result = 1m;
        for (var i = 0; i < exponent; i++)
        {
            result *= 10m;
        }

        return result;
    }

    private static FeelValue Abs(ReadOnlySpan<FeelValue> arguments) => arguments[0].Kind switch
    {
        FeelKind.Number => FeelValue.Of(arguments[0].AsNumber() is { } number ? Math.Abs(number) : null),
        FeelKind.DaysTimeDuration => FeelValue.OfSeconds(Math.Abs(arguments[0].AsSeconds()!.Value)),
        FeelKind.YearsMonthsDuration => FeelValue.OfMonths(Math.Abs(arguments[0].AsMonths()!.Value)),
        _ => FeelValue.Null,
    };

    /// <summary>The remainder with the sign of the divisor.</summary>
    private static FeelValue Modulo(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsNumber() is not { } dividend || arguments[1].AsNumber() is not { } divisor || divisor == 0m)
        {
            return FeelValue.Null;
        }

        var rest = dividend % divisor;
        return Arguments.Number(rest != 0m && (rest < 0m) != (divisor < 0m) ? rest + divisor : rest);
    }

    /// <summary>Newton's iteration over decimals, from a binary first guess.</summary>
    private static decimal SquareRoot(decimal number)
    {
        if (number == 0m)
        {
            return 0m;
        }

        var root = (decimal)Math.Sqrt((double)number);
        for (var i = 0; i < 4 && root > 0m; i++)
        {
            root = (root + (number / root)) / 2m;
        }

        var short1 = decimal.Round(root, Math.Max(0, Math.Min(14, 28)));
        return short1 * short1 == number ? short1 : root;
    }
}
