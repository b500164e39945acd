using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>Aggregations of Collect, by the built-ins of the same names.</summary>
internal static class Aggregates
{
    public static FeelValue Of(FeelAggregation aggregation, ReadOnlySpan<FeelValue> values) => aggregation switch
    {
        FeelAggregation.Sum => Builtins.AggregateFunctions.Sum(values),
        FeelAggregation.Count => FeelValue.Of((decimal?)values.Length),
        FeelAggregation.Min => Builtins.AggregateFunctions.Min(values),
        FeelAggregation.Max => Builtins.AggregateFunctions.Max(values),
        _ => FeelValue.Of(new FeelList(values.ToArray())),
    };
}
