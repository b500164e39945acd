using System.Text.Encodings.Web;
using System.Text.Json;
using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Reads and writes record tables within an import.</summary>
internal sealed class RecordTable(IUnitOfWork work, SubjectType type)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One text for the values of a key.</summary>
    public static string KeyText(IEnumerable<FeelValue> key) =>
        string.Join('|', key.Select(v => (ValueText.Write(v) ?? "").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)));

    /// <summary>A record's values for the history; personal and secret ones are left out.</summary>
    public static string Text(RecordList list, IReadOnlyList<FeelValue> values) =>
        JsonSerializer.Serialize(list.Fields.Where(f => !f.IsMasked).ToDictionary(f => f.Id, f => ValueText.Write(values[f.Index])), Json);

    /// <summary>The records of some subjects, by subject; an entry for each subject asked for.</summary>
    public async Task<Dictionary<long, StoredRecords>> ReadAsync(RecordList list, IReadOnlyCollection<long> subjects, CancellationToken cancel)
    {
        var found = subjects.Distinct().ToDictionary(s => s, _ => new StoredRecords());
        var above = list.Parent is null ? null : await ReadAsync(list.Parent, subjects, cancel).ConfigureAwait(false);
        var prefix = RegistryTables.RecordPrefix(list);
        var columns = string.Join(", ", RegistryTables.RecordColumns(list).Select(c => work.Dialect.Quote(c.Name)));
        AttributeType?[] types = [.. new AttributeType?[prefix], .. list.Fields.Select(f => f.Type)];
        foreach (var portion in subjects.Distinct().Chunk(KeyedLookup.KeysAtOnce))
        {
            var command = work.Command($"SELECT {columns} FROM {work.Dialect.Quote(RegistryTables.Records(type, list))} WHERE subject_id IN ({string.Join(", ", portion)}) ORDER BY subject_id, row_id");
            await using var rows = await command.RowsAsync(types, cancel).ConfigureAwait(false);
            while (await rows.ReadAsync(cancel).ConfigureAwait(false))
            {
                var values = new FeelValue[list.Fields.Count];
                rows.Values(prefix, values);
                var subject = rows.Number(0);
                var key = KeyText(list.OwnKey.Select(k => values[k.Index]));
                var parentKey = above is null ? "" : above[subject].KeyOf(rows.Number(2)) + "|";
                found[subject].Put(parentKey + key, new StoredRecord(rows.Number(1), values));
            }
        }

        return found;
    }

    /// <summary>Adds rows.</summary>
    public Task InsertAsync(RecordList list, List<object?[]> rows, CancellationToken cancel) =>
        RegistryWriting.WriteAsync(work, RegistryTables.Records(type, list), RegistryTables.RecordColumns(list), rows, cancel);

    /// <summary>Deletes a record and those below it.</summary>
    public async Task DeleteAsync(RecordList list, long subject, long row, CancellationToken cancel)
    {
        foreach (var child in list.Children)
        {
            var below = new List<long>();
            await using (var rows = await work.Command($"SELECT row_id FROM {work.Dialect.Quote(RegistryTables.Records(type, child))} WHERE subject_id = {subject} AND parent_row_id = {row}").RowsAsync([null], cancel).ConfigureAwait(false))
            {
                while (await rows.ReadAsync(cancel).ConfigureAwait(false))
                {
                    below.Add(rows.Number(0));
                }
            }

            foreach (var one in below)
            {
                await DeleteAsync(child, subject, one, cancel).ConfigureAwait(false);
            }
        }

        await work.ExecuteAsync($"DELETE FROM {work.Dialect.Quote(RegistryTables.Records(type, list))} WHERE subject_id = {subject} AND row_id = {row}", cancel).ConfigureAwait(false);
    }
}

/// <summary>A stored record.</summary>
/// <param name="Row">Its number within the subject.</param>
/// <param name="Values">Its fields.</param>
internal sealed record StoredRecord(long Row, FeelValue[] Values);

/// <summary>The records of one subject by key.</summary>
internal sealed class StoredRecords
{
    private readonly Dictionary<string, StoredRecord> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> keys = [];
    private long last;

    public StoredRecord? Find(string key) => byKey.GetValueOrDefault(key);

    public string? KeyOf(long row) => keys.GetValueOrDefault(row);

    public IEnumerable<(string Key, StoredRecord Record)> All() => byKey.Select(r => (r.Key, r.Value));

    public void Put(string key, StoredRecord record)
    {
        byKey[key] = record;
        keys[record.Row] = key;
        last = Math.Max(last, record.Row);
    }

    public long Add(string key, FeelValue[] values)
    {
        Put(key, new StoredRecord(last + 1, values));
        return last;
    }
}
