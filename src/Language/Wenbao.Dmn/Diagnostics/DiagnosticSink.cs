using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>Gathers findings; the same finding at the same place counts once, since logic inside a decision service is bound twice.</summary>
internal sealed class DiagnosticSink
{
    private readonly List<DmnDiagnostic> found = [];
    private readonly HashSet<DmnDiagnostic> seen = [];

    public IReadOnlyList<DmnDiagnostic> Found => found;

    public void Report(DmnDiagnosticKind kind, DmnDefinitions model, SourcePlace place, string? elementId, params object?[] particulars) =>
        Add(kind.At(place, elementId, particulars) with { Model = model.Namespace });

    /// <summary>A finding inside a FEEL text, moved to its place in the XML.</summary>
    public void Report(FeelDiagnostic finding, DmnDefinitions model, DmnText text, string? elementId) =>
        Add(new DmnDiagnostic(finding.Code, finding.Severity, text.Place.Within(text.Text, finding.Span.Start), text.Id ?? elementId, finding.Zh, finding.En, model.Namespace));

    private void Add(DmnDiagnostic finding)
    {
        if (seen.Add(finding))
        {
            found.Add(finding);
        }
    }
}
