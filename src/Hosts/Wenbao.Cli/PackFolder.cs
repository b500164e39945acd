namespace Wenbao.Cli;

/// <summary>Finds the pack when none is named: <c>packs/jimo-2020</c> in the current folder or one above it, then beside the program.</summary>
internal static class PackFolder
{
    private static readonly string Default = Path.Combine("packs", "jimo-2020");

    /// <summary>The folder named, or the default one; the name itself when nothing is found, so that the pack reader says what is missing.</summary>
    public static string Find(string? named)
    {
        if (named is not null)
        {
            return named;
        }

        foreach (var start in new[] { Directory.GetCurrentDirectory(), AppContext.BaseDirectory })
        {
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var candidate = Path.Combine(at.FullName, Default);
                if (File.Exists(Path.Combine(candidate, "pack.yaml")))
                {
                    return candidate;
                }
            }
        }

        return Default;
    }
}
