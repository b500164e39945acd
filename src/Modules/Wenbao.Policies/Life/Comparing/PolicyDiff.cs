using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>What differs between two versions of a policy (版本比较); what is alike is left out.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later version, or the draft as it would be named.</param>
/// <param name="Metadata">Title, validity and the like.</param>
/// <param name="Clauses">Clauses, by anchor.</param>
/// <param name="Conditions">Conditions, by id: label, formula, reason, mend, clause.</param>
/// <param name="Steps">Steps of the amount, by id.</param>
/// <param name="Inputs">Inputs, by name.</param>
/// <param name="Parameters">Parameters, value by day.</param>
public sealed record PolicyDiff(
    string Policy,
    string From,
    string To,
    IReadOnlyList<FieldDiff> Metadata,
    IReadOnlyList<ItemDiff> Clauses,
    IReadOnlyList<ItemDiff> Conditions,
    IReadOnlyList<ItemDiff> Steps,
    IReadOnlyList<ItemDiff> Inputs,
    IReadOnlyList<ParameterDiff> Parameters)
{
    /// <summary>Whether the versions say the same.</summary>
    public bool IsEmpty => Metadata.Count + Clauses.Count + Conditions.Count + Steps.Count + Inputs.Count + Parameters.Count == 0;
}

/// <summary>Something that was added, taken away or changed.</summary>
/// <param name="Id">Anchor, id or name.</param>
/// <param name="Fields">What differs of it; of something added or taken away, all it says.</param>
/// <param name="Label">What people call it, as the later version says, or the earlier where it was taken away; null where it has no other name.</param>
public sealed record ItemDiff(string Id, IReadOnlyList<FieldDiff> Fields, LocalizedText? Label = null)
{
    /// <summary>Whether only the later version has it.</summary>
    public bool IsAdded => Fields.All(f => f.Before is null);

    /// <summary>Whether only the earlier version has it.</summary>
    public bool IsRemoved => Fields.All(f => f.After is null);
}

/// <summary>A text that differs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Before">In the earlier version; null when it says nothing.</param>
/// <param name="After">In the later one; null likewise.</param>
public sealed record FieldDiff(LocalizedText Name, string? Before, string? After);

/// <summary>A parameter that differs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit; null for none.</param>
/// <param name="Values">The days on which the values differ.</param>
public sealed record ParameterDiff(string Id, LocalizedText Name, LocalizedText? Unit, IReadOnlyList<ValueDiff> Values);

/// <summary>A value that differs from a day on.</summary>
/// <param name="From">The day.</param>
/// <param name="Before">The value in force that day by the earlier version; null when it has no such parameter.</param>
/// <param name="After">By the later one; null likewise.</param>
public sealed record ValueDiff(DateOnly From, string? Before, string? After);
