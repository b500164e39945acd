using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Loads new subjects with their records and history fast, within a unit of work that the caller commits. For trusted programs: values are not checked again.</summary>
public sealed class BulkLoader
{
    private const int SubjectsAtOnce = 4096;
    private readonly IUnitOfWork work;
    private readonly SubjectType type;
    private readonly IAttributeRules rules;
    private readonly ChangeLog changes;
    private readonly List<object?[]> subjects = new(SubjectsAtOnce);
    private readonly Dictionary<RecordList, List<object?[]>> records;
    private readonly RowCounts counts = new();
    private long nextId;

    private BulkLoader(IUnitOfWork work, SubjectType type, IAttributeRules rules, BatchOrigin origin, long batch, long nextId)
    {
        this.work = work;
        this.type = type;
        this.rules = rules;
        this.nextId = nextId;
        Batch = batch;
        changes = new ChangeLog(work, type, batch, origin);
        records = type.AllLists.ToDictionary(l => l, _ => new List<object?[]>());
    }

    /// <summary>The batch's number.</summary>
    public long Batch { get; }

    /// <summary>How many subjects were added.</summary>
    public long Count => counts.Created;

    /// <summary>Begins a batch.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="work">The unit of work; on PostgreSQL it can do nothing else while <see cref="AddAsync"/> or <see cref="CompleteAsync"/> run.</param>
    /// <param name="type">The type of the subjects.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="cancel">Stops the beginning.</param>
    public static async Task<BulkLoader> BeginAsync(RegistryCatalogue registry, IUnitOfWork work, SubjectType type, BatchOrigin origin, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(origin);
        var nextId = await RegistryWriting.ReserveAsync(work, type, cancel).ConfigureAwait(false);
        var batch = await BatchLog.OpenAsync(work, type, null, origin, cancel).ConfigureAwait(false);
        return new BulkLoader(work, type, registry.RulesOf(type), origin, batch, nextId);
    }

    /// <summary>Adds a subject; the object may be filled again afterwards, its record lists must not be changed.</summary>
    /// <returns>The number it gets.</returns>
    public async ValueTask<long> AddAsync(NewSubject subject, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var id = nextId++;
        rules.Apply(subject.Values);
        subjects.Add(RegistryWriting.SubjectRow(type, id, Batch, subject.Values));
        for (var i = 0; i < type.Lists.Count; i++)
        {
            AddRecords(type.Lists[i], id, subject.Lists[i], 0, []);
        }

        foreach (var change in subject.Changes.OrderBy(c => c.EffectiveOn))
        {
            changes.Add(id, change.Attribute, ValueText.Write(change.OldValue), ValueText.Write(change.NewValue), change.EffectiveOn);
        }

        counts.Read++;
        counts.Created++;
        if (subjects.Count == SubjectsAtOnce)
        {
            await FlushAsync(cancel).ConfigureAwait(false);
        }

        return id;
    }

    /// <summary>Writes what is left and the counts of the batch; without it the batch is not there.</summary>
    public async Task CompleteAsync(CancellationToken cancel = default)
    {
        await FlushAsync(cancel).ConfigureAwait(false);
        await BatchLog.CloseAsync(work, Batch, counts, cancel).ConfigureAwait(false);
    }

    private void AddRecords(RecordList list, long subject, FeelList? items, long parent, Dictionary<RecordList, long> rows)
    {
        if (items is null)
        {
            return;
        }

        foreach (var item in items.Items)
        {
            var values = item.AsContext()!.Values;
            var row = rows[list] = rows.GetValueOrDefault(list) + 1;
            records[list].Add(RegistryWriting.RecordRow(list, subject, row, parent, Batch, values));
            for (var c = 0; c < list.Children.Count; c++)
            {
                AddRecords(list.Children[c], subject, values[list.Fields.Count + c].AsList(), row, rows);
            }
        }
    }

    private async Task FlushAsync(CancellationToken cancel)
    {
        await WriteAsync(RegistryTables.Subjects(type), RegistryTables.SubjectColumns(type), subjects, cancel).ConfigureAwait(false);
        foreach (var (list, rows) in records.Where(r => r.Value.Count > 0))
        {
            await WriteAsync(RegistryTables.Records(type, list), RegistryTables.RecordColumns(list), rows, cancel).ConfigureAwait(false);
        }

        await changes.FlushAsync(cancel).ConfigureAwait(false);
    }

    private async Task WriteAsync(string table, IReadOnlyList<Column> columns, List<object?[]> rows, CancellationToken cancel)
    {
        await RegistryWriting.WriteAsync(work, table, columns, rows, cancel).ConfigureAwait(false);
        rows.Clear();
    }
}
