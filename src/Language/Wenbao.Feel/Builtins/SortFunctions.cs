using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary><c>sort</c>, by a function or in natural order. Stable.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.7.</remarks>
internal static class SortFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("sort(list: list, precedes?: function): list", Sort),
    ];

    private static FeelValue Sort(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list || (!arguments[1].IsNull && arguments[1].AsFunction() is not { Parameters.Count: 2 }))
        {
            return FeelValue.Null;
        }

        var items = list.Items.ToArray();
        var precedes = arguments[1].AsFunction();
        return Merge(items, new FeelValue[items.Length], 0, items.Length, precedes) ? FeelValue.Of(new FeelList(items)) : FeelValue.Null;
    }

    /// <summary>Merge sort: unlike the library's sort it bears an order that contradicts itself. False when two items cannot be compared.</summary>
    private static bool Merge(FeelValue[] items, FeelValue[] spare, int start, int end, FeelFunction? precedes)
    {
        if (end - start < 2)
        {
            return true;
        }

        var middle = start + ((end - start) / 2);
        if (!Merge(items, spare, start, middle, precedes) || !Merge(items, spare, middle, end, precedes))
        {
            return false;
        }

        var (left, right) = (start, middle);
        for (var to = start; to < end; to++)
        {
            var takeRight = left == middle;
            if (!takeRight && right < end)
            {
                if (Precedes(items[right], items[left], precedes) is not { } before)
                {
                    return false;
                }

                takeRight = before;
            }

            spare[to] = takeRight ? items[right++] : items[left++];
        }

        Array.Copy(spare, start, items, start, end - start);
        return true;
    }

    private static bool? Precedes(FeelValue first, FeelValue second, FeelFunction? precedes) =>
        precedes is null ? (Comparison.Order(first, second) is { } order ? order < 0 : null) : precedes.Invoke([first, second]).AsBoolean();
}
