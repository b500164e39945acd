namespace Wenbao.Platform.Packs;

/// <summary>Remembers which keys a mapping was asked for, so that keys nobody knows can be reported when reading is complete.</summary>
internal sealed class KeyWatch(PackFile file)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> missing = new(StringComparer.Ordinal);
    private readonly List<(string Key, int Line)> written = [];

    /// <summary>Whether any key is allowed: the mapping is a table of free names or carries what others read.</summary>
    public bool IsOpen { get; set; }

    public void Written(string key, int line) => written.Add((key, line));

    public void Asked(string key) => asked.Add(key);

    /// <summary>Whether the key is missed for the first time: the rows of a table share one watch and one report.</summary>
    public bool MissedFirst(string key) => missing.Add(key);

    public void ReportUnknown(PackReader reader)
    {
        if (IsOpen || asked.Count == 0)
        {
            return;
        }

        foreach (var (key, line) in written)
        {
            if (!asked.Contains(key))
            {
                var (zh, en) = Hint(key);
                reader.Report(PackProblems.UnknownKey.At($"{file.Display}:{line}", key, zh, en));
            }
        }
    }

    private (string Zh, string En) Hint(string key)
    {
        var nearest = asked.Select(k => (Key: k, Distance: NearestName.Distance(key, k))).OrderBy(k => k.Distance).ThenBy(k => k.Key, StringComparer.Ordinal).First();
        if (nearest.Distance <= Math.Max(2, key.Length / 3))
        {
            return ($"是否为“{nearest.Key}”？", $"Did you mean “{nearest.Key}”?");
        }

        var all = string.Join(", ", asked.Order(StringComparer.Ordinal));
        return ($"可用：{all}。", $"Known: {all}.");
    }
}
