using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Collects history rows and changed subjects of one batch and writes them in portions.</summary>
internal sealed class ChangeLog(IUnitOfWork work, SubjectType type, long batch, BatchOrigin origin)
{
    private static readonly IReadOnlyList<Column> HistoryColumns =
    [
        new("subject_type", ColumnType.Text), new("subject_id", ColumnType.Integer), new("attribute", ColumnType.Text), new("old_value", ColumnType.Text),
        new("new_value", ColumnType.Text), new("effective_on", ColumnType.Date), new("source", ColumnType.Text), new("batch_id", ColumnType.Integer), new("recorded_at", ColumnType.Instant),
    ];

    private static readonly IReadOnlyList<Column> ChangedColumns =
        [new("batch_id", ColumnType.Integer), new("subject_type", ColumnType.Text), new("subject_id", ColumnType.Integer)];

    private readonly List<object?[]> history = [];
    private readonly List<long> pending = [];
    private readonly HashSet<long> subjects = [];

    /// <summary>How many subjects changed so far.</summary>
    public long Subjects => subjects.Count;

    /// <summary>Notes that a subject changed.</summary>
    public void Touch(long subjectId)
    {
        if (subjects.Add(subjectId))
        {
            pending.Add(subjectId);
        }
    }

    /// <summary>Notes the change of an attribute.</summary>
    public void Add(long subjectId, RegistryAttribute attribute, FeelValue oldValue, FeelValue newValue, DateOnly? effectiveOn = null) =>
        Add(subjectId, attribute.Id, ValueText.Write(oldValue), ValueText.Write(newValue), effectiveOn);

    /// <summary>Notes a change under a name of its own, such as a record's.</summary>
    public void Add(long subjectId, string attribute, string? oldValue, string? newValue, DateOnly? effectiveOn = null) =>
        history.Add([type.Id, subjectId, attribute, oldValue, newValue, effectiveOn ?? origin.AsOf, origin.Source, batch, origin.ReceivedAt]);

    /// <summary>Writes what was collected.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await RegistryWriting.WriteAsync(work, RegistryTables.Changes, HistoryColumns, history, cancel).ConfigureAwait(false);
        history.Clear();
        await RegistryWriting.WriteAsync(work, RegistryTables.Changed, ChangedColumns, pending.Select(id => (object?[])[batch, type.Id, id]), cancel).ConfigureAwait(false);
        pending.Clear();
    }
}
