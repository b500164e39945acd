using Wenbao.Feel.Binding;

namespace Wenbao.Policies.Deciding;

/// <summary>Finds the slots that an expression reads.</summary>
internal static class BoundSlots
{
    /// <summary>Every slot named anywhere in the expression, its own variables included.</summary>
    public static IReadOnlySet<int> In(BoundNode node)
    {
        var found = new HashSet<int>();
        Visit(node, found);
        return found;
    }

    private static void Visit(object? part, HashSet<int> found)
    {
        switch (part)
        {
            case null or BoundLiteral or BoundError:
                break;
            case BoundSlot slot:
                found.Add(slot.Slot);
                break;
            case BoundMember member:
                Visit(member.Target, found);
                break;
            case BoundItemName name:
                Visit(name.Item, found);
                Visit(name.Outer, found);
                break;
            case BoundBinary binary:
                Visit(binary.Left, found);
                Visit(binary.Right, found);
                break;
            case BoundNegate negate:
                Visit(negate.Operand, found);
                break;
            case BoundIf choice:
                Visit(choice.Condition, found);
                Visit(choice.Then, found);
                Visit(choice.Else, found);
                break;
            case BoundFor loop:
                VisitAll(loop.Iterators, found);
                Visit(loop.Body, found);
                break;
            case BoundQuantified quantified:
                VisitAll(quantified.Iterators, found);
                Visit(quantified.Condition, found);
                break;
            case BoundIterator iterator:
                Visit(iterator.Domain, found);
                Visit(iterator.End, found);
                break;
            case BoundFilter filter:
                Visit(filter.List, found);
                Visit(filter.Filter, found);
                break;
            case BoundIn membership:
                Visit(membership.Value, found);
                VisitAll(membership.Tests, found);
                break;
            case BoundTest test:
                VisitTest(test, found);
                break;
            case BoundBetween between:
                Visit(between.Value, found);
                Visit(between.Low, found);
                Visit(between.High, found);
                break;
            case BoundBuiltinCall call:
                VisitAll(call.Arguments, found);
                break;
            case BoundInvocation invocation:
                Visit(invocation.Callee, found);
                VisitAll(invocation.Arguments, found);
                break;
            case BoundFunctionLiteral function:
                Visit(function.Body, found);
                break;
            case BoundContext context:
                VisitAll(context.Entries.Select(e => e.Value), found);
                Visit(context.Result, found);
                break;
            case BoundList list:
                VisitAll(list.Items, found);
                break;
            case BoundRange range:
                Visit(range.Start, found);
                Visit(range.End, found);
                break;
            case BoundInstanceOf instance:
                Visit(instance.Value, found);
                break;
            case BoundDecisionTable table:
                VisitAll(table.Inputs.Select(i => i.Value), found);
                VisitAll(table.Rules.SelectMany(r => r.Cells), found);
                VisitAll(table.Rules.SelectMany(r => r.Outputs), found);
                VisitAll(table.Defaults, found);
                break;
            default:
                throw new System.Diagnostics.UnreachableException(part.GetType().Name);
        }
    }

    private static void VisitTest(BoundTest test, HashSet<int> found)
    {
        switch (test)
        {
            case BoundComparisonTest comparison:
                Visit(comparison.Operand, found);
                break;
            case BoundIntervalTest interval:
                Visit(interval.Start, found);
                Visit(interval.End, found);
                break;
            case BoundExpressionTest expression:
                Visit(expression.Condition, found);
                break;
        }
    }

    private static void VisitAll(IEnumerable<object?> parts, HashSet<int> found)
    {
        foreach (var part in parts)
        {
            Visit(part, found);
        }
    }
}
