namespace Wenbao.Registry;

/// <summary>Some subjects, read together.</summary>
/// <param name="Rows">The subjects, in order of their numbers.</param>
public sealed record SubjectBatch(IReadOnlyList<SubjectRow> Rows);
