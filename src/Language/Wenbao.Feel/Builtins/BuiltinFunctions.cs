using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Builtins;

/// <summary>The built-in functions by name. <c>today()</c> and <c>now()</c> are not among them: they are slots of the scope.</summary>
/// <remarks>Source: DMN 1.5 §10.3.4.</remarks>
public static class BuiltinFunctions
{
    private static readonly Dictionary<string, BuiltinFunction[]> ByName =
        new IEnumerable<BuiltinFunction>[]
        {
            ConversionFunctions.All, BooleanFunctions.All, StringFunctions.All, PatternFunctions.All, NumericFunctions.All, AggregateFunctions.All,
            ListFunctions.All, SortFunctions.All, TemporalFunctions.All, ContextFunctions.All, RangeFunctions.All,
        }
        .SelectMany(family => family)
        .GroupBy(function => function.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The overloads of a name in the order of preference; empty when there is no such function.</summary>
    public static IReadOnlyList<BuiltinFunction> Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ByName.GetValueOrDefault(name, []);
    }

    /// <summary>How an overload is written, such as <c>substring(string, start position, length?)</c>.</summary>
    public static string Usage(BuiltinFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var parameters = function.Parameters.Select((parameter, index) =>
            parameter.Name + (function.IsVariadic && index == function.Parameters.Count - 1 ? " …" : index >= function.RequiredCount ? "?" : string.Empty));
        return function.Name + "(" + string.Join(", ", parameters) + ")";
    }

    /// <summary>Makes an overload from its signature.</summary>
    /// <param name="signature">Such as <c>substring(string: string, start position: number, length?: number): string</c>; <c>…</c> before the colon of the last parameter lets it repeat.</param>
    /// <param name="invoke">The implementation.</param>
    internal static BuiltinFunction Define(string signature, BuiltinInvoke invoke)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        var close = signature.LastIndexOf(')');
        var parts = signature[(open + 1)..close].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<FeelMember> parameters = [];
        var required = 0;
        var variadic = false;
        foreach (var part in parts)
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = part[..colon];
            variadic |= name.EndsWith('…');
            required += name.EndsWith('?') ? 0 : 1;
            parameters.Add(new FeelMember(name.TrimEnd('?', '…'), TypeNamed(part[(colon + 1)..].Trim())));
        }

        var takesScalars = parameters.Any(parameter => IsScalar(parameter.Type));
        return new BuiltinFunction(signature[..open], parameters, required, variadic, TypeNamed(signature[(close + 2)..].Trim()), takesScalars ? Unwrapping(parameters, invoke) : invoke);
    }

    private static bool IsScalar(FeelType type) => type.Kind is not (FeelKind.Any or FeelKind.List);

    /// <summary>A list of one item stands for the item where a parameter takes no list.</summary>
    /// <remarks>Source: DMN 1.5 §10.3.2.9.4 (from singleton list).</remarks>
    private static BuiltinInvoke Unwrapping(List<FeelMember> parameters, BuiltinInvoke invoke) => arguments =>
    {
        FeelValue[]? unwrapped = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].AsList() is { Count: 1 } single && IsScalar(parameters[Math.Min(i, parameters.Count - 1)].Type))
            {
                unwrapped ??= arguments.ToArray();
                unwrapped[i] = single[0];
            }
        }

        return invoke(unwrapped ?? arguments);
    };

    private static FeelType TypeNamed(string name) => name switch
    {
        "number" => FeelType.Number,
        "string" => FeelType.String,
        "boolean" => FeelType.Boolean,
        "date" => FeelType.Date,
        "time" => FeelType.Time,
        "moment" => FeelType.DateTime,
        "days" => FeelType.DaysTimeDuration,
        "months" => FeelType.YearsMonthsDuration,
        "list" => FeelType.ListOf(FeelType.Any),
        "strings" => FeelType.ListOf(FeelType.String),
        "numbers" => FeelType.ListOf(FeelType.Number),
        "context" => TypeRules.Context,
        "function" => TypeRules.Function,
        "range" => FeelType.RangeOf(FeelType.Any),
        _ => FeelType.Any,
    };
}
