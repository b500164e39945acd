using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>A finding about a model: never an exception for a bad model.</summary>
/// <param name="Code">Stable code such as <c>DMN0012</c>, listed in <c>docs/reference/dmn-diagnostics.md</c>; a finding inside a FEEL text keeps its FEEL code.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Place">Where in the XML text; 0:0 when the finding is about values, not text.</param>
/// <param name="ElementId">The id of the element it is about, or null.</param>
/// <param name="Zh">What is wrong and what to do, in Chinese.</param>
/// <param name="En">What is wrong and what to do, in English.</param>
/// <param name="Model">The namespace of the model it is about; null while a single text is read.</param>
public sealed record DmnDiagnostic(string Code, FeelSeverity Severity, SourcePlace Place, string? ElementId, string Zh, string En, string? Model = null)
{
    /// <summary>One line in Chinese: code, place, what.</summary>
    public override string ToString() => $"{Code} {Place} {Zh}";
}

/// <summary>A kind of finding under its stable number; a number is never used again for something else.</summary>
/// <param name="Code">The code, such as <c>DMN0012</c>.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Zh">The text in Chinese, with <c>{0}</c>… for the particulars.</param>
/// <param name="En">The text in English, with the same placeholders.</param>
public sealed record DmnDiagnosticKind(string Code, FeelSeverity Severity, string Zh, string En)
{
    /// <summary>The finding at a place.</summary>
    internal DmnDiagnostic At(SourcePlace place, string? elementId, params object?[] particulars) => new(
        Code,
        Severity,
        place,
        elementId,
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Zh, particulars),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, En, particulars));
}
