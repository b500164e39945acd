using Wenbao.Feel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Takes the rows of one file of records into the registry, portion by portion, in the operation's one transaction.</summary>
internal sealed class RecordImport
{
    private const int RowsAtOnce = 2000;
    private readonly IUnitOfWork work;
    private readonly SubjectType type;
    private readonly RecordList list;
    private readonly ImportSource source;
    private readonly QuarantineFile quarantine;
    private readonly bool isComplete;
    private readonly RowParser parser;
    private readonly KeyedLookup lookup;
    private readonly RecordTable table;
    private readonly ChangeLog changes;
    private readonly RowCounts counts = new();
    private readonly RegistryAttribute by;
    private readonly int byColumn;
    private readonly int[] keyColumns;
    private readonly int[] fieldColumns;
    private readonly Dictionary<(string Subject, string Key), int> seen = [];
    private readonly Dictionary<long, HashSet<long>> kept = [];
    private readonly long batch;
    private long removed;

    private RecordImport(RegistryCatalogue registry, OperationSession session, SubjectType type, RecordList list, ImportSource source, QuarantineFile quarantine, bool isComplete, long batch)
    {
        work = session.UnitOfWork;
        this.type = type;
        this.list = list;
        this.source = source;
        this.quarantine = quarantine;
        this.isComplete = isComplete;
        this.batch = batch;
        parser = new RowParser(source.Columns, new CellReader(registry.Declaration, session.Scope.Today), quarantine);
        lookup = new KeyedLookup(work);
        table = new RecordTable(work, type);
        changes = new ChangeLog(work, type, batch, source.Origin);
        by = source.Columns.Contains(type.Key) ? type.Key : type.PublicId;
        byColumn = Array.IndexOf(source.Columns, by);
        keyColumns = [.. list.FullKey.Select(k => Array.IndexOf(source.Columns, k))];
        fieldColumns = [.. list.Fields.Select(f => Array.IndexOf(source.Columns, f))];
    }

    /// <summary>What came of it.</summary>
    public ImportOutcome Outcome => new(batch, counts, removed, changes);

    public static async Task<RecordImport> BeginAsync(
        RegistryCatalogue registry, OperationSession session, SubjectType type, RecordList list, ImportSource source, QuarantineFile quarantine, bool isComplete, CancellationToken cancel)
    {
        await RegistryWriting.ReserveAsync(session.UnitOfWork, type, cancel).ConfigureAwait(false);
        var batch = await BatchLog.OpenAsync(session.UnitOfWork, type, list, source.Origin, cancel).ConfigureAwait(false);
        return new RecordImport(registry, session, type, list, source, quarantine, isComplete, batch);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var portion = new List<ParsedRow>(RowsAtOnce);
        while (source.Rows.MoveNext())
        {
            counts.Read++;
            if (await parser.ParseAsync(source.Rows.Current).ConfigureAwait(false) is { } row && await IsFirstOfItsKeyAsync(row).ConfigureAwait(false))
            {
                portion.Add(row);
            }

            if (portion.Count == RowsAtOnce)
            {
                await TakeAsync(portion, cancel).ConfigureAwait(false);
                portion.Clear();
            }
        }

        await TakeAsync(portion, cancel).ConfigureAwait(false);
        if (isComplete)
        {
            await RemoveOthersAsync(cancel).ConfigureAwait(false);
        }

        counts.Quarantined = counts.Read - counts.Created - counts.Changed - counts.Unchanged;
    }

    private async ValueTask<bool> IsFirstOfItsKeyAsync(ParsedRow row)
    {
        if (row.Values[byColumn].AsString() is not { } subject || keyColumns.Any(c => row.Values[c].IsNull))
        {
            await quarantine.AddAsync(row.Line, by, row.Cells[byColumn], RegistryProblems.KeyEmpty.With()).ConfigureAwait(false);
            return false;
        }

        var key = (subject, RecordTable.KeyText(keyColumns.Select(c => row.Values[c])));
        if (seen.TryAdd(key, row.Line))
        {
            return true;
        }

        await quarantine.AddAsync(row.Line, by, row.Cells[byColumn], RegistryProblems.KeyTwice.With(seen[key])).ConfigureAwait(false);
        return false;
    }

