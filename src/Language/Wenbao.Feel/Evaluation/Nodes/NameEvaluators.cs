using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

internal sealed class ConstantEvaluator(FeelValue value) : Evaluator
{
    public override FeelValue Evaluate(FeelValue[] frame) => value;
}

internal sealed class SlotEvaluator(int slot) : Evaluator
{
    public override FeelValue Evaluate(FeelValue[] frame) => frame[slot];
}

internal sealed class MemberEvaluator(BoundMember node) : Evaluator
{
    private readonly Evaluator target = Evaluators.For(node.Target);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var value = target.Evaluate(frame);
        if (node.Index >= 0 && value.AsContext() is { } context && node.Index < context.Shape.Names.Count && context.Shape.Names[node.Index] == node.Name)
        {
            return context[node.Index];
        }

        return Members.Get(value, node.Name);
    }
}

internal sealed class ItemNameEvaluator(BoundItemName node) : Evaluator
{
    private readonly Evaluator outer = Evaluators.For(node.Outer);

    public override FeelValue Evaluate(FeelValue[] frame) =>
        frame[node.Item.Slot].AsContext() is { } context && context.TryGet(node.Name, out var value) ? value : outer.Evaluate(frame);
}
