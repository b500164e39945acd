using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

internal sealed class ListEvaluator(BoundList node) : Evaluator
{
    private readonly Evaluator[] items = Evaluators.For(node.Items);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(frame);
        }

        return FeelValue.Of(new FeelList(values));
    }
}

internal sealed class ContextEvaluator(BoundContext node) : Evaluator
{
    private readonly Evaluator[] values = [.. node.Entries.Select(entry => Evaluators.For(entry.Value))];
    private readonly Evaluator? result = node.Result is null ? null : Evaluators.For(node.Result);

    /// <summary>Null when a name stands twice: then the context is null.</summary>
    private readonly FeelShape? shape = node.Entries.DistinctBy(entry => entry.Name).Count() == node.Entries.Count ? new FeelShape([.. node.Entries.Select(entry => entry.Name)]) : null;

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        if (shape is null && result is null)
        {
            return FeelValue.Null;
        }

        var found = new FeelValue[values.Length];
        for (var i = 0; i < found.Length; i++)
        {
            var entry = node.Entries[i];
            found[i] = values[i].Evaluate(frame);
            frame[entry.Slot.Slot] = found[i];
            if (entry.Value is BoundFunctionLiteral && found[i].AsFunction() is FunctionValue function)
            {
                function.Name(entry.Slot.Slot);
            }
        }

        return result is null ? FeelValue.Of(new FeelContext(shape!, found)) : result.Evaluate(frame);
    }
}

internal sealed class RangeEvaluator(BoundRange node) : Evaluator
{
    private readonly Evaluator? start = node.Start is null ? null : Evaluators.For(node.Start);
    private readonly Evaluator? end = node.End is null ? null : Evaluators.For(node.End);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var first = start is null ? FeelValue.Null : start.Evaluate(frame);
        var last = end is null ? FeelValue.Null : end.Evaluate(frame);
        if (!first.IsNull && !last.IsNull && Comparison.Order(first, last) is not <= 0)
        {
            return FeelValue.Null;
        }

        return FeelValue.Of(new FeelRange(first, node.StartIncluded && !first.IsNull, last, node.EndIncluded && !last.IsNull));
    }
}
