using System.Diagnostics;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

internal sealed class InEvaluator(BoundIn node) : Evaluator
{
    private readonly Evaluator value = Evaluators.For(node.Value);
    private readonly TestEvaluator[] tests = [.. node.Tests.Select(TestEvaluator.For)];

    public override FeelValue Evaluate(FeelValue[] frame)
    {
        var tested = value.Evaluate(frame);
        bool? result = tests.Length == 0;
        foreach (var test in tests)
        {
            result = Logic.Or(result, test.Test(tested, frame));
            if (result == true)
            {
                break;
            }
        }

        return FeelValue.Of(node.Negated ? !result : result);
    }
}

/// <summary>One unary test ready to run.</summary>
internal abstract class TestEvaluator
{
    public static TestEvaluator For(BoundTest test) => test switch
    {
        BoundComparisonTest comparison => new ComparisonTestEvaluator(comparison),
        BoundIntervalTest interval => new IntervalTestEvaluator(interval),
        BoundExpressionTest expression => new ExpressionTestEvaluator(expression),
        _ => throw new UnreachableException($"No evaluator for {test.GetType().Name}."),
    };

    public abstract bool? Test(FeelValue value, FeelValue[] frame);
}

internal sealed class ComparisonTestEvaluator(BoundComparisonTest test) : TestEvaluator
{
    private readonly Evaluator operand = Evaluators.For(test.Operand);

    public override bool? Test(FeelValue value, FeelValue[] frame)
    {
        var other = operand.Evaluate(frame);
        return test.Implicit ? Comparison.Matches(value, other) : Comparison.Test(test.Operator, value, other);
    }
}

internal sealed class IntervalTestEvaluator(BoundIntervalTest test) : TestEvaluator
{
    private readonly Evaluator start = Evaluators.For(test.Start);
    private readonly Evaluator end = Evaluators.For(test.End);

    public override bool? Test(FeelValue value, FeelValue[] frame) =>
        Comparison.IsIn(value, start.Evaluate(frame), test.StartIncluded, end.Evaluate(frame), test.EndIncluded);
}

internal sealed class ExpressionTestEvaluator(BoundExpressionTest test) : TestEvaluator
{
    private readonly Evaluator condition = Evaluators.For(test.Condition);

    public override bool? Test(FeelValue value, FeelValue[] frame)
    {
        frame[test.Input.Slot] = value;
        return condition.Evaluate(frame).AsBoolean();
    }
}
