namespace Wenbao.Feel.Evaluation;

/// <summary>Whether values have a type, and what becomes of those that do not.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.9.1 (type conformance) and §10.3.2.9.4 (implicit conversion).</remarks>
public static class FeelConformance
{
    /// <summary>Whether a value is an instance of a type; null is an instance of none but <see cref="FeelType.Null"/>.</summary>
    public static bool IsInstance(FeelValue value, FeelType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return value.IsNull ? type.Kind == FeelKind.Null : Conforms(value, type);
    }

    /// <summary>The value as a parameter or variable of a type takes it: itself; the single item of a list; alone in a list; else null.</summary>
    public static FeelValue Coerce(FeelValue value, FeelType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (Conforms(value, type))
        {
            return value;
        }

        if (value.AsList() is { Count: 1 } list && type.Kind != FeelKind.List && Conforms(list[0], type))
        {
            return list[0];
        }

        if (type.Kind == FeelKind.List && Conforms(FeelValue.Of(new FeelList([value])), type))
        {
            return FeelValue.Of(new FeelList([value]));
        }

        return type.Kind == FeelKind.DateTime && TemporalArithmetic.MomentOf(value) is { } moment ? FeelValue.Of(moment) : FeelValue.Null;
    }

    private static bool Conforms(FeelValue value, FeelType type)
    {
        if (value.IsNull || type.Kind == FeelKind.Any)
        {
            return true;
        }

        if (value.Kind != type.Kind)
        {
            return false;
        }

        switch (type)
        {
            case ListFeelType list when list.Item.Kind != FeelKind.Any:
                foreach (var item in value.AsList()!.Items)
                {
                    if (!Conforms(item, list.Item))
                    {
                        return false;
                    }
                }

                return true;
            case ContextFeelType context:
                return context.Members.All(member => value.AsContext()!.TryGet(member.Name, out var found) && Conforms(found, member.Type));
            case RangeFeelType range:
                return Conforms(value.AsRange()!.Start, range.Element) && Conforms(value.AsRange()!.End, range.Element);
            case FunctionFeelType function:
                return FunctionConforms(value.AsFunction()!, function);
            default:
                return true;
        }
    }

    private static bool FunctionConforms(FeelFunction value, FunctionFeelType type) =>
        value.Parameters.Count == type.Parameters.Count
        && (value is not ITypedFunction typed
            || (TypeConforms(typed.Type.Result, type.Result) && typed.Type.Parameters.Zip(type.Parameters).All(pair => TypeConforms(pair.Second, pair.First))));

    /// <summary>Whether every value of a type is one of another; types that are not known are let through.</summary>
    internal static bool TypeConforms(FeelType type, FeelType target) => (type, target) switch
    {
        _ when target.Kind == FeelKind.Any || type.Kind is FeelKind.Any or FeelKind.Null => true,
        _ when type.Kind != target.Kind => false,
        (ListFeelType list, ListFeelType other) => TypeConforms(list.Item, other.Item),
        (RangeFeelType range, RangeFeelType other) => TypeConforms(range.Element, other.Element),
        (ContextFeelType context, ContextFeelType other) => other.Members.All(member => context.IndexOf(member.Name) is >= 0 and var index && TypeConforms(context.Members[index].Type, member.Type)),
        (FunctionFeelType function, FunctionFeelType other) => function.Parameters.Count == other.Parameters.Count && TypeConforms(function.Result, other.Result)
            && function.Parameters.Zip(other.Parameters).All(pair => TypeConforms(pair.Second, pair.First)),
        _ => true,
    };
}

/// <summary>A function value that knows its type.</summary>
internal interface ITypedFunction
{
    /// <summary>The type of the function.</summary>
    FunctionFeelType Type { get; }
}
