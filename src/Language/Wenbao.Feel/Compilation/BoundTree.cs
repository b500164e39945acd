using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Compilation;

/// <summary>Walks over bound trees.</summary>
public static class BoundTree
{
    /// <summary>The nodes directly below a node, in the order of evaluation; the variables that a node introduces are not among them.</summary>
    public static IEnumerable<BoundNode> Children(BoundNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node switch
        {
            BoundMember member => [member.Target],
            BoundItemName name => [name.Item, name.Outer],
            BoundBinary binary => [binary.Left, binary.Right],
            BoundNegate negate => [negate.Operand],
            BoundIf choice => [choice.Condition, choice.Then, choice.Else],
            BoundFor loop => [.. loop.Iterators.SelectMany(Domains), loop.Body],
            BoundQuantified quantified => [.. quantified.Iterators.SelectMany(Domains), quantified.Condition],
            BoundFilter filter => [filter.List, filter.Filter],
            BoundIn membership => [membership.Value, .. membership.Tests.SelectMany(Operands)],
            BoundBetween between => [between.Value, between.Low, between.High],
            BoundBuiltinCall call => call.Arguments,
            BoundInvocation invocation => [invocation.Callee, .. invocation.Arguments],
            BoundFunctionLiteral function => [function.Body],
            BoundContext context => [.. context.Entries.Select(entry => entry.Value), .. Given(context.Result)],
            BoundList list => list.Items,
            BoundRange range => [.. Given(range.Start), .. Given(range.End)],
            BoundInstanceOf instance => [instance.Value],
            BoundDecisionTable table => TableParts(table),
            _ => [],
        };
    }

    /// <summary>The variables that a node introduces for the nodes below it.</summary>
    public static IEnumerable<BoundSlot> Introduced(BoundNode node) => node switch
    {
        BoundFor loop => [.. loop.Iterators.Select(iterator => iterator.Variable), .. loop.Partial is null ? (BoundSlot[])[] : [loop.Partial]],
        BoundQuantified quantified => quantified.Iterators.Select(iterator => iterator.Variable),
        BoundFilter filter => [filter.Item],
        BoundIn membership => membership.Tests.OfType<BoundExpressionTest>().Select(test => test.Input),
        BoundFunctionLiteral function => function.Parameters,
        BoundContext context => context.Entries.Select(entry => entry.Slot),
        BoundDecisionTable table => table.Inputs.Select(input => input.Slot),
        _ => [],
    };

    /// <summary>The slots that the tree reads from outside itself, each once, in order of appearance.</summary>
    public static IReadOnlyList<BoundSlot> FreeSlots(BoundNode root)
    {
        var free = new List<BoundSlot>();
        var inner = new HashSet<int>();
        Visit(root);
        return [.. free.Where(slot => !inner.Contains(slot.Slot)).DistinctBy(slot => slot.Slot)];

        void Visit(BoundNode node)
        {
            inner.UnionWith(Introduced(node).Select(slot => slot.Slot));
            if (node is BoundSlot slot)
            {
                free.Add(slot);
            }

            foreach (var child in Children(node))
            {
                Visit(child);
            }
        }
    }

    /// <summary>All nodes of the tree.</summary>
    public static IEnumerable<BoundNode> All(BoundNode root) => Children(root).SelectMany(All).Prepend(root);

    private static IEnumerable<BoundNode> Domains(BoundIterator iterator) => [iterator.Domain, .. Given(iterator.End)];

    private static IEnumerable<BoundNode> Operands(BoundTest test) => test switch
    {
        BoundComparisonTest comparison => [comparison.Operand],
        BoundIntervalTest interval => [interval.Start, interval.End],
        BoundExpressionTest expression => [expression.Condition],
        _ => [],
    };

    private static BoundNode[] Given(BoundNode? node) => node is null ? [] : [node];

    private static IEnumerable<BoundNode> TableParts(BoundDecisionTable table) =>
    [
        .. table.Inputs.Select(input => input.Value),
        .. table.Rules.SelectMany(rule => rule.Cells.OfType<BoundNode>().Concat(rule.Outputs)),
        .. table.Defaults.OfType<BoundNode>(),
    ];
}
