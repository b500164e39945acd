namespace Wenbao.Feel.Binding;

/// <summary>An expression with its meaning.</summary>
/// <param name="Root">The bound tree; parts without meaning are <see cref="BoundError"/>.</param>
/// <param name="Diagnostics">What is wrong with the text and its meaning, in order of place.</param>
public sealed record BoundExpression(BoundNode Root, IReadOnlyList<FeelDiagnostic> Diagnostics)
{
    /// <summary>Whether there is no error.</summary>
    public bool IsValid => Diagnostics.All(found => found.Severity != FeelSeverity.Error);
}
