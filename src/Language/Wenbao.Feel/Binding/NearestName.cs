namespace Wenbao.Feel.Binding;

/// <summary>Finds the known name a misspelt one probably means.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest edits, when these are at most a third of its length (at least one); else null.</summary>
    public static string? To(string name, IEnumerable<string> known)
    {
        string? best = null;
        var fewest = int.MaxValue;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - name.Length) > 8 || candidate.Length > 64)
            {
                continue;
            }

            var edits = Edits(name, candidate);
            if (edits < fewest && edits <= Math.Max(1, candidate.Length / 3) && edits < candidate.Length)
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
