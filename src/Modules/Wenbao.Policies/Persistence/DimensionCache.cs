using System.Collections.Concurrent;
using Wenbao.Registry;

namespace Wenbao.Policies.Persistence;

/// <summary>Town, industry and size of every subject in a few bytes each, so that a funnel under a filter needs no join; read again when the registry has changed.</summary>
internal sealed class DimensionCache(RegistryDeclaration declaration, SubjectReader reader, SubjectNames names)
{
    private readonly ConcurrentDictionary<string, (long Version, IReadOnlyDictionary<long, Dimensions> BySubject)> cache = new(StringComparer.Ordinal);

    /// <summary>A test of subject ids for a filter.</summary>
    public async Task<Predicate<long>> FilterAsync(string subjectType, SubjectFilter filter, CancellationToken cancel)
    {
        var bySubject = await ReadAsync(subjectType, cancel).ConfigureAwait(false);
        return id => bySubject.TryGetValue(id, out var d)
            && (filter.Town is null || d.Town == filter.Town)
            && (filter.Industry is null || d.Industry == filter.Industry)
            && (filter.Size is null || d.Size == filter.Size);
    }

    private async Task<IReadOnlyDictionary<long, Dimensions>> ReadAsync(string subjectType, CancellationToken cancel)
    {
        var version = await names.VersionAsync(cancel).ConfigureAwait(false);
        if (cache.TryGetValue(subjectType, out var kept) && kept.Version == version)
        {
            return kept.BySubject;
        }

        var type = declaration.Find(subjectType)!;
        var attributes = new[] { "town", "industry", "size" }.Select(d => type.Dimensions.GetValueOrDefault(d)).ToList();
        var columns = attributes.OfType<RegistryAttribute>().Select(a => a.Id).Distinct(StringComparer.Ordinal).ToList();
        var positions = attributes.Select(a => a is null ? -1 : columns.IndexOf(a.Id)).ToList();
        var read = new Dictionary<long, Dimensions>();
        await foreach (var batch in reader.StreamAsync(type, new SubjectQuery { Columns = columns, WithHistory = false, BatchSize = 8192 }, cancel).ConfigureAwait(false))
        {
            foreach (var row in batch.Rows)
            {
                read[row.Id] = new Dimensions(Value(row, positions[0]), Value(row, positions[1]), Value(row, positions[2]));
            }
        }

        cache[subjectType] = (version, read);
        return read;
    }

    private static string? Value(SubjectRow row, int position) => position < 0 ? null : row.Values[position].AsString();

    private readonly record struct Dimensions(string? Town, string? Industry, string? Size);
}
