namespace Wenbao.Synthesis;

/// <summary>What has been made so far: the tables and the members of each stratum, cohort and recipe.</summary>
internal sealed class PopulationState(ulong seed, decimal scale)
{
    /// <summary>The seed.</summary>
    public ulong Seed { get; } = seed;

    /// <summary>The share of the full size that is made, such as 1 or 0.1.</summary>
    public decimal Scale { get; } = scale;

    /// <summary>The tables by subject type.</summary>
    public Dictionary<string, PopulationTable> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>The members by cohort id, and by <c>cohort/recipe</c>.</summary>
    public Dictionary<string, MemberList> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>A count at the size that is made: nearest whole number, and 1 where the full size has any.</summary>
    public int Scaled(long count) => count == 0 ? 0 : Scale == 1 ? (int)count : Math.Max(1, (int)decimal.Round(count * Scale, MidpointRounding.AwayFromZero));

    /// <summary>Notes a member.</summary>
    public void Join(string cohort, PopulationTable table, int row)
    {
        if (!Members.TryGetValue(cohort, out var members))
        {
            Members.Add(cohort, members = new MemberList(table));
        }

        members.Add(row);
    }
}

/// <summary>The members of a cohort in the order they were picked.</summary>
internal sealed class MemberList(PopulationTable table)
{
    private readonly HashSet<int> set = [];
    private readonly List<int> rows = [];

    /// <summary>The table they are rows of.</summary>
    public PopulationTable Table { get; } = table;

    /// <summary>Their rows.</summary>
    public IReadOnlyList<int> Rows => rows;

    /// <summary>Whether a row is among them.</summary>
    public bool Contains(int row) => set.Contains(row);

    /// <summary>Adds a row; one that is there already is not added twice.</summary>
    public void Add(int row)
    {
        if (set.Add(row))
        {
            rows.Add(row);
        }
    }
}
