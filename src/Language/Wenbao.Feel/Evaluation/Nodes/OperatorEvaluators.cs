using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

internal sealed class ArithmeticEvaluator(BoundBinary node) : Evaluator
{
    private readonly Evaluator left = Evaluators.For(node.Left);
    private readonly Evaluator right = Evaluators.For(node.Right);

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var (first, second) = (left.Evaluate(frame), right.Evaluate(frame));
        return node.Operator switch
        {
            FeelOperator.Add => Arithmetic.Add(first, second),
            FeelOperator.Subtract => Arithmetic.Subtract(first, second),
            FeelOperator.Multiply => Arithmetic.Multiply(first, second),
            FeelOperator.Divide => Arithmetic.Divide(first, second),
            FeelOperator.Power => Arithmetic.Power(first, second),
            _ => FeelValue.Null,
        };
    }
}

internal sealed class ComparisonEvaluator(BoundBinary node) : Evaluator
{
    private readonly Evaluator left = Evaluators.For(node.Left);
    private readonly Evaluator right = Evaluators.For(node.Right);

    public override FeelValue Evaluate(FeelValue[] frame) => Comparison.Apply(node.Operator, left.Evaluate(frame), right.Evaluate(frame));
}

internal sealed class LogicEvaluator(BoundBinary node) : Evaluator
{
    private readonly Evaluator left = Evaluators.For(node.Left);
    private readonly Evaluator right = Evaluators.For(node.Right);
    private readonly bool decided = node.Operator == FeelOperator.Or;

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var first = left.Evaluate(frame).AsBoolean();
        if (first == decided)
        {
            return FeelValue.Of(first);
        }

        var second = right.Evaluate(frame).AsBoolean();
        return FeelValue.Of(decided ? Logic.Or(first, second) : Logic.And(first, second));
    }
}

internal sealed class NegateEvaluator(Evaluator operand) : Evaluator
{
    public override FeelValue Evaluate(FeelValue[] frame) => Arithmetic.Negate(operand.Evaluate(frame));
}

internal sealed class BetweenEvaluator(BoundBetween node) : Evaluator
{
    private readonly Evaluator value = Evaluators.For(node.Value);
    private readonly Evaluator low = Evaluators.For(node.Low);
    private readonly Evaluator high = Evaluators.For(node.High);

    public override FeelValue Evaluate(FeelValue[] frame) =>
        FeelValue.Of(Comparison.IsIn(value.Evaluate(frame), low.Evaluate(frame), true, high.Evaluate(frame), true));
}

internal sealed class InstanceOfEvaluator(BoundInstanceOf node) : Evaluator
{
    private readonly Evaluator value = Evaluators.For(node.Value);

    public override FeelValue Evaluate(FeelValue[] frame) => FeelValue.Of((bool?)FeelConformance.IsInstance(value.Evaluate(frame), node.Tested));
}
