namespace Wenbao.Platform.Operations;

/// <summary>Says who may send an operation or ask a query. Every operation and query carries it: what is not allowed is refused.</summary>
/// <param name="duties">The duties of which one is needed; the product itself is always allowed. None means everybody, without signing in.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedToAttribute(params Duty[] duties) : Attribute
{
    /// <summary>The duties; empty for everybody.</summary>
    public IReadOnlyList<Duty> Duties { get; } = duties;
}
