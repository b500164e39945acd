using Wenbao.Feel;

namespace Wenbao.Dmn;

/// <summary>A value and the findings on the way to it.</summary>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="Diagnostics">What was found wrong with the values given.</param>
public sealed record DmnResult(FeelValue Value, IReadOnlyList<DmnDiagnostic> Diagnostics);
