namespace Wenbao.Registry;

/// <summary>What became of a file.</summary>
/// <param name="Batch">The batch under which changes are kept; null when nothing changed.</param>
/// <param name="SubjectType">The subject type.</param>
/// <param name="List">The record list; null for a file of subjects.</param>
/// <param name="AsOf">The day from which the values hold.</param>
/// <param name="Read">Rows read, the header and blank lines not counted; the sum of the four numbers that follow.</param>
/// <param name="Created">Rows that made a subject or record.</param>
/// <param name="Changed">Rows that changed one.</param>
/// <param name="Unchanged">Rows that say what is known already.</param>
/// <param name="Quarantined">Rows with a defect, not taken.</param>
/// <param name="Removed">Records removed because a complete file does not have them.</param>
/// <param name="ChangedSubjects">Subjects with a change, read with <see cref="SubjectQuery.ChangedBy"/>.</param>
/// <param name="QuarantineFile">The file with the defects; null when there are none.</param>
/// <param name="IgnoredColumns">Columns that were not taken because their values are derived.</param>
public sealed record ImportResult(
    long? Batch,
    string SubjectType,
    string? List,
    DateOnly AsOf,
    long Read,
    long Created,
    long Changed,
    long Unchanged,
    long Quarantined,
    long Removed,
    long ChangedSubjects,
    string? QuarantineFile,
    IReadOnlyList<string> IgnoredColumns);