    private async Task TakeAsync(List<ParsedRow> portion, CancellationToken cancel)
    {
        if (portion.Count == 0)
        {
            return;
        }

        var subjects = await lookup.NumbersAsync(type, by, [.. portion.Select(r => r.Values[byColumn].AsString()!).Distinct(StringComparer.Ordinal)], cancel).ConfigureAwait(false);
        var known = await table.ReadAsync(list, [.. subjects.Values], cancel).ConfigureAwait(false);
        var parents = list.Parent is null ? null : await table.ReadAsync(list.Parent, [.. subjects.Values], cancel).ConfigureAwait(false);
        var created = new List<object?[]>();
        var updates = new RowUpdates(work, RegistryTables.Records(type, list), [.. list.Fields.Where((_, i) => fieldColumns[i] >= 0)], ["subject_id", "row_id"]);
        foreach (var row in portion)
        {
            if (!subjects.TryGetValue(row.Values[byColumn].AsString()!, out var subject))
            {
                await quarantine.AddAsync(row.Line, by, row.Cells[byColumn], RegistryProblems.SubjectNotFound.With(Masking.Show(by, row.Cells[byColumn]!.Trim()), type.Title.Zh, type.Title.En)).ConfigureAwait(false);
                continue;
            }

            var key = RecordTable.KeyText(keyColumns.Select(c => row.Values[c]));
            if (known[subject].Find(key) is { } existing)
            {
                Change(row, subject, key, existing, updates);
                Keep(subject, existing.Row);
                continue;
            }

            var parentKey = RecordTable.KeyText(keyColumns.SkipLast(list.OwnKey.Count).Select(c => row.Values[c]));
            var parent = parents?[subject].Find(parentKey);
            if (parents is not null && parent is null)
            {
                await quarantine.AddAsync(row.Line, list.Parent!.OwnKey[0], row.Cells[keyColumns[0]], RegistryProblems.ParentRecordUnknown.With()).ConfigureAwait(false);
                continue;
            }

            var values = (FeelValue[])[.. fieldColumns.Select((c, i) => c >= 0 && row.IsGiven[c] ? row.Values[c] : list.Fields[i].NoRecord)];
            if (list.Fields.FirstOrDefault(f => f.IsRequired && values[f.Index].IsNull) is { } lacking)
            {
                await quarantine.AddAsync(row.Line, lacking, null, RegistryProblems.ValueMissing.With()).ConfigureAwait(false);
                continue;
            }

            var number = known[subject].Add(key, values);
            created.Add(RegistryWriting.RecordRow(list, subject, number, parent?.Row ?? 0, batch, values));
            changes.Add(subject, $"{list.Id}:{key}", null, RecordTable.Text(list, values));
            changes.Touch(subject);
            Keep(subject, number);
            counts.Created++;
        }

        await table.InsertAsync(list, created, cancel).ConfigureAwait(false);
        await updates.FlushAsync(cancel).ConfigureAwait(false);
        await changes.FlushAsync(cancel).ConfigureAwait(false);
    }

    private void Change(ParsedRow row, long subject, string key, StoredRecord existing, RowUpdates updates)
    {
        var values = (FeelValue[])[.. existing.Values];
        for (var i = 0; i < fieldColumns.Length; i++)
        {
            if (fieldColumns[i] >= 0 && row.IsGiven[fieldColumns[i]])
            {
                values[i] = row.Values[fieldColumns[i]];
            }
        }

        if (values.AsSpan().SequenceEqual(existing.Values))
        {
            counts.Unchanged++;
            return;
        }

        counts.Changed++;
        changes.Touch(subject);
        changes.Add(subject, $"{list.Id}:{key}", RecordTable.Text(list, existing.Values), RecordTable.Text(list, values));
        updates.Add([subject, existing.Row], f => values[f.Index]);
    }

    private void Keep(long subject, long row)
    {
        if (!isComplete)
        {
            return;
        }

        if (!kept.TryGetValue(subject, out var rows))
        {
            kept.Add(subject, rows = []);
        }

        rows.Add(row);
    }

    private async Task RemoveOthersAsync(CancellationToken cancel)
    {
        foreach (var portion in kept.Keys.Chunk(RowsAtOnce))
        {
            var known = await table.ReadAsync(list, portion, cancel).ConfigureAwait(false);
            foreach (var subject in portion)
            {
                foreach (var (key, record) in known[subject].All().Where(r => !kept[subject].Contains(r.Record.Row)))
                {
                    await table.DeleteAsync(list, subject, record.Row, cancel).ConfigureAwait(false);
                    changes.Add(subject, $"{list.Id}:{key}", RecordTable.Text(list, record.Values), null);
                    changes.Touch(subject);
                    removed++;
                }
            }

            await changes.FlushAsync(cancel).ConfigureAwait(false);
        }
    }
}
