namespace Wenbao.Kernel;

/// <summary>A hierarchical code list with roll-up (分类代码树): industries of GB/T 4754, administrative divisions.</summary>
public sealed class CodeTree
{
    private readonly Dictionary<string, CodeEntry> entries;
    private readonly ILookup<string, CodeEntry> children;

    /// <summary>Makes a tree of its entries; every parent that is named must be among them.</summary>
    /// <exception cref="ArgumentException">A code stands twice, or a parent is missing or leads round in a circle.</exception>
    public CodeTree(IEnumerable<CodeEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        this.entries = new Dictionary<string, CodeEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!this.entries.TryAdd(entry.Code, entry))
            {
                throw new ArgumentException($"Code {entry.Code} stands twice.", nameof(entries));
            }
        }

        foreach (var entry in this.entries.Values)
        {
            var steps = 0;
            for (var at = entry; at.Parent is { } parent; steps++)
            {
                if (!this.entries.TryGetValue(parent, out at) || steps > this.entries.Count)
                {
                    throw new ArgumentException($"The parent {parent} above {entry.Code} is missing or leads round in a circle.", nameof(entries));
                }
            }
        }

        children = this.entries.Values.Where(e => e.Parent is not null).ToLookup(e => e.Parent!, StringComparer.Ordinal);
    }

    /// <summary>All entries, in no order.</summary>
    public IReadOnlyCollection<CodeEntry> Entries => entries.Values;

    /// <summary>The entry of a code, or null.</summary>
    public CodeEntry? Find(string code) => entries.GetValueOrDefault(code);

    /// <summary>The entries directly below a code.</summary>
    public IEnumerable<CodeEntry> ChildrenOf(string code) => children[code];

    /// <summary>The code and all above it, from itself to the top; empty for an unknown code.</summary>
    public IEnumerable<CodeEntry> PathOf(string code)
    {
        for (var at = Find(code); at is not null; at = at.Parent is null ? null : Find(at.Parent))
        {
            yield return at;
        }
    }

    /// <summary>The ancestor (or itself) on the level, such as the section of an industry; null when there is none.</summary>
    /// <param name="code">A code of the tree.</param>
    /// <param name="level">The level, 1 at the top.</param>
    public CodeEntry? RollUp(string code, int level) => PathOf(code).FirstOrDefault(e => e.Level == level);

    /// <summary>Whether <paramref name="code"/> is <paramref name="ancestor"/> or lies below it.</summary>
    public bool IsWithin(string code, string ancestor) => PathOf(code).Any(e => e.Code == ancestor);
}

/// <summary>One entry of a code list.</summary>
/// <param name="Code">The code, unique in its list, read as text.</param>
/// <param name="Name">Its name; English falls back to Chinese where the source has none.</param>
/// <param name="Parent">The code above, or null at the top.</param>
/// <param name="Level">The level, 1 at the top.</param>
/// <param name="Kind">What sort of entry, such as <c>subdistrict</c>; null where the list has no kinds.</param>
public sealed record CodeEntry(string Code, LocalizedText Name, string? Parent, int Level, string? Kind = null);
