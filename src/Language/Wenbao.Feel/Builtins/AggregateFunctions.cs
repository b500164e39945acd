using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions that put the items of a list together. They take a list or its items one by one.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.4. An empty list gives null, except for <c>count</c>, <c>all</c>, <c>any</c> and <c>mode</c>; an item of a wrong kind gives null.</remarks>
internal static class AggregateFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("count(list…: list): number", arguments => Arguments.Items(arguments) is { } list ? Arguments.Number(list.Count) : FeelValue.Null),
        Define("sum(list…: list): any", arguments => Over(arguments, Sum)),
        Define("min(list…: list): any", arguments => Over(arguments, Min)),
        Define("max(list…: list): any", arguments => Over(arguments, Max)),
        Define("mean(list…: numbers): number", arguments => Over(arguments, items => Arithmetic.Divide(Sum(items), Arguments.Number(items.Length)))),
        Define("product(list…: numbers): number", arguments => Over(arguments, Product)),
        Define("median(list…: numbers): number", arguments => Over(arguments, Median)),
        Define("stddev(list…: numbers): number", arguments => Over(arguments, StandardDeviation)),
        Define("mode(list…: numbers): numbers", arguments => Over(arguments, Mode)),
        Define("all(list…: list): boolean", arguments => Over(arguments, AllTrue)),
        Define("any(list…: list): boolean", arguments => Over(arguments, AnyTrue)),
    ];

    /// <summary>The sum of numbers or of durations of one kind; null for none.</summary>
    public static FeelValue Sum(ReadOnlySpan<FeelValue> items)
    {
        if (items.Length == 0 || items[0].Kind is not (FeelKind.Number or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration))
        {
            return FeelValue.Null;
        }

        var sum = items[0];
        foreach (var item in items[1..])
        {
            sum = Arithmetic.Add(sum, item);
        }

        return sum;
    }

    /// <summary>The smallest of values that can be compared; null for none.</summary>
    public static FeelValue Min(ReadOnlySpan<FeelValue> items) => Extreme(items, -1);

    /// <summary>The largest of values that can be compared; null for none.</summary>
    public static FeelValue Max(ReadOnlySpan<FeelValue> items) => Extreme(items, 1);

    private delegate FeelValue Aggregate(ReadOnlySpan<FeelValue> items);

    private static FeelValue Over(ReadOnlySpan<FeelValue> arguments, Aggregate aggregate) =>
        Arguments.Items(arguments) is { } list ? aggregate(list.Items) : FeelValue.Null;

    private static FeelValue Extreme(ReadOnlySpan<FeelValue> items, int sign)
    {
        if (items.Length == 0 || Comparison.Order(items[0], items[0]) is null)
        {
            return FeelValue.Null;
        }

        var best = items[0];
        foreach (var item in items[1..])
        {
            if (Comparison.Order(item, best) is not { } order)
            {
                return FeelValue.Null;
            }

            best = Math.Sign(order) == sign ? item : best;
        }

        return best;
    }

    private static FeelValue Product(ReadOnlySpan<FeelValue> items)
    {
        var product = items.Length == 0 ? FeelValue.Null : Arguments.Number(1m);
        foreach (var item in items)
        {
            product = item.Kind == FeelKind.Number ? Arithmetic.Multiply(product, item) : FeelValue.Null;
        }

        return product;
    }

    private static decimal[]? Numbers(ReadOnlySpan<FeelValue> items)
    {
        var numbers = new decimal[items.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (items[i].AsNumber() is not { } number)
            {
                return null;
            }

            numbers[i] = number;
        }

        return numbers;
    }

    private static FeelValue Median(ReadOnlySpan<FeelValue> items)
    {
        if (Numbers(items) is not { Length: > 0 } numbers)
        {
            return FeelValue.Null;
        }

        Array.Sort(numbers);
        var middle = numbers.Length / 2;
        return numbers.Length % 2 == 1
            ? Arguments.Number(numbers[middle])
            : Arithmetic.Divide(Arithmetic.Add(Arguments.Number(numbers[middle - 1]), Arguments.Number(numbers[middle])), Arguments.Number(2m));
    }

    /// <summary>The standard deviation of a sample; null below two items.</summary>
    private static FeelValue StandardDeviation(ReadOnlySpan<FeelValue> items)
    {
        if (Numbers(items) is not { Length: > 1 } numbers)
        {
            return FeelValue.Null;
        }

        var mean = numbers.Average();
        var squares = numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Length - 1);
        return Find("sqrt")[0].Invoke([Arguments.Number(squares)]);
    }

    /// <summary>The most frequent numbers in ascending order.</summary>
    private static FeelValue Mode(ReadOnlySpan<FeelValue> items)
    {
        if (Numbers(items) is not { } numbers)
        {
            return FeelValue.Null;
        }

        var groups = numbers.GroupBy(number => number).ToArray();
        var most = groups.Length == 0 ? 0 : groups.Max(group => group.Count());
        return Arguments.ListOf([.. groups.Where(group => group.Count() == most).Select(group => group.Key).Order().Select(Arguments.Number)]);
    }

    private static FeelValue AllTrue(ReadOnlySpan<FeelValue> items)
    {
        bool? result = true;
        foreach (var item in items)
        {
            result = Logic.And(result, item.AsBoolean());
        }

        return FeelValue.Of(result);
    }

    private static FeelValue AnyTrue(ReadOnlySpan<FeelValue> items)
    {
        bool? result = false;
        foreach (var item in items)
        {
            result = Logic.Or(result, item.AsBoolean());
        }

        return FeelValue.Of(result);
    }
}
