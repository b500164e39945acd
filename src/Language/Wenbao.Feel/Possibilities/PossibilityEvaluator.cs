using System.Runtime.CompilerServices;
using Wenbao.Feel.Binding;
using Wenbao.Feel.Possibilities.Nodes;

namespace Wenbao.Feel.Possibilities;

/// <summary>Judges a condition while some inputs are unknown: whether some possible values of them make it exactly true.</summary>
/// <remarks>
/// Sets of possible values go through the expression; where they leave the outcome open, the unknown inputs are split by cases at the values
/// that they are compared with, until values that make the condition true are found or none are left. Safe to share between threads.
/// </remarks>
public sealed class PossibilityEvaluator
{
    /// <summary>The usual bound on the number of cases.</summary>
    public const int DefaultCasesMax = 512;

    private static readonly Dictionary<int, BoundNode> NoDefinitions = [];
    private static readonly ConditionalWeakTable<BoundNode, PossibilityEvaluator> Cache = [];

    private readonly SetNode root;
    private readonly SetNode[] landmarks;
    private readonly HashSet<int> slots;

    private PossibilityEvaluator(BoundNode condition, IReadOnlyDictionary<int, BoundNode> definitions)
    {
        var builder = new SetNodeBuilder(definitions);
        root = builder.Build(condition);
        landmarks = [.. builder.Landmarks];
        slots = builder.Slots;
    }

    /// <summary>Prepares a condition. Do it once; evaluating is then a matter of microseconds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="definitions">Slots that hold results computed from other slots (other decisions, earlier entries), with their expressions: the unknown is followed through them. Null when there are none.</param>
    public static PossibilityEvaluator For(BoundNode condition, IReadOnlyDictionary<int, BoundNode>? definitions = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return new PossibilityEvaluator(condition, definitions ?? NoDefinitions);
    }

    /// <summary>Judges a condition, prepared at its first use.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frame">The slots; what stands in unknown slots does not matter.</param>
    /// <param name="unknowns">The unknown slots.</param>
    public static Possibility Evaluate(BoundNode condition, FeelValue[] frame, IReadOnlyList<UnknownSlot> unknowns)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Cache.GetValue(condition, static node => For(node)).Evaluate(frame, unknowns);
    }

    /// <summary>Judges the condition.</summary>
    /// <param name="frame">The slots; what stands in unknown slots does not matter, and stands there again afterwards.</param>
    /// <param name="unknowns">The unknown slots, at most 64 of those that the condition reads.</param>
    /// <param name="casesMax">How many cases to look at before answering that the condition could be true.</param>
    public Possibility Evaluate(FeelValue[] frame, IReadOnlyList<UnknownSlot> unknowns, int casesMax = DefaultCasesMax)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(unknowns);
        var active = Active(unknowns);
        if (active.Length > 64)
        {
            return new(Truth.CouldBe, [.. active.Select(unknown => unknown.Slot)], IsProven: false);
        }

        return new PossibilitySearch(root, landmarks, frame, active).Run(casesMax);
    }

    private UnknownSlot[] Active(IReadOnlyList<UnknownSlot> unknowns)
    {
        var count = 0;
        for (var i = 0; i < unknowns.Count; i++)
        {
            count += slots.Contains(unknowns[i].Slot) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var active = new UnknownSlot[count];
        count = 0;
        for (var i = 0; i < unknowns.Count; i++)
        {
            if (slots.Contains(unknowns[i].Slot))
            {
                active[count++] = unknowns[i];
            }
        }

        return active;
    }
}
