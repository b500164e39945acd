using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>Aggregations of Collect.</summary>
internal static class Aggregates
{
    public static FeelValue Of(FeelAggregation aggregation, ReadOnlySpan<FeelValue> values) => aggregation switch
    {
        FeelAggregation.Sum => Builtins.AggregateFunctions.Sum(values),
        FeelAggregation.Count => FeelValue.Of((decimal?)Distinct(values)),
        FeelAggregation.Min => Builtins.AggregateFunctions.Min(values),
        FeelAggregation.Max => Builtins.AggregateFunctions.Max(values),
        _ => FeelValue.Of(new FeelList(values.ToArray())),
    };

    private static int Distinct(ReadOnlySpan<FeelValue> values) => values.ToArray().Distinct().Count();
}
