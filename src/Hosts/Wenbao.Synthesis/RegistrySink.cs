using Wenbao.Feel;
using Wenbao.Platform.Data;
using Wenbao.Registry;

namespace Wenbao.Synthesis;

/// <summary>Loads a made district into the registry, each table as one batch; the caller commits the unit of work.</summary>
/// <param name="registry">The registry.</param>
/// <param name="work">The unit of work.</param>
/// <param name="origin">What the batches say about where they come from; its source should say that the data are made up.</param>
public sealed class RegistrySink(RegistryCatalogue registry, IUnitOfWork work, BatchOrigin origin) : IPopulationSink
{
    /// <inheritdoc/>
    public async Task WriteAsync(PopulationTable table, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(table);
        var loader = await BulkLoader.BeginAsync(registry, work, table.Type, origin, cancel).ConfigureAwait(false);
        var lists = table.Lists.ToDictionary(l => l.List, l => new RecordIndex(l, table.Rows));
        var changes = table.Changes.ToLookup(c => c.Row);
        var subject = new NewSubject(table.Type);
        for (var row = 0; row < table.Rows; row++)
        {
            subject.Clear();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                subject.Values[i] = Feel(table.Columns[i], row);
            }

            for (var i = 0; i < table.Type.Lists.Count; i++)
            {
                subject.Lists[i] = RecordsOf(lists, table.Type.Lists[i], lists[table.Type.Lists[i]].OfSubject(row));
            }

            foreach (var change in changes[row])
            {
                var column = table.Columns[table.Type.FindAttribute(change.Attribute)!.Index];
                subject.Changes.Add(new PastChange(change.Attribute, column.Parse(change.OldValue), column.Parse(change.NewValue), change.EffectiveOn));
            }

            await loader.AddAsync(subject, cancel).ConfigureAwait(false);
        }

        await loader.CompleteAsync(cancel).ConfigureAwait(false);
    }

    private static FeelList? RecordsOf(Dictionary<RecordList, RecordIndex> lists, RecordList list, ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            return null;
        }

        var table = lists[list].Table;
        var items = new FeelValue[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var values = new FeelValue[list.Fields.Count + list.Children.Count];
            for (var c = 0; c < list.Fields.Count; c++)
            {
                values[c] = Feel(table.Columns[c], rows[i]);
            }

            for (var c = 0; c < list.Children.Count; c++)
            {
                values[list.Fields.Count + c] = FeelValue.Of(RecordsOf(lists, list.Children[c], lists[list.Children[c]].OfParent(rows[i])) ?? FeelList.Empty);
            }

            items[i] = FeelValue.Of(new FeelContext(list.Shape, values));
        }

        return new FeelList(items);
    }

    private static FeelValue Feel(PopulationColumn column, int row) => column.FeelAt(row);
}

/// <summary>Finds the records of a subject or of a parent record.</summary>
internal sealed class RecordIndex
{
    private readonly int[] starts;
    private readonly int[] rows;

    public RecordIndex(RecordTable table, int subjects)
    {
        Table = table;
        var byParent = table.List.Parent is not null;
        var keys = new int[table.Rows];
        var top = byParent ? 0 : subjects;
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = byParent ? table.ParentAt(i) : table.SubjectAt(i);
            top = Math.Max(top, keys[i] + 1);
        }

        starts = new int[top + 1];
        foreach (var key in keys)
        {
            starts[key + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.ToArray();
        rows = new int[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            rows[next[keys[i]]++] = i;
        }
    }

    /// <summary>The records.</summary>
    public RecordTable Table { get; }

    /// <summary>The rows of a subject's records.</summary>
    public ReadOnlySpan<int> OfSubject(int subject) => Of(subject);

    /// <summary>The rows of the records below a parent record.</summary>
    public ReadOnlySpan<int> OfParent(int parent) => Of(parent);

    private ReadOnlySpan<int> Of(int key) => key + 1 < starts.Length ? rows.AsSpan(starts[key], starts[key + 1] - starts[key]) : [];
}
