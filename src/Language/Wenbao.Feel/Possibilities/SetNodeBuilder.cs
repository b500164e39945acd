using Wenbao.Feel.Binding;
using Wenbao.Feel.Compilation;
using Wenbao.Feel.Possibilities.Nodes;

namespace Wenbao.Feel.Possibilities;

/// <summary>From bound nodes to nodes that are evaluated over sets. What is not known here becomes a <see cref="FallbackNode"/>.</summary>
internal sealed class SetNodeBuilder(IReadOnlyDictionary<int, BoundNode> definitions)
{
    private static readonly Dictionary<string, int[]> Directions = new(StringComparer.Ordinal)
    {
        ["floor"] = [1, 0],
        ["ceiling"] = [1, 0],
        ["decimal"] = [1, 0],
        ["round down"] = [1, 0],
        ["round half up"] = [1, 0],
        ["round half down"] = [1, 0],
        ["years and months duration"] = [-1, 1],
    };

    /// <summary>For a part of a test, which stands for no node of its own.</summary>
    private static readonly ConstantNode AnythingNode = new(Possible.Anything);

    private readonly Dictionary<int, SetNode> defined = [];
    private readonly HashSet<int> inner = [];
    private readonly HashSet<int> underway = [];
    private int depth;

    /// <summary>Constants and known inputs: the values that unknown inputs are compared with.</summary>
    public List<SetNode> Landmarks { get; } = [];

    /// <summary>The slots that are read from outside.</summary>
    public HashSet<int> Slots { get; } = [];

    /// <summary>The node.</summary>
    public SetNode Build(BoundNode node)
    {
        inner.UnionWith(BoundTree.Introduced(node).Select(slot => slot.Slot));
        return node switch
        {
            BoundLiteral literal => Landmark(new ConstantNode(Possible.Of(literal.Value))),
            BoundError => new ConstantNode(Possible.Nothing),
            BoundSlot slot => Slot(slot.Slot),
            BoundMember member => Member(member),
            BoundBinary binary => Binary(binary),
            BoundNegate negate => Landmark(new NegateNode(Build(negate.Operand), Fallback(negate))),
            BoundIf choice => new ChoiceNode(Build(choice.Condition), Build(choice.Then), Build(choice.Else)),
            BoundBetween between => Interval(Build(between.Value), Build(between.Low), true, Build(between.High), true, Fallback(between)),
            BoundIn membership => Membership(membership),
            BoundQuantified quantified => Quantifier(quantified),
            BoundFor { Partial: null } loop when loop.Iterators.All(iterator => iterator.End is null) =>
                new LoopNode(Iterators(loop.Iterators), BuildInside(loop.Body), Fallback(loop)),
            BoundFilter filter when filter.Filter.Type.Kind == FeelKind.Boolean =>
                new FilterNode(Build(filter.List), filter.Item.Slot, BuildInside(filter.Filter), Fallback(filter)),
            BoundList list => new ListNode([.. list.Items.Select(Build)], Fallback(list)),
            BoundContext { Result: { } result } context => new EntriesNode([.. context.Entries.Select(entry => (entry.Slot.Slot, Build(entry.Value)))], Build(result)),
            BoundBuiltinCall call => Call(call),
            BoundDecisionTable table when TableNode.Supports(table) => new TableNode(table, Build, Fallback(table)),
            _ => Fallback(node),
        };
    }

    private SetNode Landmark(SetNode node)
    {
        // Inside loops the values are those of an item, not of the inputs.
        if (depth == 0)
        {
            Landmarks.Add(node);
        }

        return node;
    }

    private SetNode BuildInside(BoundNode body)
    {
        depth++;
        var node = Build(body);
        depth--;
        return node;
    }

    private SetNode Slot(int slot)
    {
        if (definitions.TryGetValue(slot, out var definition) && Defined(slot, definition) is { } node)
        {
            return node;
        }

        var read = new SlotNode(slot);
        if (!inner.Contains(slot))
        {
            Slots.Add(slot);
            Landmark(read);
        }

        return read;
    }

    /// <summary>What a computed slot holds; null for a slot that is computed from itself.</summary>
    private SetNode? Defined(int slot, BoundNode definition)
    {
        if (defined.TryGetValue(slot, out var known))
        {
            return known;
        }

        if (!underway.Add(slot))
        {
            return null;
        }

        // A definition stands outside the loops from which it is read.
        var outer = depth;
        depth = 0;
        var node = Build(definition);
        depth = outer;
        underway.Remove(slot);
        defined.Add(slot, node);
        return node;
    }

    private FallbackNode Fallback(BoundNode node) =>
        new(node, [.. BoundTree.FreeSlots(node).Select(slot => (slot.Slot, Slot(slot.Slot)))]);

    private SetNode Member(BoundMember member)
    {
        var node = new MemberNode(Build(member.Target), member.Name, member.Index, Fallback(member));
        return member.Target is BoundSlot { Slot: var slot } && !inner.Contains(slot) ? Landmark(node) : node;
    }

