using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

internal sealed partial class Binder
{
    private BoundContext BindContext(ContextSyntax context, BindingScope scope)
    {
        List<BoundEntry> entries = [];
        var inner = scope;
        foreach (var entry in context.Entries)
        {
            inner = inner.Nested();
            BoundNode value;
            BoundSlot slot;
            if (entry.Value is FunctionSyntax function)
            {
                // A function sees itself, so that it may call itself.
                slot = inner.Define(entry.Name, TypeRules.Function);
                value = BindFunction(function, inner);
                slot = inner.Define(entry.Name, value.Type, slot.Slot);
            }
            else
            {
                value = Bind(entry.Value, inner);
                slot = inner.Define(entry.Name, value.Type);
            }

            entries.Add(new BoundEntry(entry.Name, slot with { Span = entry.NameSpan }, value));
        }

        var distinct = entries.DistinctBy(entry => entry.Name).Count() == entries.Count;
        var type = distinct ? FeelType.ContextOf([.. entries.Select(entry => new FeelMember(entry.Name, entry.Value.Type.Kind == FeelKind.Null ? FeelType.Any : entry.Value.Type))]) : FeelType.Any;
        return new BoundContext(entries, null, type, context.Span);
    }

    private BoundNode BindList(ListSyntax list, BindingScope scope)
    {
        var items = list.Items.Select(item => Bind(item, scope)).ToArray();
        var joined = items.Select(item => item.Type).Aggregate(FeelType.Null, TypeRules.Join);
        var type = FeelType.ListOf(joined.Kind == FeelKind.Null ? FeelType.Any : joined);
        return items.All(item => item is BoundLiteral)
            ? Literal(FeelValue.Of(new FeelList([.. items.Select(item => ((BoundLiteral)item).Value)])), type, list.Span)
            : new BoundList(items, type, list.Span);
    }

    private BoundRange BindRange(RangeSyntax range, BindingScope scope)
    {
        var start = range.Start is null ? null : Bind(range.Start, scope);
        var end = range.End is null ? null : Bind(range.End, scope);
        var element = TypeRules.Join(start?.Type ?? FeelType.Null, end?.Type ?? FeelType.Null);
        return new BoundRange(start, range.StartIncluded, end, range.EndIncluded, FeelType.RangeOf(element.Kind == FeelKind.Null ? FeelType.Any : element), range.Span);
    }

    private FeelType BindType(TypeSyntax type, BindingScope scope)
    {
        if (scope.FindType(type.Name) is { } defined)
        {
            return defined;
        }

        var arguments = type.Arguments.Select(argument => BindType(argument, scope)).ToArray();
        switch (type.Name)
        {
            case "list":
                return FeelType.ListOf(arguments.Length > 0 ? arguments[0] : FeelType.Any);
            case "range":
                return FeelType.RangeOf(arguments.Length > 0 ? arguments[0] : FeelType.Any);
            case "context":
                return type.MemberNames.Count > 0 && type.MemberNames.Count == arguments.Length
                    ? FeelType.ContextOf([.. type.MemberNames.Zip(arguments, (name, argument) => new FeelMember(name, argument))])
                    : TypeRules.Context;
            case "function":
                return type.Result is null ? TypeRules.Function : new FunctionFeelType(arguments, BindType(type.Result, scope));
            default:
                if (SimpleType(type.Name) is { } simple)
                {
                    return simple;
                }

                Report(FeelDiagnosticKinds.UnknownType.At(type.Span, type.Name));
                return FeelType.Any;
        }
    }

    private static FeelType? SimpleType(string name) => name switch
    {
        "number" => FeelType.Number,
        "string" => FeelType.String,
        "boolean" => FeelType.Boolean,
        "date" => FeelType.Date,
        "time" => FeelType.Time,
        "date and time" or "dateTime" => FeelType.DateTime,
        "days and time duration" or "dayTimeDuration" => FeelType.DaysTimeDuration,
        "years and months duration" or "yearMonthDuration" => FeelType.YearsMonthsDuration,
        "Any" => FeelType.Any,
        "Null" => FeelType.Null,
        _ => null,
    };
}
