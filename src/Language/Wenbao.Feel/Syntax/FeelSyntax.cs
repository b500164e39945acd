namespace Wenbao.Feel.Syntax;

/// <summary>A text read as FEEL: a tree and findings for any input.</summary>
/// <param name="Text">The text.</param>
/// <param name="Root">The tree over the whole text; <see cref="ErrorSyntax"/> where it could not be read.</param>
/// <param name="Diagnostics">What is wrong with the text, in order of place.</param>
public sealed record FeelSyntax(string Text, SyntaxNode Root, IReadOnlyList<FeelDiagnostic> Diagnostics)
{
    /// <summary>Whether the text could be read without an error.</summary>
    public bool IsValid => Diagnostics.All(found => found.Severity != FeelSeverity.Error);
}
