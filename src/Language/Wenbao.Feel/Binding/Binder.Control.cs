using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

internal sealed partial class Binder
{
    private BoundIf BindIf(IfSyntax condition, BindingScope scope)
    {
        var test = Bind(condition.Condition, scope);
        CheckCondition(test);
        var then = Bind(condition.Then, scope);
        var otherwise = Bind(condition.Else, scope);
        return new BoundIf(test, then, otherwise, TypeRules.Join(then.Type, otherwise.Type), condition.Span);
    }

    private BoundFor BindFor(ForSyntax iteration, BindingScope scope)
    {
        var inner = scope.Nested();
        var iterators = BindIterators(iteration.Iterators, inner);
        inner = inner.Nested();
        var partial = inner.Define("partial", FeelType.ListOf(FeelType.Any));
        var body = Bind(iteration.Body, inner);
        return new BoundFor(iterators, usedSlots.Contains(partial.Slot) ? partial : null, body, FeelType.ListOf(body.Type.Kind == FeelKind.Null ? FeelType.Any : body.Type), iteration.Span);
    }

    private BoundQuantified BindQuantified(QuantifiedSyntax quantified, BindingScope scope)
    {
        var inner = scope.Nested();
        var iterators = BindIterators(quantified.Iterators, inner);
        var condition = Bind(quantified.Condition, inner.Nested());
        CheckCondition(condition);
        return new BoundQuantified(quantified.Every, iterators, condition, quantified.Span);
    }

    private List<BoundIterator> BindIterators(IReadOnlyList<IteratorSyntax> iterators, BindingScope scope)
    {
        List<BoundIterator> bound = [];
        foreach (var iterator in iterators)
        {
            var domain = Bind(iterator.Domain, scope.Nested());
            var end = iterator.End is null ? null : Bind(iterator.End, scope.Nested());
            var type = end is null ? TypeRules.Item(domain.Type) : TypeRules.Join(domain.Type, end.Type);
            bound.Add(new BoundIterator(scope.Define(iterator.Name, type) with { Span = iterator.NameSpan }, domain, end));
        }

        return bound;
    }

    private BoundFilter BindFilter(FilterSyntax filter, BindingScope scope)
    {
        var list = Bind(filter.List, scope);
        var itemType = list.Type.Kind == FeelKind.Range ? list.Type : TypeRules.Item(list.Type);
        var inner = scope.Nested();
        var item = inner.Define("item", itemType);
        inner.Item = item;
        var condition = Bind(filter.Filter, inner.Nested());
        var type = condition.Type.Kind switch
        {
            FeelKind.Number => itemType,
            FeelKind.Boolean => FeelType.ListOf(itemType),
            _ => FeelType.Any,
        };
        return new BoundFilter(list, item, condition, type, filter.Span);
    }

    private BoundFunctionLiteral BindFunction(FunctionSyntax function, BindingScope scope)
    {
        var inner = scope.Nested();
        var parameters = function.Parameters
            .Select(parameter => inner.Define(parameter.Name, parameter.Type is null ? FeelType.Any : BindType(parameter.Type, scope)) with { Span = parameter.Span })
            .ToArray();
        var body = Bind(function.Body, inner.Nested());
        var type = new FunctionFeelType([.. parameters.Select(parameter => parameter.Type)], body.Type);
        return new BoundFunctionLiteral(parameters, body, type, function.Span);
    }
}
