using System.Data.Common;
using Wenbao.Feel;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Looks up subjects of a file's portion in the registry.</summary>
internal sealed class KeyedLookup(IUnitOfWork work)
{
    /// <summary>Keys looked up in one statement.</summary>
    public const int KeysAtOnce = 500;

    /// <summary>The subjects that have one of the texts in a column: number and all values.</summary>
    public async Task<Dictionary<string, ExistingSubject>> SubjectsAsync(SubjectType type, RegistryAttribute by, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var found = new Dictionary<string, ExistingSubject>(keys.Count, StringComparer.Ordinal);
        var columns = string.Join(", ", type.Attributes.Select(a => Quote(a.Id)));
        var types = (AttributeType?[])[null, .. type.Attributes.Select(a => a.Type)];
        foreach (var portion in keys.Chunk(KeysAtOnce))
        {
            var command = WithKeys($"SELECT id, {columns} FROM {Quote(RegistryTables.Subjects(type))} WHERE {Quote(by.Id)}", portion);
            await using var rows = await command.RowsAsync(types, cancel).ConfigureAwait(false);
            while (await rows.ReadAsync(cancel).ConfigureAwait(false))
            {
                var values = new FeelValue[type.Attributes.Count];
                rows.Values(1, values);
                found[values[by.Index].AsString()!] = new ExistingSubject(rows.Number(0), values);
            }
        }

        return found;
    }

    /// <summary>The numbers of the subjects that have one of the texts in a column.</summary>
    public async Task<Dictionary<string, long>> NumbersAsync(SubjectType type, RegistryAttribute by, IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        var found = new Dictionary<string, long>(keys.Count, StringComparer.Ordinal);
        foreach (var portion in keys.Chunk(KeysAtOnce))
        {
            var command = WithKeys($"SELECT id, {Quote(by.Id)} FROM {Quote(RegistryTables.Subjects(type))} WHERE {Quote(by.Id)}", portion);
            await using var rows = await command.RowsAsync([null, by.Type], cancel).ConfigureAwait(false);
            while (await rows.ReadAsync(cancel).ConfigureAwait(false))
            {
                found[rows.Value(1).AsString()!] = rows.Number(0);
            }
        }

        return found;
    }

    /// <summary>Which attributes of which subjects have a change after the day.</summary>
    public async Task<Dictionary<(long Subject, string Attribute), DateOnly>> NewerChangesAsync(SubjectType type, DateOnly day, CancellationToken cancel)
    {
        var newer = new Dictionary<(long, string), DateOnly>();
        var command = work.Command("SELECT subject_id, attribute, max(effective_on) FROM reg_change WHERE subject_type = @type AND effective_on > @day GROUP BY subject_id, attribute")
            .With(work.Dialect, "type", ColumnType.Text, type.Id)
            .With(work.Dialect, "day", ColumnType.Date, day);
        await using var rows = await command.RowsAsync([null, AttributeType.Parse("string"), AttributeType.Parse("date")], cancel).ConfigureAwait(false);
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            newer[(rows.Number(0), rows.Value(1).AsString()!)] = rows.Value(2).AsDate()!.Value;
        }

        return newer;
    }

    private DbCommand WithKeys(string sql, string[] keys)
    {
        var command = work.Command($"{sql} IN ({string.Join(", ", Enumerable.Range(0, keys.Length).Select(i => $"@k{i}"))})");
        for (var i = 0; i < keys.Length; i++)
        {
            command.With(work.Dialect, $"k{i}", ColumnType.Text, keys[i]);
        }

        return command;
    }

    private string Quote(string name) => work.Dialect.Quote(name);
}

/// <summary>A subject as the registry has it.</summary>
/// <param name="Id">The row's number.</param>
/// <param name="Values">All values in declared order.</param>
internal sealed record ExistingSubject(long Id, FeelValue[] Values);
