using Wenbao.Kernel;
using Wenbao.Platform.Packs;

namespace Wenbao.Registry;

/// <summary>Finds the attribute of each column of a file by id or by its name in either language.</summary>
internal static class HeaderMatcher
{
    /// <summary>Matches the header.</summary>
    /// <param name="header">The header's cells.</param>
    /// <param name="known">The attributes that may stand there; the first of a name wins.</param>
    /// <returns>One attribute a column, null for a column without a name and content; or every mistake with the nearest names.</returns>
    public static Result<RegistryAttribute?[]> Match(IReadOnlyList<string?> header, IReadOnlyList<RegistryAttribute> known)
    {
        var names = new Dictionary<string, RegistryAttribute>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in known)
        {
            names.TryAdd(attribute.Id, attribute);
        }

        foreach (var attribute in known)
        {
            names.TryAdd(attribute.Name.Zh, attribute);
            names.TryAdd(attribute.Name.En, attribute);
        }

        var problems = new List<Problem>();
        var columns = new RegistryAttribute?[header.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = (header[i] ?? "").Trim().Trim('\uFEFF');
            if (name.Length == 0)
            {
                continue;
            }

            if (!names.TryGetValue(name, out var attribute))
            {
                problems.Add(RegistryProblems.HeaderUnknown.At($"1:{i + 1}", Shortened(name), Nearest(name, known)));
            }
            else if (Array.IndexOf(columns, attribute, 0, i) >= 0)
            {
                problems.Add(RegistryProblems.HeaderTwice.At($"1:{i + 1}", name));
            }

            columns[i] = attribute;
        }

        return problems.Count == 0 ? columns : RegistryProblems.HeadersWrong.With(problems.Count) with { Details = problems };
    }

    private static string Nearest(string name, IReadOnlyList<RegistryAttribute> known)
    {
        var nearest = known
            .Select(a => (Attribute: a, Distance: Math.Min(Relative(name, a.Id), Math.Min(Relative(name, a.Name.Zh), Relative(name, a.Name.En)))))
            .OrderBy(a => a.Distance).ThenBy(a => a.Attribute.Index).Take(3);
        return string.Join("、", nearest.Select(a => $"{a.Attribute.Id}（{a.Attribute.Name.Zh}）"));
    }

    /// <summary>The share of characters to change; a name inside the other counts as near.</summary>
    private static double Relative(string left, string right) =>
        left.Length > 200 ? 1
        : right.Contains(left, StringComparison.OrdinalIgnoreCase) || left.Contains(right, StringComparison.OrdinalIgnoreCase) ? 0.3
        : (double)NearestName.Distance(left.ToUpperInvariant(), right.ToUpperInvariant()) / Math.Max(left.Length, right.Length);

    private static string Shortened(string name) => name.Length > 60 ? name[..60] + "…" : name;
}
