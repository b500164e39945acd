using System.Text.RegularExpressions;

namespace Wenbao.Platform.Packs;

/// <summary>A district as data (数据包): a folder of files on top of the files of the pack it extends.</summary>
public sealed class Pack
{
    internal Pack(PackManifest manifest, string directory, Pack? parent)
    {
        Manifest = manifest;
        Directory = directory;
        Parent = parent;
    }

    /// <summary>What <c>pack.yaml</c> says.</summary>
    public PackManifest Manifest { get; }

    /// <summary>The pack's id.</summary>
    public string Id => Manifest.Id;

    /// <summary>The pack's folder on this machine.</summary>
    public string Directory { get; }

    /// <summary>The pack this one extends, or null.</summary>
    public Pack? Parent { get; }

    /// <summary>The file at a relative path: the pack's own, else the nearest parent's; null when none has it.</summary>
    /// <param name="relativePath">Such as <c>reference/holidays.csv</c>; a path that leads out of the pack finds nothing.</param>
    public PackFile? Find(string relativePath)
    {
        ArgumentNullException.ThrowIfNull(relativePath);
        if (Path.IsPathRooted(relativePath) || relativePath.Split('/', '\\').Contains(".."))
        {
            return null;
        }

        for (var pack = this; pack is not null; pack = pack.Parent)
        {
            var full = Path.GetFullPath(Path.Combine(pack.Directory, relativePath));
            if (File.Exists(full))
            {
                return new PackFile(Relative(pack, full), full, pack.Id, !ReferenceEquals(pack, this));
            }
        }

        return null;
    }

    /// <summary>The files that match a pattern, own and inherited; a file of the child hides the parent's file of the same relative path.</summary>
    /// <param name="glob">A pattern with <c>*</c> within a folder name, <c>**/</c> over any folders and <c>?</c>, such as <c>policies/*/policy.yaml</c>.</param>
    /// <returns>In ordinal order of the relative path.</returns>
    public IReadOnlyList<PackFile> Files(string glob)
    {
        ArgumentNullException.ThrowIfNull(glob);
        var pattern = GlobPattern(glob);
        var found = new SortedDictionary<string, PackFile>(StringComparer.Ordinal);
        for (var pack = this; pack is not null; pack = pack.Parent)
        {
            foreach (var full in System.IO.Directory.EnumerateFiles(pack.Directory, "*", SearchOption.AllDirectories))
            {
                var relative = Relative(pack, full);
                if (pattern.IsMatch(relative))
                {
                    found.TryAdd(relative, new PackFile(relative, full, pack.Id, !ReferenceEquals(pack, this)));
                }
            }
        }

        return [.. found.Values];
    }

    private static string Relative(Pack pack, string full) =>
        Path.GetRelativePath(pack.Directory, full).Replace(Path.DirectorySeparatorChar, '/');

    private static Regex GlobPattern(string glob)
    {
        var escaped = Regex.Escape(glob)
            .Replace(@"\*\*/", "(.*/)?", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return new Regex("^" + escaped + "$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
