using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>A decision table: finds the matching rules, then the hit policy says what they give.</summary>
/// <remarks>Source: DMN 1.5 §8.2.8 to §8.2.11 and §10.3.2.13.</remarks>
internal sealed class DecisionTableEvaluator : Evaluator
{
    private readonly BoundDecisionTable table;
    private readonly Evaluator[] inputs;
    private readonly (Evaluator?[] Cells, Evaluator[] Outputs)[] rules;
    private readonly Evaluator?[] defaults;
    private readonly FeelShape? shape;

    public DecisionTableEvaluator(BoundDecisionTable table)
    {
        this.table = table;
        inputs = [.. table.Inputs.Select(input => Evaluators.For(input.Value))];
        rules = [.. table.Rules.Select(rule => (rule.Cells.Select(cell => cell is null ? null : Evaluators.For(cell)).ToArray(), Evaluators.For(rule.Outputs)))];
        defaults = [.. table.Defaults.Select(value => value is null ? null : Evaluators.For(value))];
        var distinct = table.OutputNames.Distinct(StringComparer.Ordinal).Count() == table.OutputNames.Count;
        shape = table.OutputNames.Count > 1 && distinct ? new FeelShape(table.OutputNames) : null;
    }

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            frame[table.Inputs[i].Slot.Slot] = inputs[i].Evaluate(frame);
        }

        var firstOnly = table.HitPolicy == FeelHitPolicy.First;
        List<FeelValue[]> hits = [];
        foreach (var (cells, outputs) in rules)
        {
            if (Matches(cells, frame))
            {
                hits.Add([.. outputs.Select(output => output.Evaluate(frame))]);
                if (firstOnly)
                {
                    break;
                }
            }
        }

        return hits.Count == 0 ? Default(frame) : Result(hits);
    }

    private static bool Matches(Evaluator?[] cells, FeelValue[] frame)
    {
        foreach (var cell in cells)
        {
            if (cell is not null && !cell.Evaluate(frame).IsTrue)
            {
                return false;
            }
        }

        return true;
    }

    private FeelValue Result(List<FeelValue[]> hits) => table.HitPolicy switch
    {
        FeelHitPolicy.Unique => hits.Count == 1 ? Value(hits[0]) : FeelValue.Null,
        FeelHitPolicy.Any => hits.Skip(1).All(hit => hit.AsSpan().SequenceEqual(hits[0])) ? Value(hits[0]) : FeelValue.Null,
        FeelHitPolicy.First => Value(hits[0]),
        FeelHitPolicy.Priority => Value(OutputPriority.Sort(hits, table.OutputPriorities)[0]),
        FeelHitPolicy.OutputOrder => ListOf(OutputPriority.Sort(hits, table.OutputPriorities)),
        FeelHitPolicy.Collect when table.Aggregation != FeelAggregation.None => Aggregated(hits),
        _ => ListOf(hits),
    };

    private FeelValue Aggregated(List<FeelValue[]> hits)
    {
        if (shape is null)
        {
            return Aggregates.Of(table.Aggregation, [.. hits.Select(hit => hit[0])]);
        }

        var columns = new FeelValue[shape.Names.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Aggregates.Of(table.Aggregation, [.. hits.Select(hit => hit[i])]);
        }

        return FeelValue.Of(new FeelContext(shape, columns));
    }

    private FeelValue Default(FeelValue[] frame)
    {
        if (defaults.All(value => value is null))
        {
            return FeelValue.Null;
        }

        var values = defaults.Select(value => value is null ? FeelValue.Null : value.Evaluate(frame)).ToArray();
        return table.HitPolicy is FeelHitPolicy.RuleOrder or FeelHitPolicy.OutputOrder || (table.HitPolicy == FeelHitPolicy.Collect && table.Aggregation == FeelAggregation.None)
            ? ListOf([values])
            : Value(values);
    }

    private FeelValue ListOf(List<FeelValue[]> hits) => FeelValue.Of(new FeelList([.. hits.Select(Value)]));

    private FeelValue Value(FeelValue[] outputs) => shape is null ? outputs[0] : FeelValue.Of(new FeelContext(shape, outputs));
}
