using System.Diagnostics;
using Wenbao.Feel.Syntax;

namespace Wenbao.Feel.Binding;

/// <summary>Gives a syntax tree its meaning: names become slots, static types are found, built-ins are chosen. Never throws for bad text.</summary>
internal sealed partial class Binder
{
    /// <summary>More findings than these help nobody.</summary>
    private const int FindingsMax = 200;

    private readonly List<FeelDiagnostic> diagnostics;
    private readonly HashSet<int> usedSlots = [];

    public Binder(IReadOnlyList<FeelDiagnostic> found) => diagnostics = [.. found];

    public IReadOnlyList<FeelDiagnostic> Diagnostics => [.. diagnostics.OrderBy(found => found.Span.Start)];

    public BoundNode BindRoot(SyntaxNode root, BindingScope scope) =>
        root is UnaryTestsSyntax tests
            ? BindTests(tests, scope, scope.Find("?") ?? new BoundSlot(scope.Layout.Allocate(), "?", FeelType.Any, tests.Span))
            : Bind(root, scope.Nested());

    private BoundNode Bind(SyntaxNode node, BindingScope scope) => node switch
    {
        NumberSyntax number => Literal(FeelValue.Of(number.Value), FeelType.Number, number.Span),
        StringSyntax text => Literal(FeelValue.Of(text.Value), FeelType.String, text.Span),
        BooleanSyntax truth => Literal(FeelValue.Of((bool?)truth.Value), FeelType.Boolean, truth.Span),
        NullSyntax => Literal(FeelValue.Null, FeelType.Null, node.Span),
        TemporalSyntax temporal => BindTemporal(temporal),
        NameSyntax name => BindName(name, scope),
        PathSyntax path => BindPath(path, scope),
        BinarySyntax binary => BindBinary(binary, scope),
        NegateSyntax negate => BindNegate(negate, scope),
        BetweenSyntax between => new BoundBetween(Bind(between.Value, scope), Bind(between.Low, scope), Bind(between.High, scope), between.Span),
        InSyntax membership => BindIn(membership, scope),
        InstanceOfSyntax instance => new BoundInstanceOf(Bind(instance.Value, scope), BindType(instance.Tested, scope), instance.Span),
        IfSyntax condition => BindIf(condition, scope),
        ForSyntax iteration => BindFor(iteration, scope),
        QuantifiedSyntax quantified => BindQuantified(quantified, scope),
        FilterSyntax filter => BindFilter(filter, scope),
        FunctionSyntax function => BindFunction(function, scope),
        InvocationSyntax invocation => BindInvocation(invocation, scope),
        ContextSyntax context => BindContext(context, scope),
        ListSyntax list => BindList(list, scope),
        RangeSyntax range => BindRange(range, scope),
        ErrorSyntax error => new BoundError(error.Diagnostic, error.Span),
        _ => throw new UnreachableException($"No meaning for {node.GetType().Name}."),
    };

    private static BoundLiteral Literal(FeelValue value, FeelType type, TextSpan span) => new(value, value.IsNull ? FeelType.Null : type, span);

    private BoundError Error(FeelDiagnostic found)
    {
        Report(found);
        return new BoundError(found, found.Span);
    }

    private void Report(FeelDiagnostic found)
    {
        if (diagnostics.Count < FindingsMax && !diagnostics.Contains(found))
        {
            diagnostics.Add(found);
        }
    }

    private BoundNode BindTemporal(TemporalSyntax temporal)
    {
        var value = TemporalText.Parse(temporal.Text);
        return value.IsNull
            ? Error(FeelDiagnosticKinds.BadTemporalLiteral.At(temporal.Span, temporal.Text))
            : Literal(value, TypeRules.Of(value), temporal.Span);
    }
}
