using Wenbao.Feel.Builtins;
using Wenbao.Feel.Evaluation;
using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

internal sealed partial class Binder
{
    private BoundNode BindName(NameSyntax name, BindingScope scope)
    {
        if (Resolve(name.Name, name.Span, scope) is { } found)
        {
            return found;
        }

        if (BuiltinFunctions.Find(name.Name) is { Count: > 0 } overloads)
        {
            return Literal(FeelValue.Of(new BuiltinFunctionValue(overloads)), TypeRules.Function, name.Span);
        }

        return Error(NearestName.To(name.Name, Visible(scope)) is { } near
            ? FeelDiagnosticKinds.UnknownNameNear.At(name.Span, name.Name, near)
            : FeelDiagnosticKinds.UnknownName.At(name.Span, name.Name));
    }

    /// <summary>The meaning of a name from the inside out: variables, and members of the item inside filters.</summary>
    private BoundNode? Resolve(string name, TextSpan span, BindingScope? scope)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Item?.Type is ContextFeelType context && context.IndexOf(name) is >= 0 and var index)
            {
                return new BoundMember(scope.Item with { Span = new TextSpan(span.Start, 0) }, name, index, context.Members[index].Type, span);
            }

            BoundNode? found = scope.FindHere(name) is { } slot ? slot with { Span = span } : null;
            if (scope.Item is { Type: { Kind: FeelKind.Any or FeelKind.Context } and not ContextFeelType } item)
            {
                return new BoundItemName(item, name, found ?? Resolve(name, span, scope.Outer) ?? Literal(FeelValue.Null, FeelType.Null, span), span);
            }

            if (found is BoundSlot known)
            {
                usedSlots.Add(known.Slot);
                return found;
            }
        }

        return null;
    }

    private BoundNode BindPath(PathSyntax path, BindingScope scope)
    {
        var target = Bind(path.Target, scope);
        if (path.Name.Length == 0)
        {
            return target;
        }

        return Member(target, target.Type, path);
    }

    private BoundNode Member(BoundNode target, FeelType type, PathSyntax path)
    {
        var (name, span) = (path.Name, path.Span);
        switch (type)
        {
            case ContextFeelType context:
                return context.IndexOf(name) is >= 0 and var index
                    ? new BoundMember(target, name, index, context.Members[index].Type, span)
                    : UnknownMember(path, context.Members.Select(member => member.Name), "context");
            case ListFeelType list:
                return Member(target, list.Item, path) is BoundMember member
                    ? member with { Type = FeelType.ListOf(member.Type) }
                    : new BoundMember(target, name, -1, FeelType.ListOf(FeelType.Any), span);
        }

        if (type.Kind is FeelKind.Any or FeelKind.Null or FeelKind.Context)
        {
            return new BoundMember(target, name, -1, FeelType.Any, span);
        }

        return Members.PropertyType(type, name) is { } property
            ? new BoundMember(target, name, -1, property, span)
            : UnknownMember(path, BuiltinNames.Properties.Where(known => Members.PropertyType(type, known) is not null), TypeRules.Write(type));
    }

    private BoundError UnknownMember(PathSyntax path, IEnumerable<string> known, string type)
    {
        var found = NearestName.To(path.Name, known) is { } near
            ? FeelDiagnosticKinds.UnknownMemberNear.At(path.NameSpan, path.Name, near)
            : FeelDiagnosticKinds.UnknownMember.At(path.NameSpan, path.Name, type);
        Report(found);
        return new BoundError(found, path.Span);
    }

    private static IEnumerable<string> Visible(BindingScope scope)
    {
        for (var inner = scope; inner is not null; inner = inner.Outer)
        {
            if (inner.Item?.Type is ContextFeelType context)
            {
                foreach (var member in context.Members)
                {
                    yield return member.Name;
                }
            }
        }

        foreach (var name in scope.AllNames())
        {
            yield return name;
        }
    }
}
