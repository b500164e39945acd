using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

internal sealed class FilterEvaluator(BoundFilter node) : Evaluator
{
    private readonly Evaluator list = Evaluators.For(node.List);
    private readonly Evaluator filter = Evaluators.For(node.Filter);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var value = list.Evaluate(frame);
        if (Filtering.AsList(value) is not { } items)
        {
            return FeelValue.Null;
        }

        if (node.Filter.Type.Kind == FeelKind.Number)
        {
            frame[node.Item.Slot] = FeelValue.Null;
            return filter.Evaluate(frame).AsNumber() is { } position ? Filtering.At(items, position) : FeelValue.Null;
        }

        List<FeelValue> kept = [];
        for (var i = 0; i < items.Count; i++)
        {
            frame[node.Item.Slot] = items[i];
            var found = filter.Evaluate(frame);
            if (found.IsTrue)
            {
                kept.Add(items[i]);
            }
            else if (i == 0 && found.AsNumber() is { } position)
            {
                return Filtering.At(items, position);
            }
        }

        return FeelValue.Of(new FeelList([.. kept]));
    }
}
