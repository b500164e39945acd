using Wenbao.Feel;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Takes the rows of one file of subjects into the registry, portion by portion, in the operation's one transaction.</summary>
internal sealed class SubjectImport
{
    private const int RowsAtOnce = 2000;
    private readonly IUnitOfWork work;
    private readonly SubjectType type;
    private readonly ImportSource source;
    private readonly QuarantineFile quarantine;
    private readonly RowParser parser;
    private readonly IAttributeRules rules;
    private readonly ReferenceCheck references;
    private readonly KeyedLookup lookup;
    private readonly ChangeLog changes;
    private readonly RowCounts counts = new();
    private readonly RegistryAttribute by;
    private readonly int byColumn;
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    private readonly long batch;
    private Dictionary<(long Subject, string Attribute), DateOnly> newer = [];
    private long nextId;

    private SubjectImport(RegistryCatalogue registry, OperationSession session, SubjectType type, ImportSource source, QuarantineFile quarantine, long batch, long nextId)
    {
        work = session.UnitOfWork;
        this.type = type;
        this.source = source;
        this.quarantine = quarantine;
        this.batch = batch;
        this.nextId = nextId;
        parser = new RowParser(source.Columns, new CellReader(registry.Declaration, session.Scope.Today), quarantine);
        rules = registry.RulesOf(type);
        lookup = new KeyedLookup(work);
        references = new ReferenceCheck(registry.Declaration, source.Columns, lookup);
        changes = new ChangeLog(work, type, batch, source.Origin);
        by = source.Columns.Contains(type.Key) ? type.Key : type.PublicId;
        byColumn = Array.IndexOf(source.Columns, by);
    }

    /// <summary>What came of it.</summary>
    public ImportOutcome Outcome => new(batch, counts, 0, changes);

    public static async Task<SubjectImport> BeginAsync(
        RegistryCatalogue registry, OperationSession session, SubjectType type, ImportSource source, QuarantineFile quarantine, CancellationToken cancel)
    {
        var nextId = await RegistryWriting.ReserveAsync(session.UnitOfWork, type, cancel).ConfigureAwait(false);
        var batch = await BatchLog.OpenAsync(session.UnitOfWork, type, null, source.Origin, cancel).ConfigureAwait(false);
        return new SubjectImport(registry, session, type, source, quarantine, batch, nextId);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        newer = await lookup.NewerChangesAsync(type, source.Origin.AsOf, cancel).ConfigureAwait(false);
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
        counts.Quarantined = counts.Read - counts.Created - counts.Changed - counts.Unchanged;
    }

    private async ValueTask<bool> IsFirstOfItsKeyAsync(ParsedRow row)
    {
        // A masked key names nobody; the public id beside it may.
        var key = KeyOf(row);
        if (key is null)
        {
            await quarantine.AddAsync(row.Line, by, row.Cells[byColumn], RegistryProblems.KeyEmpty.With()).ConfigureAwait(false);
            return false;
        }

        if (seen.TryAdd(key.Value.Text, row.Line))
        {
            return true;
        }

        await quarantine.AddAsync(row.Line, by, row.Cells[byColumn], RegistryProblems.KeyTwice.With(seen[key.Value.Text])).ConfigureAwait(false);
        return false;
    }

    private (RegistryAttribute By, string Text)? KeyOf(ParsedRow row)
    {
        if (row.IsGiven[byColumn])
        {
            return row.Values[byColumn].AsString() is { } key ? (by, key) : null;
        }

        var publicColumn = Array.IndexOf(source.Columns, type.PublicId);
        return publicColumn >= 0 && row.IsGiven[publicColumn] && row.Values[publicColumn].AsString() is { } id ? (type.PublicId, id) : null;
    }

    private async Task TakeAsync(List<ParsedRow> portion, CancellationToken cancel)
    {
        if (portion.Count == 0)
        {
            return;
        }

        var known = new Dictionary<RegistryAttribute, Dictionary<string, ExistingSubject>>();
        foreach (var group in portion.GroupBy(r => KeyOf(r)!.Value.By))
        {
            known[group.Key] = await lookup.SubjectsAsync(type, group.Key, [.. group.Select(r => KeyOf(r)!.Value.Text)], cancel).ConfigureAwait(false);
        }

        var missing = await references.FindMissingAsync(portion, cancel).ConfigureAwait(false);
        var taken = await TakenPublicIdsAsync(portion, known, cancel).ConfigureAwait(false);
        var created = new List<object?[]>();
        var updates = new RowUpdates(work, RegistryTables.Subjects(type), [.. source.Columns.OfType<RegistryAttribute>(), .. rules.Derived.Select(d => type.Attributes[d])]);
        foreach (var row in portion)
        {
            if (missing.TryGetValue(row.Line, out var column))
            {
                await quarantine.AddAsync(row.Line, source.Columns[column], row.Cells[column], RegistryProblems.ReferenceUnknown.With()).ConfigureAwait(false);
                continue;
            }

            var (attribute, key) = KeyOf(row)!.Value;
            if (known[attribute].TryGetValue(key, out var existing))
            {
                await ChangeAsync(row, existing, updates).ConfigureAwait(false);
            }
            else
            {
                await CreateAsync(row, taken, created).ConfigureAwait(false);
            }
        }

        await RegistryWriting.WriteAsync(work, RegistryTables.Subjects(type), RegistryTables.SubjectColumns(type), created, cancel).ConfigureAwait(false);
        await updates.FlushAsync(cancel).ConfigureAwait(false);
        await changes.FlushAsync(cancel).ConfigureAwait(false);
    }

