using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>Makes values fit declared types where values cross a boundary: inputs, results of decisions and functions.</summary>
/// <remarks>
/// Source: DMN 1.5 §10.3.2.9.4 (type conversions): a singleton list becomes its item, an item becomes a singleton list, a date becomes a date and time;
/// what still does not conform becomes null as a whole.
/// </remarks>
public static class TypeConformance
{
    /// <summary>The value as one of the type.</summary>
    /// <param name="value">Any value; null conforms to every type.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="conformed">The value; contexts have the members of the type first and in its order, so that members may be read by position. Null when the value does not fit.</param>
    /// <returns>Whether the value fits.</returns>
    public static bool TryConform(FeelValue value, FeelType type, out FeelValue conformed)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (TryFit(value, type, out conformed))
        {
            return true;
        }

        if (type is ListFeelType list && value.Kind != FeelKind.List)
        {
            var fits = TryFit(value, list.Item, out var item);
            conformed = fits ? FeelValue.Of(new FeelList([item])) : FeelValue.Null;
            return fits;
        }

        if (value.AsList() is { Count: 1 } single && type.Kind != FeelKind.List)
        {
            return TryFit(single[0], type, out conformed);
        }

        if (value.AsDate() is { } day && type.Kind == FeelKind.DateTime)
        {
            conformed = FeelValue.Of(new FeelDateTime(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero, null));
            return true;
        }

        conformed = FeelValue.Null;
        return false;
    }

    /// <summary>The value as one of the type, or null when it does not fit.</summary>
    public static FeelValue Conform(FeelValue value, FeelType type)
    {
        TryConform(value, type, out var conformed);
        return conformed;
    }

    /// <summary>Whether every value of one static type is a value of the other as it stands, members in the same places included.</summary>
    internal static bool SurelyConforms(FeelType actual, FeelType declared)
    {
        if (ReferenceEquals(actual, declared) || declared.Kind == FeelKind.Any || actual.Kind == FeelKind.Null)
        {
            return true;
        }

        return (actual, declared) switch
        {
            (_, SimpleFeelType simple) => actual.Kind == simple.SimpleKind,
            (ListFeelType list, ListFeelType other) => SurelyConforms(list.Item, other.Item),
            (RangeFeelType range, RangeFeelType other) => SurelyConforms(range.Element, other.Element),
            (FunctionFeelType, FunctionFeelType) => true,
            (ContextFeelType context, ContextFeelType other) => StartsWith(context, other),
            _ => false,
        };
    }

    /// <summary>Whether no value of one static type but null can be made one of the other.</summary>
    internal static bool NeverConforms(FeelType actual, FeelType declared) =>
        actual is SimpleFeelType simple
        && declared is SimpleFeelType other
        && simple.SimpleKind is not (FeelKind.Any or FeelKind.Null)
        && other.SimpleKind is not (FeelKind.Any or FeelKind.Null)
        && simple.SimpleKind != other.SimpleKind
        && !(simple.SimpleKind == FeelKind.Date && other.SimpleKind == FeelKind.DateTime);

    private static bool StartsWith(ContextFeelType actual, ContextFeelType declared)
    {
        for (var i = 0; i < declared.Members.Count; i++)
        {
            if (i >= actual.Members.Count || actual.Members[i].Name != declared.Members[i].Name || !SurelyConforms(actual.Members[i].Type, declared.Members[i].Type))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryFit(FeelValue value, FeelType type, out FeelValue fitted)
    {
        fitted = value;
        if (value.IsNull || type.Kind == FeelKind.Any)
        {
            return true;
        }

        var fits = (type, value.Kind) switch
        {
            (ListFeelType list, FeelKind.List) => TryFitItems(value.AsList()!, list.Item, ref fitted),
            (ContextFeelType context, FeelKind.Context) => TryFitMembers(value.AsContext()!, context, ref fitted),
            (RangeFeelType range, FeelKind.Range) => TryFit(value.AsRange()!.Start, range.Element, out _) && TryFit(value.AsRange()!.End, range.Element, out _),
            _ => type.Kind == value.Kind,
        };
        fitted = fits ? fitted : FeelValue.Null;
        return fits;
    }

    private static bool TryFitItems(FeelList list, FeelType type, ref FeelValue fitted)
    {
        FeelValue[]? changed = null;
        for (var i = 0; i < list.Count; i++)
        {
            if (!TryFit(list[i], type, out var item))
            {
                return false;
            }

            if (list[i].AsContext() is { } before && !ReferenceEquals(before, item.AsContext()) || list[i].AsList() is { } inner && !ReferenceEquals(inner, item.AsList()))
            {
                changed ??= list.Items.ToArray();
                changed[i] = item;
            }
        }

        if (changed is not null)
        {
            fitted = FeelValue.Of(new FeelList(changed));
        }

        return true;
    }

    private static bool TryFitMembers(FeelContext context, ContextFeelType type, ref FeelValue fitted)
    {
        var values = new FeelValue[type.Members.Count];
        var same = true;
        for (var i = 0; i < values.Length; i++)
        {
            if (!context.TryGet(type.Members[i].Name, out var member) || !TryFit(member, type.Members[i].Type, out values[i]))
            {
                return false;
            }

            same &= context.Shape.Names[i] == type.Members[i].Name
                && ReferenceEquals(member.AsContext(), values[i].AsContext())
                && ReferenceEquals(member.AsList(), values[i].AsList());
        }

        if (!same)
        {
            var extra = context.Shape.Names.Where(name => type.IndexOf(name) < 0).ToList();
            var shape = new FeelShape([.. type.Members.Select(member => member.Name), .. extra]);
            fitted = FeelValue.Of(new FeelContext(shape, [.. values, .. extra.Select(name => context.TryGet(name, out var more) ? more : FeelValue.Null)]));
        }

        return true;
    }
}
