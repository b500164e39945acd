namespace Wenbao.Feel.Binding;

/// <summary>How static types come about. They are sound: a value is of its static type or null.</summary>
internal static class TypeRules
{
    /// <summary>A function of which nothing else is known.</summary>
    public static readonly FeelType Function = new SimpleFeelType(FeelKind.Function);

    /// <summary>A context of which nothing else is known.</summary>
    public static readonly FeelType Context = new SimpleFeelType(FeelKind.Context);

    public static FeelType Of(FeelValue value) => value.Kind switch
    {
        FeelKind.Null => FeelType.Null,
        FeelKind.List => FeelType.ListOf(value.AsList()!.Items.ToArray().Select(Of).Aggregate(FeelType.Null, Join) is var item && item.Kind == FeelKind.Null ? FeelType.Any : item),
        FeelKind.Context => FeelType.ContextOf([.. value.AsContext()!.Shape.Names.Select((name, index) => new FeelMember(name, Of(value.AsContext()![index])))]),
        FeelKind.Range => FeelType.RangeOf(Join(Of(value.AsRange()!.Start), Of(value.AsRange()!.End))),
        var kind => new SimpleFeelType(kind),
    };

    /// <summary>The narrowest type that holds the values of both.</summary>
    public static FeelType Join(FeelType left, FeelType right)
    {
        if (left.Kind == FeelKind.Null)
        {
            return right;
        }

        if (right.Kind == FeelKind.Null || left == right)
        {
            return left;
        }

        return (left, right) switch
        {
            (ListFeelType first, ListFeelType second) => FeelType.ListOf(Join(first.Item, second.Item)),
            (RangeFeelType first, RangeFeelType second) => FeelType.RangeOf(Join(first.Element, second.Element)),
            _ when left.Kind == FeelKind.Context && right.Kind == FeelKind.Context => Context,
            _ => FeelType.Any,
        };
    }

    /// <summary>The type of an arithmetic result; null when the operator never gives a value for the operands.</summary>
    public static FeelType? Arithmetic(FeelOperator operation, FeelType left, FeelType right)
    {
        var results = Table(operation).Where(row => Fits(left, row.Left) && Fits(right, row.Right)).Select(row => row.Result).Distinct().ToArray();
        return results.Length switch
        {
            0 => null,
            1 => new SimpleFeelType(results[0]),
            _ => FeelType.Any,
        };
    }

    /// <summary>Whether two types can be compared at all.</summary>
    public static bool Comparable(FeelType left, FeelType right) =>
        left.Kind is FeelKind.Any or FeelKind.Null || right.Kind is FeelKind.Any or FeelKind.Null || left.Kind == right.Kind;

    /// <summary>The type of the items an iteration over a type gives.</summary>
    public static FeelType Item(FeelType domain) => domain switch
    {
        ListFeelType list => list.Item,
        RangeFeelType range => range.Element,
        { Kind: FeelKind.List or FeelKind.Range or FeelKind.Null } => FeelType.Any,
        _ => domain,
    };

    public static string Write(FeelType type) => type switch
    {
        ListFeelType list => $"list<{Write(list.Item)}>",
        RangeFeelType range => $"range<{Write(range.Element)}>",
        FunctionFeelType function => $"function<{string.Join(", ", function.Parameters.Select(Write))}>->{Write(function.Result)}",
        _ => type.Kind switch
        {
            FeelKind.DateTime => "date and time",
            FeelKind.DaysTimeDuration => "days and time duration",
            FeelKind.YearsMonthsDuration => "years and months duration",
            FeelKind.Any => "Any",
            FeelKind.Null => "Null",
            var kind => kind.ToString().ToLowerInvariant(),
        },
    };

    private static bool Fits(FeelType type, FeelKind kind) => type.Kind is FeelKind.Any or FeelKind.Null || type.Kind == kind;

    private static IEnumerable<(FeelKind Left, FeelKind Right, FeelKind Result)> Table(FeelOperator operation)
    {
        const FeelKind number = FeelKind.Number, seconds = FeelKind.DaysTimeDuration, months = FeelKind.YearsMonthsDuration, date = FeelKind.Date, time = FeelKind.Time, moment = FeelKind.DateTime;
        return operation switch
        {
            FeelOperator.Add =>
            [
                (number, number, number), (FeelKind.String, FeelKind.String, FeelKind.String), (seconds, seconds, seconds), (months, months, months),
                (date, seconds, date), (date, months, date), (seconds, date, date), (months, date, date), (time, seconds, time), (seconds, time, time),
                (moment, seconds, moment), (moment, months, moment), (seconds, moment, moment), (months, moment, moment),
            ],
            FeelOperator.Subtract =>
            [
                (number, number, number), (seconds, seconds, seconds), (months, months, months), (date, seconds, date), (date, months, date), (time, seconds, time),
                (moment, seconds, moment), (moment, months, moment), (date, date, seconds), (date, moment, seconds), (moment, date, seconds), (moment, moment, seconds), (time, time, seconds),
            ],
            FeelOperator.Multiply => [(number, number, number), (number, seconds, seconds), (seconds, number, seconds), (number, months, months), (months, number, months)],
            FeelOperator.Divide => [(number, number, number), (seconds, number, seconds), (months, number, months), (seconds, seconds, number), (months, months, number)],
            _ => [(number, number, number)],
        };
    }
}
