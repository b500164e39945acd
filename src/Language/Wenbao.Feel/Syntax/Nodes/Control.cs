namespace Wenbao.Feel.Syntax;

/// <summary><c>if … then … else …</c>.</summary>
public sealed record IfSyntax(SyntaxNode Condition, SyntaxNode Then, SyntaxNode Else, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Condition, Then, Else];
}

/// <summary><c>name in domain</c> or <c>name in start..end</c>.</summary>
/// <param name="Name">The variable.</param>
/// <param name="NameSpan">Where the variable stands.</param>
/// <param name="Domain">The list, or the first number or day.</param>
/// <param name="End">The last number or day, or null for a list.</param>
public sealed record IteratorSyntax(string Name, TextSpan NameSpan, SyntaxNode Domain, SyntaxNode? End, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => End is null ? [Domain] : [Domain, End];
}

/// <summary><c>for … return …</c>.</summary>
public sealed record ForSyntax(IReadOnlyList<IteratorSyntax> Iterators, SyntaxNode Body, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [.. Iterators, Body];
}

/// <summary><c>some … satisfies …</c> or <c>every … satisfies …</c>.</summary>
public sealed record QuantifiedSyntax(bool Every, IReadOnlyList<IteratorSyntax> Iterators, SyntaxNode Condition, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [.. Iterators, Condition];
}

/// <summary>A parameter of a function definition.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, or null when none is written.</param>
public sealed record ParameterSyntax(string Name, TypeSyntax? Type, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Type is null ? [] : [Type];
}

/// <summary><c>function(…) body</c>.</summary>
public sealed record FunctionSyntax(IReadOnlyList<ParameterSyntax> Parameters, SyntaxNode Body, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [.. Parameters, Body];
}

/// <summary>An argument of a call.</summary>
/// <param name="Name">The parameter's name, or null by position.</param>
/// <param name="Value">The value.</param>
public sealed record ArgumentSyntax(string? Name, SyntaxNode Value, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Value];
}

/// <summary>A call.</summary>
public sealed record InvocationSyntax(SyntaxNode Callee, IReadOnlyList<ArgumentSyntax> Arguments, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Callee, .. Arguments];
}
