using Wenbao.Platform.Packs;

namespace Wenbao.Synthesis;

/// <summary>Brings an attribute of all rows that meet a condition to an exact total, in proportion to what it was.</summary>
internal sealed class Fit(PopulationState state, PopulationTable table, PackReader reader, ShapeReader shapes, CohortReader cohorts)
{
    /// <summary>Applies a fit as the pack writes it.</summary>
    public void Apply(PackNode node)
    {
        shapes.StartCohort();
        var name = node.Required("fit").Text();
        if (table.Find(name) is not { } column)
        {
            node.Report(SynthesisProblems.NameUnknown, name);
            return;
        }

        var where = shapes.ReadFilter(node.Required("where"));
        var rule = cohorts.ReadAllot(node);
        var context = new RowContext(table, state.Seed);
        var rows = new List<int>();
        for (var row = 0; row < table.Rows; row++)
        {
            context.Row = row;
            if (!column.IsNullAt(row) && where.Holds(context))
            {
                rows.Add(row);
            }
        }

        var weights = rows.ConvertAll(r => Math.Max(0, (double)column[r].Number)).ToArray();
        long Bound(ValueShape? shape, int row, long otherwise)
        {
            context.Row = row;
            return shape is null ? otherwise : (long)decimal.Floor(shape.Draw(context).Number / rule.Step);
        }

        var low = rows.ConvertAll(r => Bound(rule.Min, r, 0)).ToArray();
        var high = rows.ConvertAll(r => Bound(rule.Max, r, long.MaxValue / 4)).ToArray();
        var total = state.Scale == 1 ? rule.Total : rule.Total * state.Scale;
        if (Allotment.Share((long)decimal.Round(total / rule.Step), weights, low, high) is not { } parts)
        {
            if (state.Scale == 1)
            {
                reader.Report(SynthesisProblems.CannotAllot.At(node.Where, name, rule.Total, "?", "?"));
            }

            return;
        }

        for (var i = 0; i < rows.Count; i++)
        {
            column[rows[i]] = Datum.Of(parts[i] * rule.Step);
            table.Claim(name, rows[i]);
        }
    }
}
