using Wenbao.Feel.Evaluation;
using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions that look into lists or make new ones. A single value stands for a list of it.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.4.</remarks>
internal static class ListFunctions
{
    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("list contains(list: list, element: any): boolean", Contains),
        Define("sublist(list: list, start position: number, length?: number): list", Sublist),
        Define("append(list: list, item…: any): list", Append),
        Define("concatenate(list…: list): list", Concatenate),
        Define("insert before(list: list, position: number, newItem: any): list", InsertBefore),
        Define("remove(list: list, position: any): list", Remove),
        Define("reverse(list: list): list", Reverse),
        Define("index of(list: list, match: any): numbers", IndexOf),
        Define("union(list…: list): list", arguments => Distinct(Concatenate(arguments))),
        Define("distinct values(list: list): list", arguments => Distinct(arguments[0])),
        Define("flatten(list: list): list", Flatten),
        Define("list replace(list: list, position: number, newItem: any): list", ReplaceAt),
        Define("list replace(list: list, match: function, newItem: any): list", ReplaceAt),
        Define("partition(list: list, size: number): list", Partition),
    ];

    private static bool Same(FeelValue left, FeelValue right) => Comparison.AreEqual(left, right) == true;

    private static FeelValue Contains(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list)
        {
            return FeelValue.Null;
        }

        foreach (var item in list.Items)
        {
            if (Same(item, arguments[1]))
            {
                return FeelValue.True;
            }
        }

        return FeelValue.False;
    }

    /// <summary>From a position (1 first, -1 last) to the end or for a length; null outside the list.</summary>
    private static FeelValue Sublist(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list || Arguments.Whole(arguments[1]) is not { } position || position == 0)
        {
            return FeelValue.Null;
        }

        var start = position > 0 ? position - 1 : list.Count + position;
        var length = arguments[2].IsNull ? list.Count - start : Arguments.Whole(arguments[2], 0);
        return start < 0 || start > list.Count || length is not { } count || count > list.Count - start
            ? FeelValue.Null
            : FeelValue.Of(new FeelList(list.Items.Slice(start, count).ToArray()));
    }

    private static FeelValue Append(ReadOnlySpan<FeelValue> arguments) =>
        FeelValue.Of(new FeelList([.. arguments[0].AsList() is { } list ? list.Items : arguments[..1], .. arguments[1..]]));

    private static FeelValue Concatenate(ReadOnlySpan<FeelValue> arguments)
    {
        List<FeelValue> items = [];
        foreach (var argument in arguments)
        {
            if (Arguments.List(argument) is not { } list || items.Count + list.Count > EvaluationLimits.ItemsMax)
            {
                return FeelValue.Null;
            }

            items.AddRange(list.Items);
        }

        return Arguments.ListOf(items);
    }

    private static FeelValue InsertBefore(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list || Index(arguments[1], list.Count + (arguments[1].AsNumber() > 0 ? 1 : 0), list.Count) is not { } index)
        {
            return FeelValue.Null;
        }

        return FeelValue.Of(new FeelList([.. list.Items[..index], arguments[2], .. list.Items[index..]]));
    }

    private static FeelValue Remove(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list || Index(arguments[1], list.Count, list.Count) is not { } index)
        {
            return FeelValue.Null;
        }

        return FeelValue.Of(new FeelList([.. list.Items[..index], .. list.Items[(index + 1)..]]));
    }

    /// <summary>The index of a position up to a last one; negative positions count from the end of the list.</summary>
    private static int? Index(FeelValue position, int last, int count) => Arguments.Whole(position, -count, last) switch
    {
        null or 0 => null,
        > 0 and var fromStart => fromStart - 1,
        var fromEnd => count + fromEnd,
    };

    private static FeelValue Reverse(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list)
        {
            return FeelValue.Null;
        }

        var items = list.Items.ToArray();
        Array.Reverse(items);
        return FeelValue.Of(new FeelList(items));
    }

    private static FeelValue IndexOf(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list)
        {
            return FeelValue.Null;
        }

        List<FeelValue> found = [];
        for (var i = 0; i < list.Count; i++)
        {
            if (Same(list[i], arguments[1]))
            {
                found.Add(Arguments.Number(i + 1));
            }
        }

        return Arguments.ListOf(found);
    }

    private static FeelValue Distinct(FeelValue value)
    {
        if (Arguments.List(value) is not { } list)
        {
            return FeelValue.Null;
        }

        HashSet<FeelValue> seen = [];
        List<FeelValue> kept = [];
        foreach (var item in list.Items)
        {
            if (seen.Add(item))
            {
                kept.Add(item);
            }
        }

        return Arguments.ListOf(kept);
    }

    private static FeelValue Flatten(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list)
        {
            return FeelValue.Null;
        }

        List<FeelValue> flat = [];
        var pending = new Stack<(FeelList List, int Next)>([(list, 0)]);
        while (pending.TryPop(out var at))
        {
            if (at.Next == at.List.Count)
            {
                continue;
            }

            if (flat.Count > EvaluationLimits.ItemsMax)
            {
                return FeelValue.Null;
            }

            pending.Push((at.List, at.Next + 1));
            if (at.List[at.Next].AsList() is { } inner)
            {
                pending.Push((inner, 0));
            }
            else
            {
                flat.Add(at.List[at.Next]);
            }
        }

        return Arguments.ListOf(flat);
    }

    /// <summary>Replaces the item at a position, or all items for which a function of the item and the new item is true.</summary>
    private static FeelValue ReplaceAt(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list)
        {
            return FeelValue.Null;
        }

        var items = list.Items.ToArray();
        if (arguments[1].AsFunction() is not { Parameters.Count: 2 } match)
        {
            if (Index(arguments[1], list.Count, list.Count) is not { } index)
            {
                return FeelValue.Null;
            }

            items[index] = arguments[2];
            return FeelValue.Of(new FeelList(items));
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (match.Invoke([items[i], arguments[2]]).AsBoolean() is not { } isMatch)
            {
                return FeelValue.Null;
            }

            items[i] = isMatch ? arguments[2] : items[i];
        }

        return FeelValue.Of(new FeelList(items));
    }

    private static FeelValue Partition(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } list || Arguments.Whole(arguments[1], 1) is not { } size)
        {
            return FeelValue.Null;
        }

        return Arguments.ListOf([.. list.Items.ToArray().Chunk(size).Select(part => FeelValue.Of(new FeelList(part)))]);
    }
}
