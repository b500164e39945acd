namespace Wenbao.Synthesis;

/// <summary>What a shape sees while it draws a value: the row, the variables of its cohort, the record being made, and its random numbers. One for each thread.</summary>
internal sealed class RowContext(PopulationTable table, ulong seed)
{
    private readonly ulong tableSalt = Draws.Salt(table.Type.Id);
    private Draws draws;

    /// <summary>The table.</summary>
    public PopulationTable Table { get; } = table;

    /// <summary>The row of the subject.</summary>
    public int Row { get; set; }

    /// <summary>The position of the subject among the members of its stratum or recipe, from 0.</summary>
    public int Member { get; set; }

    /// <summary>The variables of the cohort, by position.</summary>
    public Datum[] Variables { get; set; } = [];

    /// <summary>The records being made: the list and its row, the innermost last.</summary>
    public List<(RecordTable Table, int Row)> Records { get; } = [];

    /// <summary>The position of the record among its siblings, from 0.</summary>
    public int Index { get; set; }

    /// <summary>The random numbers of the value being drawn.</summary>
    public ref Draws Random => ref draws;

    /// <summary>Starts the random numbers of a value.</summary>
    /// <param name="salt">What is drawn: the salt of cohort and attribute.</param>
    public void Start(ulong salt) => draws = new Draws(Draws.Key(seed, tableSalt, (ulong)Row, salt));
}
