namespace Wenbao.Registry;

/// <summary>What to read of the subjects of one type.</summary>
public sealed record SubjectQuery
{
    /// <summary>Attribute ids, or paths through a reference such as <c>owner.status</c>; null means all attributes in declared order.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Ids of top-level lists; their child lists come nested. Null means none.</summary>
    public IReadOnlyList<string>? Lists { get; init; }

    /// <summary>The day whose values are wanted; null means the latest.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Whether changes are read, so that <see cref="SubjectRow.ValuesAt"/> knows the past; needed for <see cref="AsOf"/> too, which reads them in any case.</summary>
    public bool WithHistory { get; init; } = true;

    /// <summary>Subjects a batch.</summary>
    public int BatchSize { get; init; } = 1024;

    /// <summary>Only the subjects that this import batch changed; null means all.</summary>
    public long? ChangedBy { get; init; }

    /// <summary>Only the subjects with these numbers; null means all. A few thousand at a time keep the statement light.</summary>
    public IReadOnlyCollection<long>? Among { get; init; }
}
