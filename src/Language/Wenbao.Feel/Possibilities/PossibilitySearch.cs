using System.Numerics;
using Wenbao.Feel.Possibilities.Nodes;

namespace Wenbao.Feel.Possibilities;

/// <summary>One search for values of the unknown slots that make a condition true: cases (boxes of sets) are tried, ruled out or split.</summary>
internal sealed class PossibilitySearch
{
    /// <summary>Of so many unknown slots all combinations of ends are tried in a case.</summary>
    private const int CornerSlotsMax = 4;

    private readonly SetNode root;
    private readonly SetNode[] landmarks;
    private readonly UnknownSlot[] unknowns;
    private readonly SetContext context;
    private readonly Possible[] point;

    public PossibilitySearch(SetNode root, SetNode[] landmarks, FeelValue[] frame, UnknownSlot[] unknowns)
    {
        this.root = root;
        this.landmarks = landmarks;
        this.unknowns = unknowns;
        context = new SetContext(frame, [.. unknowns.Select(unknown => unknown.Slot)]);
        point = new Possible[unknowns.Length];
    }

    /// <summary>Searches.</summary>
    public Possibility Run(int casesMax)
    {
        var box = new Possible[unknowns.Length];
        for (var i = 0; i < box.Length; i++)
        {
            box[i] = unknowns[i].Domain.Possible.On(1UL << i);
        }

        var truth = Judge(box);
        if (!truth.MayBeTrue)
        {
            return Possibility.Never;
        }

        if (truth is { MayBeFalse: false, MayBeNull: false })
        {
            return new(Truth.True, [.. unknowns.Select(unknown => unknown.Slot)]);
        }

        return Split(box, truth, casesMax) is { } isProven ? new(Truth.CouldBe, Mattering(truth.Depends), isProven) : Possibility.Never;
    }

    /// <summary>Whether the condition could be true: proven or not; null when it is proven that it cannot.</summary>
    private bool? Split(Possible[] first, Possible firstTruth, int casesMax)
    {
        var cases = new Queue<(Possible[] Box, ulong Depends)>();
        cases.Enqueue((first, firstTruth.Depends));
        var breakpoints = new Breakpoints?[unknowns.Length];
        var isOpen = false;
        var count = 0;
        while (cases.TryDequeue(out var next))
        {
            var (box, depends) = next;
            if (FindsTrue(box, depends, breakpoints))
            {
                return true;
            }

            if (count >= casesMax || !SplitBox(box, depends, breakpoints, out var slot, out var parts))
            {
                isOpen = true;
                continue;
            }

            foreach (var part in parts)
            {
                count++;
                var child = (Possible[])box.Clone();
                child[slot] = part.On(1UL << slot);
                var truth = Judge(child);
                if (truth is { MayBeTrue: true, MayBeFalse: false, MayBeNull: false })
                {
                    return true;
                }

                if (truth.MayBeTrue)
                {
                    cases.Enqueue((child, truth.Depends));
                }
            }
        }

        return isOpen ? false : null;
    }

    private Possible Judge(Possible[] box)
    {
        context.Box = box;
        return PossibleComparison.AsTruth(root.Evaluate(context));
    }

    /// <summary>Tries the middles and the combinations of ends of the sets.</summary>
    private bool FindsTrue(Possible[] box, ulong depends, Breakpoints?[] breakpoints)
    {
        var varied = BitOperations.PopCount(depends) <= CornerSlotsMax ? BitOperations.PopCount(depends) : CornerSlotsMax;
        for (var corner = 0; corner <= 1 << varied; corner++)
        {
            var bit = 0;
            for (var i = 0; i < box.Length; i++)
            {
                var isVaried = (depends >> i & 1) == 1 && bit < varied;
                var end = corner == 1 << varied ? SampleAt.Middle : isVaried && (corner >> bit & 1) == 1 ? SampleAt.High : SampleAt.Low;
                bit += isVaried ? 1 : 0;
                point[i] = Landmarks(i, breakpoints).Sample(box[i], end);
            }

            if (Judge(point) is { MayBeTrue: true, MayBeFalse: false, MayBeNull: false })
            {
                return true;
            }
        }

        return false;
    }

    private bool SplitBox(Possible[] box, ulong depends, Breakpoints?[] breakpoints, out int slot, out Possible[] parts)
    {
        slot = -1;
        parts = [];
        var width = 0m;
        for (var i = 0; i < box.Length; i++)
        {
            if ((depends >> i & 1) == 0 || box[i].IsSingle)
            {
                continue;
            }

            if (Landmarks(i, breakpoints).AtLandmark(box[i]) is { } atLandmark)
            {
                (slot, parts) = (i, atLandmark);
                return true;
            }

            var here = Landmarks(i, breakpoints).Width(box[i]);
            if (here > width)
            {
                (slot, width) = (i, here);
            }
        }

        if (slot < 0)
        {
            return false;
        }

        parts = Landmarks(slot, breakpoints).InHalves(box[slot]);
        return true;
    }

    private Breakpoints Landmarks(int index, Breakpoints?[] breakpoints)
    {
        if (breakpoints[index] is { } known)
        {
            return known;
        }

        context.Box = [.. unknowns.Select(unknown => unknown.Domain.Possible)];
        return breakpoints[index] = Breakpoints.For(unknowns[index].Domain, landmarks, context);
    }

    private int[] Mattering(ulong depends)
    {
        var slots = new List<int>(BitOperations.PopCount(depends));
        for (var i = 0; i < unknowns.Length; i++)
        {
            if ((depends >> i & 1) == 1)
            {
                slots.Add(unknowns[i].Slot);
            }
        }

        return [.. slots];
    }
}
