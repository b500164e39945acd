using Wenbao.Feel.Compilation;

namespace Wenbao.Feel.Possibilities.Nodes;

/// <summary><c>count</c>.</summary>
internal sealed class CountNode(SetNode list, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var items = new List<PossibleItem>();
        if (!list.TryItems(context, items))
        {
            return otherwise.Evaluate(context);
        }

        var certain = 0;
        var depends = 0UL;
        foreach (var item in items)
        {
            certain += item.IsCertain ? 1 : 0;
            depends |= item.Depends;
        }

        return Possible.Between(PossibleKind.Number, certain, false, items.Count, false, false, depends);
    }
}

/// <summary><c>sum</c>: null for no items and when an item is not a number.</summary>
internal sealed class SumNode(SetNode list, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var items = new List<PossibleItem>();
        if (!list.TryItems(context, items))
        {
            return otherwise.Evaluate(context);
        }

        var total = Possible.Point(PossibleKind.Number, 0m);
        var mayBeEmpty = true;
        var depends = 0UL;
        foreach (var item in items)
        {
            depends |= item.Depends | item.Value.Depends;
            if (item.Value.Kind != PossibleKind.Number)
            {
                if (item.IsCertain && item.Value.Kind != PossibleKind.Anything)
                {
                    return Possible.Nothing;
                }

                return otherwise.Evaluate(context) is { Kind: not PossibleKind.Anything } exact ? exact : Possible.Anything.On(depends);
            }

            var addend = item.IsCertain ? item.Value : Possible.Union(item.Value, Possible.Point(PossibleKind.Number, 0m), item.Depends | item.Value.Depends);
            PossibleArithmetic.TryApply(Binding.FeelOperator.Add, total, addend, out var sum);
            total = sum;
            mayBeEmpty &= !item.IsCertain;
        }

        return items.Count == 0 ? Possible.Nothing
            : total.Kind == PossibleKind.Nothing ? total
            : total.WithNull(total.MayBeNull || mayBeEmpty).On(depends);
    }
}

/// <summary><c>min</c> and <c>max</c> of numbers or days; null for no items and when an item is null.</summary>
internal sealed class ExtremeNode(bool smallest, SetNode list, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var items = new List<PossibleItem>();
        if (!list.TryItems(context, items) || items.Count == 0)
        {
            return otherwise.Evaluate(context);
        }

        var result = items[0].Value;
        foreach (var item in items)
        {
            if (!item.IsCertain || !item.Value.IsOrdered || item.Value.Kind != result.Kind)
            {
                return item.IsCertain && item.Value.Kind == PossibleKind.Nothing ? Possible.Nothing : otherwise.Evaluate(context);
            }

            result = PossibleArithmetic.Extreme(result, item.Value, smallest);
        }

        return result;
    }
}

/// <summary><c>list contains</c>.</summary>
internal sealed class ContainsNode(SetNode list, SetNode element, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var items = new List<PossibleItem>();
        if (!list.TryItems(context, items))
        {
            return otherwise.Evaluate(context);
        }

        var value = element.Evaluate(context);
        var result = Possible.Truths(false, true, false);
        foreach (var item in items)
        {
            var equal = PossibleComparison.Compare(Binding.FeelOperator.Equal, item.Value, value);
            var truth = Possible.Truths(equal.MayBeTrue, equal.MayBeFalse || equal.MayBeNull || !item.IsCertain, false, equal.Depends | item.Depends);
            result = PossibleComparison.Or(result, truth);
        }

        return result;
    }
}

/// <summary>A built-in whose result grows or shrinks with each argument: its ends are those of the arguments.</summary>
/// <param name="function">The built-in.</param>
/// <param name="arguments">The arguments.</param>
/// <param name="directions">For each argument: 1 when the result grows with it, -1 when it shrinks, 0 when it must be known.</param>
/// <param name="otherwise">What is left when an argument is not ordered.</param>
internal sealed class MonotoneNode(BuiltinInvoke function, SetNode[] arguments, int[] directions, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var lows = new FeelValue[arguments.Length];
        var highs = new FeelValue[arguments.Length];
        var mayBeNull = false;
        var depends = 0UL;
        for (var i = 0; i < arguments.Length; i++)
        {
            var value = arguments[i].Evaluate(context);
            if (value.IsSingle)
            {
                lows[i] = highs[i] = value.Single();
                continue;
            }

            if (!value.IsOrdered || directions[i] == 0)
            {
                return otherwise.Evaluate(context);
            }

            mayBeNull |= value.MayBeNull;
            depends |= value.Depends;
            lows[i] = Possible.AtEnd(value.Kind, directions[i] > 0 ? value.Low : value.High);
            highs[i] = Possible.AtEnd(value.Kind, directions[i] > 0 ? value.High : value.Low);
        }

        var low = Possible.Of(function(lows));
        var high = Possible.Of(function(highs));
        return low.IsOrdered && low.Kind == high.Kind
            ? Possible.Between(low.Kind, low.Low, false, high.Low, false, mayBeNull, depends)
            : low.Kind == PossibleKind.Nothing && depends == 0 && !mayBeNull ? low : otherwise.Evaluate(context);
    }
}

/// <summary><c>abs</c>.</summary>
internal sealed class AbsNode(SetNode operand, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var value = operand.Evaluate(context);
        return value.Kind is PossibleKind.Number or PossibleKind.Seconds or PossibleKind.Months ? PossibleArithmetic.Abs(value) : otherwise.Evaluate(context);
    }
}

/// <summary><c>starts with</c>.</summary>
internal sealed class StartsWithNode(SetNode text, SetNode prefix, SetNode otherwise) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        var value = text.Evaluate(context);
        var start = prefix.Evaluate(context);
        if (value.Kind == PossibleKind.Nothing || start.Kind == PossibleKind.Nothing)
        {
            return Possible.Nothing;
        }

        if (value.Kind != PossibleKind.Text || start.Kind != PossibleKind.Text)
        {
            return otherwise.Evaluate(context);
        }

        var depends = value.Depends | start.Depends;
        if (value.TextsExcluded || start.TextsExcluded)
        {
            return Possible.Truths(true, true, value.MayBeNull || start.MayBeNull, depends);
        }

        var (mayStart, mayNot) = (false, false);
        foreach (var candidate in value.Texts!)
        {
            foreach (var beginning in start.Texts!)
            {
                var starts = TypedOperations.StartsWith(candidate, beginning) == true;
                mayStart |= starts;
                mayNot |= !starts;
            }
        }

        return Possible.Truths(mayStart, mayNot, value.MayBeNull || start.MayBeNull, depends);
    }
}

/// <summary>Entries of a boxed context, then its result.</summary>
internal sealed class EntriesNode((int Slot, SetNode Value)[] entries, SetNode result) : SetNode
{
    public override Possible Evaluate(SetContext context)
    {
        foreach (var (slot, value) in entries)
        {
            context.Push(slot, value.Evaluate(context));
        }

        var outcome = result.Evaluate(context);
        foreach (var _ in entries)
        {
            context.Pop();
        }

        return outcome;
    }
}
