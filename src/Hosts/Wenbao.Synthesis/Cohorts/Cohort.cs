namespace Wenbao.Synthesis;

/// <summary>A group of subjects picked from a table, and what is set and recorded for them (批次).</summary>
/// <param name="Id">The id, by which others name its members.</param>
/// <param name="Where">Who may be picked.</param>
/// <param name="Weight">Whom to pick rather: a number not below 0; null for an even draw.</param>
/// <param name="Keeps">Attributes that must stay as they are for the members, though nothing is set.</param>
/// <param name="Variables">How each variable is drawn, in order.</param>
/// <param name="Sets">What is set, in order.</param>
/// <param name="Records">The records that are added.</param>
/// <param name="Recipes">The parts it falls into, in order.</param>
internal sealed record Cohort(
    string Id,
    RowFilter? Where,
    ValueShape? Weight,
    IReadOnlyList<string> Keeps,
    IReadOnlyList<(int Position, string Name, ValueShape Shape)> Variables,
    IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> Sets,
    IReadOnlyList<RecordRecipe> Records,
    IReadOnlyList<Recipe> Recipes)
{
    /// <summary>How many variables there are, parts of records included.</summary>
    public int VariableCount { get; init; }

    /// <summary>Where the pack writes it: file and line.</summary>
    public string? Place { get; init; }

    /// <summary>Whether later cohorts must leave alone what this one sets; false for cohorts that only shape the table.</summary>
    public bool Claims { get; init; } = true;
}

/// <summary>How many members a recipe takes, beside a fixed number.</summary>
internal enum PickMode
{
    /// <summary>A number, scaled with the size.</summary>
    Count,

    /// <summary>All that are left.</summary>
    Rest,
}

/// <summary>One part of a cohort: those who get a policy, those who narrowly miss it, those who fail (配方).</summary>
internal sealed record Recipe(
    string Id,
    PickMode Mode,
    int Count,
    RowFilter? Where,
    IReadOnlyDictionary<int, AllotRule> Allots,
    IReadOnlyList<Variant> Variants,
    IReadOnlyList<string> NullOneOf,
    bool NoRecords);

/// <summary>How a variable is shared out over the members of a recipe.</summary>
/// <param name="Total">The total.</param>
/// <param name="Step">The step of the parts.</param>
/// <param name="Min">The least of a part.</param>
/// <param name="Max">The most of a part.</param>
/// <param name="Less">A variable whose sum over the members is taken off the total; null for none.</param>
internal sealed record AllotRule(decimal Total, decimal Step, ValueShape? Min, ValueShape? Max, int? Less);

/// <summary>One way in which members of a recipe differ from the others.</summary>
/// <param name="Name">The name, such as the condition that fails.</param>
/// <param name="Weight">Its share among the variants; used when <paramref name="Count"/> is null.</param>
/// <param name="Count">A fixed number of members, scaled with the size; those of the recipe in picked order.</param>
/// <param name="Variables">Variables drawn otherwise.</param>
/// <param name="Sets">What is set besides, after the cohort's own.</param>
/// <param name="Fields">Record fields drawn otherwise, by list and field.</param>
/// <param name="Drops">Lists that get no records.</param>
internal sealed record Variant(
    string Name,
    double Weight,
    int? Count,
    IReadOnlyDictionary<int, ValueShape> Variables,
    IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> Sets,
    IReadOnlyDictionary<(string List, string Field), ValueShape> Fields,
    IReadOnlySet<string> Drops);

/// <summary>Records of one list that each member gets.</summary>
/// <param name="List">The list.</param>
/// <param name="When">When the member gets any; null for always.</param>
/// <param name="Count">How many; null when <paramref name="Each"/> or a split says so.</param>
/// <param name="Each">A field and the values it takes, one record each; null for none.</param>
/// <param name="Split">What is shared out over the records; null for nothing.</param>
/// <param name="Fields">The fields, in order.</param>
/// <param name="Divisions">Amounts that are divided into several fields.</param>
/// <param name="Children">The records below each.</param>
internal sealed record RecordRecipe(
    RecordTable List,
    RowFilter? When,
    ValueShape? Count,
    (PopulationColumn Column, IReadOnlyList<Datum> Values)? Each,
    SplitRule? Split,
    IReadOnlyList<(PopulationColumn Column, ValueShape Shape)> Fields,
    IReadOnlyList<DivisionRule> Divisions,
    IReadOnlyList<RecordRecipe> Children);

/// <summary>How an amount is shared out over records: evenly on steps, the remainder on the first.</summary>
/// <param name="Of">The amount.</param>
/// <param name="Part">The variable that holds each part.</param>
/// <param name="Step">The step of the parts.</param>
/// <param name="AtMost">The most of a part, which then decides how many records there are; null when the count is given.</param>
/// <param name="Filled">Whether parts are filled to the most before the next begins, instead of evenly.</param>
internal sealed record SplitRule(ValueShape Of, int Part, decimal Step, ValueShape? AtMost, bool Filled);

/// <summary>An amount divided into fields by fixed shares, the remainder on the first.</summary>
internal sealed record DivisionRule(ValueShape Of, decimal Step, IReadOnlyList<(PopulationColumn Column, decimal Share)> Into);
