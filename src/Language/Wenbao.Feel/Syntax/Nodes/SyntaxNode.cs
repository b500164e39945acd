namespace Wenbao.Feel.Syntax;

/// <summary>A node of the syntax tree: what is written and where, without meaning. Immutable.</summary>
/// <param name="Span">Where the node stands in its text.</param>
public abstract record SyntaxNode(TextSpan Span)
{
    private int height;

    /// <summary>The nodes directly below, in the order of the text.</summary>
    public virtual IEnumerable<SyntaxNode> Children => [];

    /// <summary>The number of levels from here down, at least 1.</summary>
    public int Height
    {
        get
        {
            if (height == 0)
            {
                var below = 0;
                foreach (var child in Children)
                {
                    below = Math.Max(below, child.Height);
                }

                height = below + 1;
            }

            return height;
        }
    }
}
