namespace Wenbao.Feel.Syntax;

/// <summary><c>[a, b, c]</c>.</summary>
public sealed record ListSyntax(IReadOnlyList<SyntaxNode> Items, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Items;
}

/// <summary>A range: <c>[1..5)</c>, or <c>(&lt; 5)</c> with one end open to infinity.</summary>
public sealed record RangeSyntax(SyntaxNode? Start, bool StartIncluded, SyntaxNode? End, bool EndIncluded, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => (Start, End) switch
    {
        (null, null) => [],
        (null, { } end) => [end],
        ({ } start, null) => [start],
        ({ } start, { } end) => [start, end],
    };
}

/// <summary>An entry of a context.</summary>
public sealed record EntrySyntax(string Name, TextSpan NameSpan, SyntaxNode Value, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Value];
}

/// <summary><c>{ name: value, … }</c>.</summary>
public sealed record ContextSyntax(IReadOnlyList<EntrySyntax> Entries, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => Entries;
}

/// <summary><c>list[filter]</c>.</summary>
public sealed record FilterSyntax(SyntaxNode List, SyntaxNode Filter, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [List, Filter];
}

/// <summary><c>target.name</c>.</summary>
public sealed record PathSyntax(SyntaxNode Target, string Name, TextSpan NameSpan, TextSpan Span) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxNode> Children => [Target];
}
