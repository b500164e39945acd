namespace Wenbao.Policies;

/// <summary>Policies that rule each other out in the same period (互斥).</summary>
internal static class Exclusion
{
    /// <summary>Of every set of eligible policies that exclude each other, the one with the largest amount; the earlier in the catalogue of equals.</summary>
    /// <remarks>Source: catalogue rule G12; the first grant wins, so a subject is told the best before it claims.</remarks>
    public static IReadOnlySet<string> Recommend(IReadOnlyList<PolicyExplanation> explanations)
    {
        var eligible = explanations.Where(e => e.Best.Outcome == Outcome.Eligible).ToList();
        var recommended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in eligible)
        {
            var rivals = eligible.Where(other => other != one && Excludes(one.Policy, other.Policy)).ToList();
            if (rivals.Count > 0 && rivals.All(rival => IsBetter(one, rival)))
            {
                recommended.Add(one.Policy.Id);
            }
        }

        return recommended;
    }

    /// <summary>The eligible policies that could not be had together with this one.</summary>
    public static IReadOnlyList<PolicyExplanation> RivalsOf(PolicyExplanation one, IReadOnlyList<PolicyExplanation> explanations) =>
        [.. explanations.Where(other => other != one && other.Best.Outcome == Outcome.Eligible && Excludes(one.Policy, other.Policy))];

    private static bool Excludes(Policy one, Policy other) => one.ExclusiveWith.Contains(other.Id) || other.ExclusiveWith.Contains(one.Id);

    private static bool IsBetter(PolicyExplanation one, PolicyExplanation other) =>
        one.Total > other.Total || (one.Total == other.Total && one.Policy.Number < other.Policy.Number);
}
