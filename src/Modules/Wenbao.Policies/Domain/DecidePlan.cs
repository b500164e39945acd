namespace Wenbao.Policies;

/// <summary>Which decisions are made of one subject as of a day, and on which evaluation dates.</summary>
public abstract record DecidePlan
{
    /// <summary>One decision, on the day itself.</summary>
    public sealed record OncePerSubject : DecidePlan;

    /// <summary>One decision at the end of each month of the year up to the day.</summary>
    public sealed record EachMonth : DecidePlan;

    /// <summary>One decision for each record of a list, on the date in one of its fields, within the year up to the day.</summary>
    /// <param name="List">The list's id in the registry.</param>
    /// <param name="DateField">The field that holds the evaluation date.</param>
    public sealed record EachRecord(string List, string DateField) : DecidePlan;
}
