namespace Wenbao.Feel.Possibilities.Nodes;

/// <summary>A list literal.</summary>
internal sealed class ListNode(SetNode[] nodes, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var values = new FeelValue[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            var value = nodes[i].Evaluate(context);
            if (!value.IsSingle)
            {
                return otherwise.Evaluate(context);
            }

            values[i] = value.Single();
        }

        return Possible.Of(FeelValue.Of(new FeelList(values)));
    }

    public override bool TryItems(SetContext context, List<PossibleItem> items)
    {
        foreach (var node in nodes)
        {
            items.Add(new(node.Evaluate(context), true, 0));
        }

        return true;
    }
}

/// <summary>Lists one behind the other.</summary>
internal sealed class ConcatenateNode(SetNode[] lists, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context) => otherwise.Evaluate(context);

    public override bool TryItems(SetContext context, List<PossibleItem> items) => Array.TrueForAll(lists, list => list.TryItems(context, items));
}

/// <summary>A filter by condition.</summary>
internal sealed class FilterNode(SetNode list, int itemSlot, SetNode condition, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context) => otherwise.Evaluate(context);

    public override bool TryItems(SetContext context, List<PossibleItem> items)
    {
        var start = items.Count;
        if (!list.TryItems(context, items))
        {
            return false;
        }

        var kept = start;
        for (var i = start; i < items.Count; i++)
        {
            var item = items[i];
            context.Push(itemSlot, item.Value);
            var truth = PossibleComparison.AsTruth(condition.Evaluate(context));
            context.Pop();
            if (truth.MayBeTrue)
            {
                var isCertain = item.IsCertain && !truth.MayBeFalse && !truth.MayBeNull;
                items[kept++] = new(item.Value, isCertain, item.Depends | truth.Depends);
            }
        }

        items.RemoveRange(kept, items.Count - kept);
        return true;
    }
}

/// <summary><c>for</c> over lists.</summary>
internal sealed class LoopNode((int Slot, SetNode List)[] iterators, SetNode body, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context) => otherwise.Evaluate(context);

    public override bool TryItems(SetContext context, List<PossibleItem> items) => Run(context, 0, true, 0, items);

    private bool Run(SetContext context, int depth, bool isCertain, ulong depends, List<PossibleItem> items)
    {
        if (depth == iterators.Length)
        {
            items.Add(new(body.Evaluate(context), isCertain, depends));
            return true;
        }

        var domain = new List<PossibleItem>();
        if (!iterators[depth].List.TryItems(context, domain))
        {
            return false;
        }

        foreach (var item in domain)
        {
            context.Push(iterators[depth].Slot, item.Value);
            var isKnown = Run(context, depth + 1, isCertain && item.IsCertain, depends | item.Depends, items);
            context.Pop();
            if (!isKnown)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary><c>some</c> and <c>every</c> over lists.</summary>
internal sealed class QuantifierNode(bool every, LoopNode loop, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var turns = new List<PossibleItem>();
        if (!loop.TryItems(context, turns))
        {
            return otherwise.Evaluate(context);
        }

        var result = Possible.Truths(every, !every, false);
        foreach (var turn in turns)
        {
            var truth = PossibleComparison.AsTruth(turn.Value);
            if (!turn.IsCertain)
            {
                truth = Possible.Truths(truth.MayBeTrue || every, truth.MayBeFalse || !every, truth.MayBeNull, truth.Depends | turn.Depends);
            }

            result = every ? PossibleComparison.And(result, truth) : PossibleComparison.Or(result, truth);
        }

        return result;
    }
}
