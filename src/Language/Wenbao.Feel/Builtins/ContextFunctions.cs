using static Wenbao.Feel.Builtins.BuiltinFunctions;

namespace Wenbao.Feel.Builtins;

/// <summary>Functions over contexts; none changes its argument.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.9.</remarks>
internal static class ContextFunctions
{
    private static readonly FeelShape EntryShape = new(["key", "value"]);

    public static IEnumerable<BuiltinFunction> All =>
    [
        Define("get value(m: context, key: string): any", GetValue),
        Define("get entries(m: context): list", GetEntries),
        Define("context(entries: list): context", Context),
        Define("context put(context: context, key: string, value: any): context", arguments => Put(arguments[0], arguments[1], arguments[2])),
        Define("context put(context: context, keys: strings, value: any): context", arguments => Put(arguments[0], arguments[1], arguments[2])),
        Define("context merge(contexts: list): context", Merge),
    ];

    private static FeelValue GetValue(ReadOnlySpan<FeelValue> arguments) =>
        arguments[0].AsContext() is { } context && arguments[1].AsString() is { } key && context.TryGet(key, out var value) ? value : FeelValue.Null;

    private static FeelValue GetEntries(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments[0].AsContext() is not { } context)
        {
            return FeelValue.Null;
        }

        List<FeelValue> entries = [];
        for (var i = 0; i < context.Values.Length; i++)
        {
            entries.Add(FeelValue.Of(new FeelContext(EntryShape, [FeelValue.Of(context.Shape.Names[i]), context[i]])));
        }

        return Arguments.ListOf(entries);
    }

    private static FeelValue Context(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } entries)
        {
            return FeelValue.Null;
        }

        OrderedDictionary<string, FeelValue> members = new(StringComparer.Ordinal);
        foreach (var item in entries.Items)
        {
            if (item.AsContext() is not { } entry || !entry.TryGet("key", out var key) || key.AsString() is not { } name || !entry.TryGet("value", out var value) || !members.TryAdd(name, value))
            {
                return FeelValue.Null;
            }
        }

        return Made(members);
    }

    private static FeelValue Put(FeelValue target, FeelValue key, FeelValue value)
    {
        if (target.AsContext() is not { } context)
        {
            return FeelValue.Null;
        }

        var keys = key.AsList() ?? (key.Kind == FeelKind.String ? new FeelList([key]) : null);
        return keys is { Count: > 0 } ? Put(context, keys, 0, value) : FeelValue.Null;
    }

    private static FeelValue Put(FeelContext context, FeelList keys, int level, FeelValue value)
    {
        if (keys[level].AsString() is not { } name)
        {
            return FeelValue.Null;
        }

        var inner = value;
        if (level + 1 < keys.Count)
        {
            if (!context.TryGet(name, out var found) || found.AsContext() is not { } deeper)
            {
                return FeelValue.Null;
            }

            inner = Put(deeper, keys, level + 1, value);
            if (inner.IsNull)
            {
                return FeelValue.Null;
            }
        }

        var members = MembersOf(context);
        members[name] = inner;
        return Made(members);
    }

    private static FeelValue Merge(ReadOnlySpan<FeelValue> arguments)
    {
        if (Arguments.List(arguments[0]) is not { } contexts)
        {
            return FeelValue.Null;
        }

        OrderedDictionary<string, FeelValue> members = new(StringComparer.Ordinal);
        foreach (var item in contexts.Items)
        {
            if (item.AsContext() is not { } context)
            {
                return FeelValue.Null;
            }

            foreach (var (name, value) in MembersOf(context))
            {
                members[name] = value;
            }
        }

        return Made(members);
    }

    private static OrderedDictionary<string, FeelValue> MembersOf(FeelContext context)
    {
        OrderedDictionary<string, FeelValue> members = new(StringComparer.Ordinal);
        for (var i = 0; i < context.Values.Length; i++)
        {
            members.Add(context.Shape.Names[i], context[i]);
        }

        return members;
    }

    private static FeelValue Made(OrderedDictionary<string, FeelValue> members) =>
        FeelValue.Of(new FeelContext(new FeelShape([.. members.Keys]), [.. members.Values]));
}
