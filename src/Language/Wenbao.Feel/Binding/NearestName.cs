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

    /// <summary>How many characters are to be put in, taken out, replaced or swapped with their neighbour.</summary>
    private static int Edits(string from, string to)
    {
        var beforeLast = new int[to.Length + 1];
        var last = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[^1];
    }
}
