namespace Wenbao.Dmn;

/// <summary>Bounds for reading a model that may come from a stranger.</summary>
/// <param name="MaximumLength">Characters of the XML text.</param>
/// <param name="MaximumDepth">Nesting of XML elements. Boxed expressions take two to three levels each; values above 300 are taken as 300, since reading and binding recurse.</param>
/// <param name="MaximumElements">Number of XML elements.</param>
public sealed record DmnLimits(int MaximumLength = 8_000_000, int MaximumDepth = 100, int MaximumElements = 400_000)
{
    /// <summary>The bounds used when none are given.</summary>
    public static DmnLimits Default { get; } = new();
}
