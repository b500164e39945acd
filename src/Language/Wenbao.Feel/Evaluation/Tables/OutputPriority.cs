namespace Wenbao.Feel.Evaluation;

/// <summary>Sorts hits by the declared order of output values, the first column first; undeclared values come last.</summary>
internal static class OutputPriority
{
    public static List<FeelValue[]> Sort(List<FeelValue[]> hits, IReadOnlyList<IReadOnlyList<FeelValue>> priorities)
    {
        IOrderedEnumerable<FeelValue[]> sorted = hits.OrderBy(_ => 0);
        for (var i = 0; i < priorities.Count; i++)
        {
            var column = i;
            sorted = sorted.ThenBy(hit => column < hit.Length ? Rank(hit[column], priorities[column]) : 0);
        }

        return [.. sorted];
    }

    private static int Rank(FeelValue value, IReadOnlyList<FeelValue> declared)
    {
        for (var i = 0; i < declared.Count; i++)
        {
            if (declared[i] == value)
            {
                return i;
            }
        }

        return declared.Count;
    }
}
