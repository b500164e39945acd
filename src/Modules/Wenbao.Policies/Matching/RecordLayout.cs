using Wenbao.Feel;
using Wenbao.Policies.Deciding;
using Wenbao.Registry;

namespace Wenbao.Policies.Matching;

/// <summary>Turns records as the registry lays them out into contexts as a model lays them out.</summary>
internal sealed class RecordLayout
{
    private static readonly FeelValue None = FeelValue.Of(FeelList.Empty);
    private readonly FeelShape shape;
    private readonly int[] positions;
    private readonly RecordLayout?[] nested;

    private RecordLayout(FeelShape shape, int[] positions, RecordLayout?[] nested)
    {
        this.shape = shape;
        this.positions = positions;
        this.nested = nested;
    }

    /// <summary>The layout from a list of the registry to a list of the model.</summary>
    /// <param name="list">The registry's list.</param>
    /// <param name="target">The model's layout.</param>
    /// <param name="fieldNames">Registry names of fields whose catalogue names differ.</param>
    /// <param name="missing">The first field that the registry's list does not have; null when all are there.</param>
    public static RecordLayout? Between(RecordList list, RecordShape target, IReadOnlyDictionary<string, string> fieldNames, out string? missing)
    {
        var positions = new int[target.Fields.Count];
        var nested = new RecordLayout?[positions.Length];
        for (var i = 0; i < positions.Length; i++)
        {
            var field = target.Fields[i];
            var name = fieldNames.GetValueOrDefault(field.Name, field.Name);
            var child = list.Children.FirstOrDefault(c => c.Id == name) ?? (target.Nested[i] is not null && list.Children is [var only, ..] ? only : null);
            positions[i] = list.Shape.IndexOf(child?.Id ?? name);
            if (positions[i] < 0)
            {
                missing = list.Id + "." + name;
                return null;
            }

            if (target.Nested[i] is { } inner)
            {
                nested[i] = Between(child!, inner, fieldNames, out missing);
                if (nested[i] is null)
                {
                    return null;
                }
            }
        }

        missing = null;
        return new RecordLayout(target.Shape, positions, nested);
    }

    /// <summary>The records in the model's layout; an absent list is empty.</summary>
    public FeelValue Convert(FeelList? records)
    {
        if (records is not { Count: > 0 })
        {
            return None;
        }

        var items = new FeelValue[records.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var record = records[i].AsContext()!;
            var values = new FeelValue[positions.Length];
            for (var field = 0; field < values.Length; field++)
            {
                var value = record[positions[field]];
                values[field] = nested[field] is { } inner ? inner.Convert(value.AsList()) : value;
            }

            items[i] = FeelValue.Of(new FeelContext(shape, values));
        }

        return FeelValue.Of(new FeelList(items));
    }
}
