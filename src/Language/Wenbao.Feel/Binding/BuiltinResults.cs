namespace Wenbao.Feel.Binding;

/// <summary>Result types that follow from the arguments' types.</summary>
internal static class BuiltinResults
{
    public static FeelType Of(BuiltinFunction function, IReadOnlyList<BoundNode> arguments)
    {
        if (arguments.Count == 0)
        {
            return function.Result;
        }

        var first = arguments[0].Type;
        return function.Name switch
        {
            "sublist" or "reverse" or "distinct values" or "remove" or "sort" => first is ListFeelType ? first : function.Result,
            "sum" or "min" or "max" => Common(arguments.Count == 1 ? TypeRules.Item(first) : Joined(arguments.Select(argument => argument.Type))),
            "append" or "concatenate" or "union" when first is ListFeelType list =>
                FeelType.ListOf(Joined(arguments.Skip(1).Select(argument => function.Name == "append" ? argument.Type : TypeRules.Item(argument.Type)).Prepend(list.Item))),
            "abs" => first.Kind is FeelKind.Number or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration ? first : function.Result,
            _ => function.Result,
        };
    }

    private static FeelType Joined(IEnumerable<FeelType> types) => types.Aggregate(FeelType.Null, TypeRules.Join) is var joined && joined.Kind == FeelKind.Null ? FeelType.Any : joined;

    private static FeelType Common(FeelType type) => type.Kind is FeelKind.Null or FeelKind.List ? FeelType.Any : type;
}
