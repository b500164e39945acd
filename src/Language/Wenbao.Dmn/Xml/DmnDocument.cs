using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>A model as read from XML.</summary>
/// <param name="Definitions">The model; an empty one when the text is no DMN model at all.</param>
/// <param name="Diagnostics">What was found wrong, in the order of the text.</param>
public sealed record DmnDocument(DmnDefinitions Definitions, IReadOnlyList<DmnDiagnostic> Diagnostics)
{
    /// <summary>Whether nothing graver than a warning was found.</summary>
    public bool IsSound => Diagnostics.All(finding => finding.Severity != FeelSeverity.Error);
}
