using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>One pass over the subjects of a type with their records and history: an ordered scan a table, joined by subject number, in bounded memory.</summary>
internal sealed class SubjectScan : IAsyncDisposable
{
    private readonly ReadSnapshot snapshot;
    private readonly SubjectType type;
    private readonly IReadOnlyList<ColumnPath> columns;
    private readonly List<RecordScan> lists = [];
    private readonly DateOnly? asOf;
    private RowCursor? subjects;
    private ChangeScan? changes;

    private SubjectScan(ReadSnapshot snapshot, SubjectType type, IReadOnlyList<ColumnPath> columns, DateOnly? asOf)
    {
        this.snapshot = snapshot;
        this.type = type;
        this.columns = columns;
        this.asOf = asOf;
    }

    /// <summary>Opens the statements.</summary>
    /// <param name="database">The database.</param>
    /// <param name="type">The subject type.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="query">What else to read.</param>
    /// <param name="only">The one subject wanted; null means all that the query wants.</param>
    /// <param name="cancel">Stops the opening.</param>
    public static async Task<SubjectScan> OpenAsync(
        Database database, SubjectType type, IReadOnlyList<ColumnPath> columns, SubjectQuery query, long? only, CancellationToken cancel)
    {
        var scan = new SubjectScan(await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false), type, columns, query.AsOf);
        try
        {
            var filter = new ScanFilter(type, database.Dialect, only, query.ChangedBy, query.Among);
            scan.subjects = await scan.snapshot.CursorAsync(
                scan.SubjectSql(filter), [null, type.PublicId.Type, .. columns.Select(c => c.Attribute.Type)], filter, cancel).ConfigureAwait(false);
            foreach (var id in query.Lists ?? [])
            {
                scan.lists.Add(await scan.OpenListAsync(type.Lists.First(l => l.Id == id), filter, cancel).ConfigureAwait(false));
            }

            if (query.WithHistory || query.AsOf is not null)
            {
                await scan.OpenChangesAsync(filter, cancel).ConfigureAwait(false);
            }

            return scan;
        }
        catch
        {
            await scan.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The next subject, or null behind the last.</summary>
    public async ValueTask<SubjectRow?> NextAsync(CancellationToken cancel)
    {
        if (!await subjects!.ReadAsync(cancel).ConfigureAwait(false))
        {
            return null;
        }

        var id = subjects.Number(0);
        var values = new FeelValue[columns.Count];
        subjects.Values(2, values);
        var records = lists.Count == 0 ? [] : new FeelList[lists.Count];
        for (var i = 0; i < records.Length; i++)
        {
            records[i] = await lists[i].TakeAsync(id, cancel).ConfigureAwait(false);
        }

        var history = changes is null ? [] : await changes.TakeAsync(id, cancel).ConfigureAwait(false);
        var row = new SubjectRow(id, subjects.Value(1).AsString() ?? "", values, records, history);
        return asOf is { } day && history.Length > 0
            ? new SubjectRow(id, row.PublicId, row.ValuesAt(day), records, Array.FindAll(history, c => c.EffectiveOn <= day))
            : row;
    }

    public async ValueTask DisposeAsync()
    {
        if (subjects is not null)
        {
            await subjects.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var list in lists)
        {
            await list.DisposeAsync().ConfigureAwait(false);
        }

        if (changes is not null)
        {
            await changes.DisposeAsync().ConfigureAwait(false);
        }

        await snapshot.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<RecordScan> OpenListAsync(RecordList list, ScanFilter filter, CancellationToken cancel)
    {
        var names = RegistryTables.RecordColumns(list).Select(c => Quote(c.Name));
        var sql = $"SELECT {string.Join(", ", names)} FROM {Quote(RegistryTables.Records(type, list))} {filter.On("subject_id")} ORDER BY subject_id, row_id";
        var prefix = new AttributeType?[RegistryTables.RecordPrefix(list)];
        var cursor = await snapshot.CursorAsync(sql, [.. prefix, .. list.Fields.Select(f => f.Type)], filter, cancel).ConfigureAwait(false);
        var children = new List<RecordScan>();
        foreach (var child in list.Children)
        {
            children.Add(await OpenListAsync(child, filter, cancel).ConfigureAwait(false));
        }

        return new RecordScan(list, cursor, children);
    }

    private async Task OpenChangesAsync(ScanFilter filter, CancellationToken cancel)
    {
        var known = new Dictionary<string, (int, AttributeType)>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
        {
            known.Add(columns[i].Path, (i, columns[i].Attribute.Type));
        }

        var parts = new List<string>
        {
            $"SELECT subject_id, attribute, old_value, effective_on, change_id FROM reg_change WHERE subject_type = '{type.Id}'{filter.And("subject_id")}",
        };
        foreach (var through in columns.Where(c => c.Through is not null).Select(c => (Through: c.Through!, Target: c.Target!)).Distinct())
        {
            parts.Add(
                $"SELECT s.id, '{through.Through.Id}.' || c.attribute, c.old_value, c.effective_on, c.change_id FROM {Quote(RegistryTables.Subjects(type))} s "
                + $"JOIN {Quote(RegistryTables.Subjects(through.Target))} r ON r.{Quote(through.Target.PublicId.Id)} = s.{Quote(through.Through.Id)} "
                + $"JOIN reg_change c ON c.subject_type = '{through.Target.Id}' AND c.subject_id = r.id {filter.On("s.id")}");
        }

        var sql = string.Join(" UNION ALL ", parts) + " ORDER BY 1, 4, 5";
        changes = new ChangeScan(await snapshot.CursorAsync(sql, ChangeScan.ColumnTypes, filter, cancel).ConfigureAwait(false), known);
    }

    private string SubjectSql(ScanFilter filter)
    {
        var joins = columns.Where(c => c.Through is not null).Select(c => (Through: c.Through!, Target: c.Target!)).Distinct().ToList();
        var aliases = joins.Select((j, i) => (j.Through.Id, Alias: $"r{i}")).ToDictionary(j => j.Id, j => j.Alias, StringComparer.Ordinal);
        var selected = columns.Select(c => $"{(c.Through is null ? "s" : aliases[c.Through.Id])}.{Quote(c.Attribute.Id)}");
        var joined = joins.Select((j, i) => $" LEFT JOIN {Quote(RegistryTables.Subjects(j.Target))} r{i} ON r{i}.{Quote(j.Target.PublicId.Id)} = s.{Quote(j.Through.Id)}");
        return $"SELECT {string.Join(", ", selected.Prepend($"s.{Quote(type.PublicId.Id)}").Prepend("s.id"))} FROM {Quote(RegistryTables.Subjects(type))} s{string.Concat(joined)} {filter.On("s.id")} ORDER BY s.id";
    }

    private string Quote(string name) => snapshot.Database.Dialect.Quote(name);
}