    private SetNode Binary(BoundBinary binary)
    {
        var left = Build(binary.Left);
        var right = Build(binary.Right);
        return binary.Operator switch
        {
            FeelOperator.And or FeelOperator.Or => new JunctionNode(binary.Operator == FeelOperator.And, left, right),
            FeelOperator.Add or FeelOperator.Subtract or FeelOperator.Multiply or FeelOperator.Divide => Landmark(new ArithmeticNode(binary.Operator, left, right, Fallback(binary))),
            FeelOperator.Power => Fallback(binary),
            _ => new ComparisonNode(binary.Operator, left, right, Fallback(binary)),
        };
    }

    private static IntervalNode Interval(SetNode value, SetNode low, bool lowIncluded, SetNode high, bool highIncluded, SetNode otherwise) =>
        new(value, low, lowIncluded, high, highIncluded, otherwise);

    private SetNode Membership(BoundIn membership)
    {
        var value = Build(membership.Value);
        var tests = new List<SetNode>();
        foreach (var test in membership.Tests)
        {
            if (Test(value, test, membership) is not { } node)
            {
                return Fallback(membership);
            }

            tests.Add(node);
        }

        return new MembershipNode([.. tests], membership.Negated, Fallback(membership));
    }

    private SetNode? Test(SetNode value, BoundTest test, BoundIn membership) => test switch
    {
        BoundComparisonTest { Implicit: true, Operand: BoundList list } when list.Items.All(IsScalar) =>
            new MembershipNode([.. list.Items.Select(item => new SameNode(value, Build(item)))], false, AnythingNode),
        BoundComparisonTest { Implicit: true, Operand.Type: ListFeelType { Item: var item } } list when IsScalar(item) => new ContainsNode(Build(list.Operand), value, Fallback(membership)),
        BoundComparisonTest { Implicit: true, Operand: BoundRange { Start: { } start, End: { } end } range } =>
            Interval(value, Build(start), range.StartIncluded, Build(end), range.EndIncluded, AnythingNode),
        BoundComparisonTest comparison when IsScalar(comparison.Operand) => new ComparisonNode(comparison.Operator, value, Build(comparison.Operand), AnythingNode),
        BoundIntervalTest interval => Interval(value, Build(interval.Start), interval.StartIncluded, Build(interval.End), interval.EndIncluded, AnythingNode),
        BoundExpressionTest expression => new EntriesNode([(expression.Input.Slot, value)], new ExactlyTrueNode(BuildInner(expression))),
        _ => null,
    };

    private SetNode BuildInner(BoundExpressionTest test)
    {
        inner.Add(test.Input.Slot);
        return Build(test.Condition);
    }

    private static bool IsScalar(BoundNode node) => IsScalar(node.Type);

    private static bool IsScalar(FeelType type) =>
        type.Kind is FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String or FeelKind.Date or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration;

    private SetNode Quantifier(BoundQuantified quantified) => quantified.Iterators.All(iterator => iterator.End is null)
        ? new QuantifierNode(quantified.Every, new LoopNode(Iterators(quantified.Iterators), BuildInside(quantified.Condition), Fallback(quantified)), Fallback(quantified))
        : Fallback(quantified);

    private (int, SetNode)[] Iterators(IReadOnlyList<BoundIterator> iterators) => [.. iterators.Select(iterator => (iterator.Variable.Slot, Build(iterator.Domain)))];

    private SetNode Call(BoundBuiltinCall call)
    {
        var arguments = call.Arguments;
        switch (call.Function.Name)
        {
            case "not" when arguments.Count == 1:
                return new NotNode(Build(arguments[0]));
            case "sum" or "min" or "max" or "count" when arguments.Count > 0:
                return Aggregate(call);
            case "list contains" when arguments.Count == 2:
                return new ContainsNode(Build(arguments[0]), Build(arguments[1]), Fallback(call));
            case "concatenate":
                return new ConcatenateNode([.. arguments.Select(Build)], Fallback(call));
            case "starts with" when arguments.Count == 2:
                return new StartsWithNode(Build(arguments[0]), Build(arguments[1]), Fallback(call));
            case "abs" when arguments.Count == 1:
                return new AbsNode(Build(arguments[0]), Fallback(call));
            case var name when Directions.TryGetValue(name, out var directions) && arguments.Count <= directions.Length:
                return new MonotoneNode(call.Function.Invoke, [.. arguments.Select(Build)], directions, Fallback(call));
            default:
                return arguments.All(argument => argument is BoundLiteral) ? Landmark(Fallback(call)) : Fallback(call);
        }
    }

    private SetNode Aggregate(BoundBuiltinCall call)
    {
        var list = call.Arguments is [{ Type.Kind: FeelKind.List or FeelKind.Any } single] ? Build(single) : new ListNode([.. call.Arguments.Select(Build)], Fallback(call));
        return call.Function.Name switch
        {
            "sum" => new SumNode(list, Fallback(call)),
            "count" => new CountNode(list, Fallback(call)),
            _ => new ExtremeNode(call.Function.Name == "min", list, Fallback(call)),
        };
    }
}
