using System.Globalization;
using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Registry;
using Wenbao.Synthesis;

namespace Wenbao.Server;

/// <summary>Writes a made district into the registry.</summary>
internal sealed class RegistrySink(RegistryCatalogue registry, IUnitOfWork work, BatchOrigin origin, JobProgress progress) : IPopulationSink
{
    private const int SubjectsANotice = 1000;

    /// <inheritdoc/>
    public async Task WriteAsync(PopulationTable table, CancellationToken cancel)
    {
        progress.Begin(new LocalizedText($"写入：{table.Type.Title.Zh}", $"Writing: {table.Type.Title.En}"), table.Rows);
        var loader = await BulkLoader.BeginAsync(registry, work, table.Type, origin, cancel).ConfigureAwait(false);
        var subject = new NewSubject(table.Type);
        var records = new RecordIndex(table);
        var changes = table.Changes.ToLookup(c => c.Row);
        for (var row = 0; row < table.Rows; row++)
        {
            subject.Clear();
            for (var column = 0; column < table.Columns.Count; column++)
            {
                subject.Values[column] = Value(table.Columns[column], row);
            }

            for (var list = 0; list < table.Type.Lists.Count; list++)
            {
                subject.Lists[list] = records.Of(table.Type.Lists[list], row);
            }

            foreach (var change in changes[row])
            {
                var type = table.Type.FindAttribute(change.Attribute)!.Type;
                subject.Changes.Add(new PastChange(change.Attribute, Parse(type, change.OldValue), Parse(type, change.NewValue), change.EffectiveOn));
            }

            await loader.AddAsync(subject, cancel).ConfigureAwait(false);
            if ((row + 1) % SubjectsANotice == 0)
            {
                progress.Advance(SubjectsANotice);
            }
        }

        await loader.CompleteAsync(cancel).ConfigureAwait(false);
    }

    private static FeelValue Value(PopulationColumn column, int row) => column.ValueAt(row) switch
    {
        null => FeelValue.Null,
        string text => FeelValue.Of(text),
        long whole => FeelValue.Of((decimal)whole),
        decimal number => FeelValue.Of(number),
        bool truth => FeelValue.Of(truth),
        DateOnly day => FeelValue.Of(day),
        var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
    };

    private static FeelValue Parse(AttributeType type, string written) => written.Length == 0 ? FeelValue.Null : type.Kind switch
    {
        AttributeKind.Whole or AttributeKind.Decimal => FeelValue.Of(decimal.Parse(written, CultureInfo.InvariantCulture)),
        AttributeKind.Truth => FeelValue.Of(written == "true"),
        AttributeKind.Day => FeelValue.Of(DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        _ => FeelValue.Of(written),
    };

    /// <summary>The records of each subject, and of each parent record, in the order they were made.</summary>
    private sealed class RecordIndex(PopulationTable table)
    {
        private readonly Dictionary<string, (RecordTable Records, ILookup<int, int> ByOwner)> lists = table.Lists.ToDictionary(
            l => l.List.Id,
            l => (l, Enumerable.Range(0, l.Rows).ToLookup(row => l.List.Parent is null ? l.SubjectAt(row) : l.ParentAt(row))),
            StringComparer.Ordinal);

        /// <summary>The records of a list under an owner: a subject's row, or a parent record's; null when there are none.</summary>
        public FeelList? Of(RecordList list, int owner)
        {
            var (records, byOwner) = lists[list.Id];
            var rows = byOwner[owner];
            return rows.TryGetNonEnumeratedCount(out var count) && count == 0
                ? null
                : new FeelList([.. rows.Select(row => FeelValue.Of(Record(list, records, row)))]);
        }

        private FeelContext Record(RecordList list, RecordTable records, int row)
        {
            var values = new FeelValue[list.Shape.Names.Count];
            for (var field = 0; field < records.Columns.Count; field++)
            {
                values[field] = Value(records.Columns[field], row);
            }

            for (var child = 0; child < list.Children.Count; child++)
            {
                values[list.Fields.Count + child] = FeelValue.Of(Of(list.Children[child], row) ?? FeelList.Empty);
            }

            return new FeelContext(list.Shape, values);
        }
    }
}