    private async Task<HashSet<string>> TakenPublicIdsAsync(
        List<ParsedRow> portion, Dictionary<RegistryAttribute, Dictionary<string, ExistingSubject>> known, CancellationToken cancel)
    {
        var column = Array.IndexOf(source.Columns, type.PublicId);
        if (column < 0 || type.PublicId == type.Key)
        {
            return [];
        }

        var wanted = portion.Where(r => !known[KeyOf(r)!.Value.By].ContainsKey(KeyOf(r)!.Value.Text)).Select(r => r.Values[column].AsString()).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return [.. (await lookup.NumbersAsync(type, type.PublicId, wanted, cancel).ConfigureAwait(false)).Keys];
    }

    private async ValueTask CreateAsync(ParsedRow row, HashSet<string> takenPublicIds, List<object?[]> created)
    {
        var values = new FeelValue[type.Attributes.Count];
        var given = new bool[values.Length];
        foreach (var attribute in type.Attributes)
        {
            values[attribute.Index] = attribute.NoRecord;
        }

        for (var i = 0; i < source.Columns.Length; i++)
        {
            if (source.Columns[i] is { } attribute && row.IsGiven[i])
            {
                values[attribute.Index] = row.Values[i];
                given[attribute.Index] = true;
            }
        }

        var lacking = type.Attributes.Where(a => values[a.Index].IsNull && (a.IsRequired || a == type.Key || a == type.PublicId)).ToList();
        if (lacking.Count > 0)
        {
            var names = string.Join("、", lacking.Select(a => $"{a.Id}（{a.Name.Zh}）"));
            await quarantine.AddAsync(row.Line, by, row.Cells[byColumn], RegistryProblems.SubjectUnknown.With(names)).ConfigureAwait(false);
            return;
        }

        if (type.PublicId != type.Key && !takenPublicIds.Add(values[type.PublicId.Index].AsString()!))
        {
            await quarantine.AddAsync(row.Line, type.PublicId, values[type.PublicId.Index].AsString(), RegistryProblems.PublicIdDiffers.With()).ConfigureAwait(false);
            return;
        }

        rules.Apply(values);
        var id = nextId++;
        created.Add(RegistryWriting.SubjectRow(type, id, batch, values));
        changes.Touch(id);
        counts.Created++;
    }

    private async ValueTask ChangeAsync(ParsedRow row, ExistingSubject existing, RowUpdates updates)
    {
        if (SaysNothingNew(row, existing))
        {
            counts.Unchanged++;
            return;
        }

        var values = (FeelValue[])[.. existing.Values];
        for (var i = 0; i < source.Columns.Length; i++)
        {
            if (source.Columns[i] is not { } attribute || !row.IsGiven[i] || row.Values[i] == existing.Values[attribute.Index])
            {
                continue;
            }

            values[attribute.Index] = row.Values[i];
            var problem = attribute == type.PublicId || attribute == type.Key ? RegistryProblems.PublicIdDiffers.With()
                : newer.TryGetValue((existing.Id, attribute.Id), out var day) ? RegistryProblems.NewerValueRecorded.With(ValueText.Write(FeelValue.Of(day)))
                : null;
            if (problem is not null)
            {
                await quarantine.AddAsync(row.Line, attribute, row.Cells[i], problem).ConfigureAwait(false);
                return;
            }
        }

        rules.Apply(values);
        foreach (var attribute in type.Attributes.Where(a => values[a.Index] != existing.Values[a.Index]))
        {
            changes.Add(existing.Id, attribute, existing.Values[attribute.Index], values[attribute.Index]);
        }

        counts.Changed++;
        changes.Touch(existing.Id);
        updates.Add([existing.Id], a => values[a.Index]);
    }

    private bool SaysNothingNew(ParsedRow row, ExistingSubject existing)
    {
        for (var i = 0; i < source.Columns.Length; i++)
        {
            if (source.Columns[i] is { } attribute && row.IsGiven[i] && row.Values[i] != existing.Values[attribute.Index])
            {
                return false;
            }
        }

        return true;
    }
}
