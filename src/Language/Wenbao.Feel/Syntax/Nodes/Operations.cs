using Wenbao.Feel.Binding;

namespace Wenbao.Feel.Syntax;

/// <summary>An operator with two operands.</summary>
public sealed record BinarySyntax(FeelOperator Operator, SyntaxNode Left, SyntaxNode Right, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Left, Right];
}

/// <summary>Arithmetic negation.</summary>
public sealed record NegateSyntax(SyntaxNode Operand, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

/// <summary><c>value between low and high</c>.</summary>
public sealed record BetweenSyntax(SyntaxNode Value, SyntaxNode Low, SyntaxNode High, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Value, Low, High];
}

/// <summary><c>value in tests</c>.</summary>
public sealed record InSyntax(SyntaxNode Value, IReadOnlyList<TestSyntax> Tests, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Value, .. Tests];
}

/// <summary>One unary test.</summary>
/// <param name="Operator">The comparison written in front, or null for an operand alone.</param>
/// <param name="Operand">The operand; a <see cref="RangeSyntax"/> is an interval.</param>
public sealed record TestSyntax(FeelOperator? Operator, SyntaxNode Operand, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Operand];
}

/// <summary>The unary tests of a decision table's cell or of allowed values.</summary>
/// <param name="Negated">Whether they stand inside <c>not(…)</c>.</param>
/// <param name="Tests">The tests; none for <c>-</c>.</param>
public sealed record UnaryTestsSyntax(bool Negated, IReadOnlyList<TestSyntax> Tests, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Tests;
}

/// <summary><c>value instance of type</c>.</summary>
public sealed record InstanceOfSyntax(SyntaxNode Value, TypeSyntax Tested, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Value, Tested];
}

/// <summary>A type as written: a name with its parts.</summary>
/// <param name="Name">The name, such as <c>number</c>, <c>list</c>, <c>days and time duration</c> or that of an item definition.</param>
/// <param name="Arguments">The types between angle brackets: of the items, of a range, of parameters, of a context's members.</param>
/// <param name="MemberNames">For <c>context&lt;…&gt;</c>: the names of the members, one an argument; else empty.</param>
/// <param name="Result">For <c>function&lt;…&gt; -> T</c>: the result type.</param>
public sealed record TypeSyntax(string Name, IReadOnlyList<TypeSyntax> Arguments, IReadOnlyList<string> MemberNames, TypeSyntax? Result, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Result is null ? Arguments : [.. Arguments, Result];
}
