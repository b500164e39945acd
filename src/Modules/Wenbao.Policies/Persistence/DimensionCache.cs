using System.Collections.Concurrent;
using Wenbao.Registry;

namespace Wenbao.Policies.Persistence;

/// <summary>Town, industry and size of every subject in a few bytes each, so that a funnel under a filter needs no join; read again when the registry has changed.</summary>
internal sealed class DimensionCache(RegistryDeclaration declaration, DimensionReader reader, SubjectNames names)
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

        var read = new Dictionary<long, Dimensions>();
        await foreach (var placed in reader.StreamAsync(declaration.Find(subjectType)!, cancel).ConfigureAwait(false))
        {
            read[placed.Id] = new Dimensions(placed.Town, placed.Industry, placed.Size);
        }

        cache[subjectType] = (version, read);
        return read;
    }

    private readonly record struct Dimensions(string? Town, string? Industry, string? Size);
}
