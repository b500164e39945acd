using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

/// <summary>Walks bound trees.</summary>
internal static class BoundTree
{
    /// <summary>The node and everything below it, without recursion.</summary>
    public static IEnumerable<BoundNode> DescendantsAndSelf(BoundNode root)
    {
        var pending = new Stack<BoundNode>([root]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var child in ChildrenOf(node))
            {
                pending.Push(child);
            }
        }
    }

    private static IEnumerable<BoundNode> ChildrenOf(BoundNode node) => node switch
    {
        BoundMember member => [member.Target],
        BoundItemName name => [name.Item, name.Outer],
        BoundBinary binary => [binary.Left, binary.Right],
        BoundNegate negate => [negate.Operand],
        BoundIf choice => [choice.Condition, choice.Then, choice.Else],
        BoundFor loop => [.. loop.Iterators.SelectMany(ChildrenOf), loop.Body],
        BoundQuantified quantified => [.. quantified.Iterators.SelectMany(ChildrenOf), quantified.Condition],
        BoundFilter filter => [filter.List, filter.Filter],
        BoundIn tests => [tests.Value, .. tests.Tests.SelectMany(ChildrenOf)],
        BoundBetween between => [between.Value, between.Low, between.High],
        BoundBuiltinCall call => call.Arguments,
        BoundInvocation invocation => [invocation.Callee, .. invocation.Arguments],
        BoundFunctionLiteral function => [function.Body],
        BoundContext context => [.. context.Entries.Select(entry => entry.Value), .. Optional(context.Result)],
        BoundList list => list.Items,
        BoundRange range => [.. Optional(range.Start), .. Optional(range.End)],
        BoundInstanceOf test => [test.Value],
        BoundDecisionTable table => ChildrenOf(table),
        _ => [],
    };

    private static IEnumerable<BoundNode> ChildrenOf(BoundIterator iterator) => [iterator.Domain, .. Optional(iterator.End)];

    private static IEnumerable<BoundNode> ChildrenOf(BoundTest test) => test switch
    {
        BoundComparisonTest comparison => [comparison.Operand],
        BoundIntervalTest interval => [interval.Start, interval.End],
        BoundExpressionTest expression => [expression.Condition],
        _ => [],
    };

    private static IEnumerable<BoundNode> ChildrenOf(BoundDecisionTable table) =>
    [
        .. table.Inputs.Select(input => input.Value),
        .. table.Rules.SelectMany(rule => rule.Cells.OfType<BoundNode>().Concat(rule.Outputs)),
        .. table.Defaults.OfType<BoundNode>(),
    ];

    private static IEnumerable<BoundNode> Optional(BoundNode? node) => node is null ? [] : [node];
}
