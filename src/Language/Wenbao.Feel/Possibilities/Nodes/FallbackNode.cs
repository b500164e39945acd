using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Possibilities.Nodes;

/// <summary>A part that is only known when all it reads is known: then the interpreter gives its value; else it may be anything.</summary>
/// <param name="node">The part.</param>
/// <param name="slots">The slots it reads from outside, with what stands in them.</param>
internal sealed class FallbackNode(BoundNode node, (int Slot, SetNode Value)[] slots) : SetNode
{
    private IFeelExecutable? interpreter;

    public override Possible Evaluate(SetContext context)
    {
        var depends = 0UL;
        var isKnown = true;
        var values = slots.Length == 0 ? [] : new FeelValue[slots.Length];
        for (var i = 0; i < slots.Length; i++)
        {
            var value = slots[i].Value.Evaluate(context);
            depends |= value.Depends;
            isKnown &= value.IsSingle;
            values[i] = value.IsSingle ? value.Single() : FeelValue.Null;
        }

        if (!isKnown)
        {
            return Possible.Anything.On(depends);
        }

        interpreter ??= SubtreeInterpreter.For(node);
        Exchange(context.Frame, values);
        var result = Possible.Of(interpreter.Evaluate(context.Frame));
        Exchange(context.Frame, values);
        return result;
    }

    /// <summary>Puts the values into their slots, and keeps what stood there.</summary>
    private void Exchange(FeelValue[] frame, FeelValue[] values)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            (frame[slots[i].Slot], values[i]) = (values[i], frame[slots[i].Slot]);
        }
    }
}
