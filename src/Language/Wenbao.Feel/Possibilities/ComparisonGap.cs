using Wenbao.Feel.Binding;
using Wenbao.Feel.Possibilities.Nodes;

namespace Wenbao.Feel.Possibilities;

/// <summary>How far a failed comparison is from being true: what is there, and what it is compared with.</summary>
/// <param name="Actual">The value judged.</param>
/// <param name="Operator">The comparison that the value fails: the value stands on its left.</param>
/// <param name="Threshold">The value on its right.</param>
public readonly record struct ComparisonGap(FeelValue Actual, FeelOperator Operator, FeelValue Threshold)
{
    private static readonly Dictionary<int, BoundNode> NoDefinitions = [];

    /// <summary>The gap of a condition that is one comparison of a value with a threshold, or a range of which one side fails.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frame">The slots, all filled.</param>
    /// <param name="definitions">Slots that hold results computed from others, with their expressions; null when the frame holds them.</param>
    /// <returns>Null when the condition is of another form, holds, or a side is null.</returns>
    public static ComparisonGap? Of(BoundNode condition, FeelValue[] frame, IReadOnlyDictionary<int, BoundNode>? definitions = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(frame);
        ComparisonGap? failed = null;
        foreach (var (value, op, threshold) in Comparisons(condition) ?? [])
        {
            var gap = new ComparisonGap(Value(value, frame, definitions), op, Value(threshold, frame, definitions));
            if (gap.Actual.IsNull || gap.Threshold.IsNull)
            {
                return null;
            }

            var holds = PossibleComparison.Compare(op, Possible.Of(gap.Actual), Possible.Of(gap.Threshold)).MayBeTrue;
            if (!holds)
            {
                failed ??= gap;
            }
        }

        return failed;
    }

    private static FeelValue Value(BoundNode node, FeelValue[] frame, IReadOnlyDictionary<int, BoundNode>? definitions) =>
        new SetNodeBuilder(definitions ?? NoDefinitions).Build(node).Evaluate(new SetContext(frame, [])).Single();

    /// <summary>The comparisons that the condition is made of, each turned so that the threshold stands on the right; null for other forms.</summary>
    private static IReadOnlyList<(BoundNode Value, FeelOperator Operator, BoundNode Threshold)>? Comparisons(BoundNode condition)
    {
        switch (condition)
        {
            case BoundBinary { Operator: FeelOperator.And } both:
                return Comparisons(both.Left) is [var low] && Comparisons(both.Right) is [var high] && SameText(low.Value, high.Value) ? [low, high] : null;
            case BoundBinary { Operator: >= FeelOperator.Equal and <= FeelOperator.GreaterOrEqual } single:
                return [IsThreshold(single.Left) && !IsThreshold(single.Right)
                    ? (single.Right, Turned(single.Operator), single.Left)
                    : (single.Left, single.Operator, single.Right)];
            case BoundBetween between:
                return [(between.Value, FeelOperator.GreaterOrEqual, between.Low), (between.Value, FeelOperator.LessOrEqual, between.High)];
            case BoundIn { Negated: false, Tests: [BoundIntervalTest range] } membership:
                return
                [
                    (membership.Value, range.StartIncluded ? FeelOperator.GreaterOrEqual : FeelOperator.Greater, range.Start),
                    (membership.Value, range.EndIncluded ? FeelOperator.LessOrEqual : FeelOperator.Less, range.End),
                ];
            case BoundIn { Negated: false, Tests: [BoundComparisonTest { Implicit: true, Operand: BoundRange { Start: { } start, End: { } end } range }] } membership:
                return
                [
                    (membership.Value, range.StartIncluded ? FeelOperator.GreaterOrEqual : FeelOperator.Greater, start),
                    (membership.Value, range.EndIncluded ? FeelOperator.LessOrEqual : FeelOperator.Less, end),
                ];
            case BoundIn { Negated: false, Tests: [BoundComparisonTest { Implicit: false } comparison] } membership:
                return [(membership.Value, comparison.Operator, comparison.Operand)];
            default:
                return null;
        }
    }

    /// <summary>Constants, members of a context of parameters, and what is computed from these alone.</summary>
    private static bool IsThreshold(BoundNode node) => node switch
    {
        BoundLiteral => true,
        BoundMember { Target: BoundSlot { Type.Kind: FeelKind.Context } } => true,
        BoundSlot => false,
        _ => Compilation.BoundTree.Children(node) is var children && children.Any() && children.All(IsThreshold),
    };

    private static FeelOperator Turned(FeelOperator op) => op switch
    {
        FeelOperator.Less => FeelOperator.Greater,
        FeelOperator.LessOrEqual => FeelOperator.GreaterOrEqual,
        FeelOperator.Greater => FeelOperator.Less,
        FeelOperator.GreaterOrEqual => FeelOperator.LessOrEqual,
        _ => op,
    };

    /// <summary>Whether two nodes say the same, wherever they stand.</summary>
    private static bool SameText(BoundNode left, BoundNode right) => (left, right) switch
    {
        (BoundSlot first, BoundSlot second) => first.Slot == second.Slot,
        (BoundLiteral first, BoundLiteral second) => first.Value == second.Value,
        (BoundMember first, BoundMember second) => first.Name == second.Name && SameText(first.Target, second.Target),
        (BoundBinary first, BoundBinary second) => first.Operator == second.Operator && SameText(first.Left, second.Left) && SameText(first.Right, second.Right),
        (BoundBuiltinCall first, BoundBuiltinCall second) => first.Function.Name == second.Function.Name
            && first.Arguments.Count == second.Arguments.Count
            && first.Arguments.Zip(second.Arguments).All(pair => SameText(pair.First, pair.Second)),
        _ => false,
    };
}
