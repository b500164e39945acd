using System.Globalization;
using Wenbao.Platform.Data;

namespace Wenbao.Registry;

/// <summary>Names of subjects for lists, masked where they are personal.</summary>
/// <param name="database">The database.</param>
public sealed class SubjectNames(Database database)
{
    /// <summary>The names of some subjects by their numbers.</summary>
    /// <param name="type">The subject type.</param>
    /// <param name="ids">A page of numbers.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<long, string>> ReadAsync(SubjectType type, IReadOnlyList<long> ids, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(ids);
        var names = new Dictionary<long, string>();
        if (ids.Count == 0)
        {
            return names;
        }

        var dialect = database.Dialect;
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        var numbers = string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        await using var command = snapshot.Command(
            $"SELECT id, {dialect.Quote(type.Display.Id)} FROM {dialect.Quote(RegistryTables.Subjects(type))} WHERE id IN ({numbers})");
        await using var reader = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await reader.ReadAsync(cancel).ConfigureAwait(false))
        {
            names[reader.GetInt64(0)] = Shown(type, reader.GetValue(1) as string ?? "");
        }

        return names;
    }

    /// <summary>A subject's name as it may be shown: of personal names only the first character.</summary>
    public static string Shown(SubjectType type, string name)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(name);
        return type.Display.IsMasked && name.Length > 0 ? string.Concat(name.AsSpan(0, 1), new string('*', Math.Max(1, name.Length - 1))) : name;
    }

    /// <summary>A number that grows with every import; equal numbers mean an unchanged registry.</summary>
    public async Task<long> VersionAsync(CancellationToken cancel = default)
    {
        await using var snapshot = await ReadSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using var command = snapshot.Command("SELECT coalesce(max(batch_id), 0) FROM reg_batch");
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }
}
