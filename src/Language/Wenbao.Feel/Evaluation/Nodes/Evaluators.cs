using System.Diagnostics;
using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Evaluation;

/// <summary>Which evaluator a bound node has.</summary>
internal static class Evaluators
{
    public static Evaluator For(BoundNode node) => node switch
    {
        BoundLiteral literal => new ConstantEvaluator(literal.Value),
        BoundError => new ConstantEvaluator(FeelValue.Null),
        BoundSlot slot => new SlotEvaluator(slot.Slot),
        BoundMember member => new MemberEvaluator(member),
        BoundItemName name => new ItemNameEvaluator(name),
        BoundBinary { Operator: FeelOperator.And or FeelOperator.Or } logic => new LogicEvaluator(logic),
        BoundBinary { Operator: >= FeelOperator.Equal } comparison => new ComparisonEvaluator(comparison),
        BoundBinary arithmetic => new ArithmeticEvaluator(arithmetic),
        BoundNegate negate => new NegateEvaluator(For(negate.Operand)),
        BoundIf condition => new IfEvaluator(condition),
        BoundFor iteration => new ForEvaluator(iteration),
        BoundQuantified quantified => new QuantifiedEvaluator(quantified),
        BoundFilter filter => new FilterEvaluator(filter),
        BoundIn membership => new InEvaluator(membership),
        BoundBetween between => new BetweenEvaluator(between),
        BoundBuiltinCall call => new BuiltinCallEvaluator(call),
        BoundInvocation invocation => new InvocationEvaluator(invocation),
        BoundFunctionLiteral function => new FunctionEvaluator(function),
        BoundContext context => new ContextEvaluator(context),
        BoundList list => new ListEvaluator(list),
        BoundRange range => new RangeEvaluator(range),
        BoundInstanceOf instance => new InstanceOfEvaluator(instance),
        BoundDecisionTable table => new DecisionTableEvaluator(table),
        _ => throw new UnreachableException($"No evaluator for {node.GetType().Name}."),
    };

    public static Evaluator[] For(IReadOnlyList<BoundNode> nodes) => [.. nodes.Select(For)];
}
