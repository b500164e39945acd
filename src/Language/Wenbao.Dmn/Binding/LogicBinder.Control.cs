using Wenbao.Feel;
using Wenbao.Feel.Binding;

namespace Wenbao.Dmn;

internal sealed partial class LogicBinder
{
    /// <summary>A condition that is neither a truth value nor null gives null. Source: DMN 1.5 §10.2.2.8 (boxed conditional).</summary>
    private BoundNode BindConditional(DmnConditional conditional, LogicScope scope)
    {
        var condition = Bind(conditional.If, scope);
        var then = Bind(conditional.Then, scope);
        var otherwise = Bind(conditional.Else, scope);
        var type = Common([then.Type, otherwise.Type]);
        if (condition.Type.Kind is FeelKind.Boolean or FeelKind.Null)
        {
            return new BoundIf(condition, then, otherwise, type, default);
        }

        var slot = Allocate("if", condition.Type);
        var choice = new BoundIf(slot, then, new BoundIf(IsTruthOrNull(slot), otherwise, Nothing, otherwise.Type, default), type, default);
        return new BoundContext([new BoundEntry("if", slot, condition)], choice, type, default);
    }

    private BoundNode BindIterator(DmnIterator iterator, LogicScope scope)
    {
        var list = Fit(Bind(iterator.In, scope), Type(iterator.InTypeRef, iterator, scope).Feel, scope, iterator.In);
        var variable = Allocate(iterator.Variable, ItemOf(list.Type));
        if (iterator.Kind != DmnIteratorKind.For)
        {
            return Quantified(iterator, list, variable, Bind(iterator.Body, scope.With(variable)));
        }

        var partial = Allocate("partial", FeelType.ListOf(FeelType.Any));
        var body = Bind(iterator.Body, scope.With(partial).With(variable));
        var usesPartial = BoundTree.DescendantsAndSelf(body).Any(node => node is BoundSlot slot && slot.Slot == partial.Slot);
        return new BoundFor([new BoundIterator(variable, list, null)], usesPartial ? partial : null, body, FeelType.ListOf(body.Type), default);
    }

    /// <summary>Unlike in FEEL's own quantifiers, one turn that is neither a truth value nor null makes the whole null, whatever the others say.</summary>
    private BoundNode Quantified(DmnIterator iterator, BoundNode list, BoundSlot variable, BoundNode condition)
    {
        var every = iterator.Kind == DmnIteratorKind.Every;
        if (condition.Type.Kind is FeelKind.Boolean or FeelKind.Null)
        {
            return new BoundQuantified(every, [new BoundIterator(variable, list, null)], condition, default);
        }

        var whole = Allocate("list", list.Type);
        IReadOnlyList<BoundIterator> turns = [new BoundIterator(variable, whole, null)];
        var sound = new BoundQuantified(true, turns, IsTruthOrNull(condition), default);
        var choice = new BoundIf(sound, new BoundQuantified(every, turns, condition, default), Nothing, FeelType.Boolean, default);
        return new BoundContext([new BoundEntry("list", whole, list)], choice, FeelType.Boolean, default);
    }

    /// <summary>A boxed filter keeps items; unlike FEEL's brackets it never takes a position. A match that is neither a truth value nor null gives null.</summary>
    private BoundNode BindFilter(DmnFilter filter, LogicScope scope)
    {
        var list = Bind(filter.In, scope);
        var listType = list.Type is ListFeelType ? list.Type : FeelType.ListOf(list.Type);
        var whole = Allocate("list", list.Type);
        var match = filter.Match is DmnLiteralExpression { TypeRef: null, ExpressionLanguage: null } literal
            ? FeelTexts.BindFilter(literal.Text, whole, scope, sink)
            : BindMatch(filter.Match, whole, listType, scope);
        if (match is not BoundFilter bound)
        {
            return Nothing;
        }

        BoundNode kept = bound with { Type = listType };
        if (bound.Filter.Type.Kind != FeelKind.Boolean)
        {
            var sound = new BoundQuantified(true, [new BoundIterator(bound.Item, whole, null)], IsTruthOrNull(bound.Filter), default);
            kept = new BoundIf(sound, kept, Nothing, listType, default);
        }

        return new BoundContext([new BoundEntry("list", whole, list)], kept, listType, default);
    }

    private BoundFilter BindMatch(DmnExpression? match, BoundSlot list, FeelType listType, LogicScope scope)
    {
        var item = Allocate("item", ItemOf(list.Type));
        return new BoundFilter(list, item, Bind(match, scope.With(item)), listType, default);
    }

    private static BoundBinary IsTruthOrNull(BoundNode node) => new(
        FeelOperator.Or,
        new BoundBinary(FeelOperator.Equal, node, Nothing, FeelType.Boolean, default),
        new BoundInstanceOf(node, FeelType.Boolean, default),
        FeelType.Boolean,
        default);

    private static FeelType ItemOf(FeelType type) => type switch
    {
        ListFeelType list => list.Item,
        RangeFeelType range => range.Element,
        _ => type,
    };
}
