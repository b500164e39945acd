using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

internal sealed partial class Binder
{
    public BoundNode BindTests(UnaryTestsSyntax tests, BindingScope scope, BoundSlot input)
    {
        var inner = scope.Nested();
        var tested = inner.Define("?", input.Type, input.Slot);
        var bound = tests.Tests.Select(test => BindTest(test, inner, tested)).ToArray();
        return new BoundIn(input with { Span = new TextSpan(tests.Span.Start, 0) }, bound, tests.Negated, tests.Span);
    }

    private BoundIn BindIn(InSyntax membership, BindingScope scope)
    {
        var value = Bind(membership.Value, scope);
        var inner = scope.Nested();
        var tested = inner.Define("?", value.Type);
        return new BoundIn(value, [.. membership.Tests.Select(test => BindTest(test, inner, tested))], false, membership.Span);
    }

    private BoundTest BindTest(TestSyntax test, BindingScope scope, BoundSlot tested)
    {
        if (test is { Operator: null, Operand: RangeSyntax { Start: { } start, End: { } end } range })
        {
            return new BoundIntervalTest(Bind(start, scope), range.StartIncluded, Bind(end, scope), range.EndIncluded, test.Span);
        }

        var wasUsed = usedSlots.Remove(tested.Slot);
        var operand = Bind(test.Operand, scope);
        var usesInput = usedSlots.Contains(tested.Slot);
        if (wasUsed)
        {
            usedSlots.Add(tested.Slot);
        }

        if (test.Operator is { } comparison)
        {
            return new BoundComparisonTest(comparison, operand, false, test.Span);
        }

        var isCondition = usesInput || (operand.Type.Kind == FeelKind.Boolean && tested.Type.Kind is not (FeelKind.Boolean or FeelKind.Any or FeelKind.Null or FeelKind.List));
        return isCondition
            ? new BoundExpressionTest(tested, operand, test.Span)
            : new BoundComparisonTest(FeelOperator.Equal, operand, true, test.Span);
    }
}
