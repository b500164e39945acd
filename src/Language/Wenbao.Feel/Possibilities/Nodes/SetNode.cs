namespace Wenbao.Feel.Possibilities.Nodes;

/// <summary>A node of a tree that is evaluated over sets of possible values.</summary>
internal abstract class SetNode
{
    /// <summary>The possible values of the node.</summary>
    public abstract Possible Evaluate(SetContext context);

    /// <summary>The possible items of a list; false when not even the list is known so far.</summary>
    public virtual bool TryItems(SetContext context, List<PossibleItem> items)
    {
        var list = Evaluate(context);
        if (list.Kind != PossibleKind.Known || list.MayBeNull || list.Value.AsList() is not { } known)
        {
            return false;
        }

        foreach (var item in known.Items)
        {
            items.Add(new(Possible.Of(item), true, 0));
        }

        return true;
    }
}

/// <summary>An item of a list that is there, or perhaps there.</summary>
/// <param name="Value">What it may be.</param>
/// <param name="IsCertain">Whether it is in the list for sure.</param>
/// <param name="Depends">The unknown slots on which its being there hangs.</param>
internal readonly record struct PossibleItem(Possible Value, bool IsCertain, ulong Depends);
