namespace Wenbao.Policies;

/// <summary>Where an input's value comes from when a policy is matched against the registry.</summary>
public abstract record InputSource
{
    /// <summary>What it names in the registry or the series, as policy.yaml writes it; empty for sources that name nothing.</summary>
    public string Named => this switch
    {
        Attribute attribute => attribute.Path,
        Records records => records.List,
        MonthlySum sum => sum.List + "." + sum.Field,
        CaseField judged => judged.Field,
        Series { OnField: { } on } series => series.Column + " (" + on + ")",
        Series series => series.Column,
        GrantedValues values => values.Input,
        GrantedSame same => string.Join(", ", same.Fields),
        GrantedLinked linked => string.Join(", ", linked.Link.Policies),
        _ => "",
    };

    /// <summary>The evaluation date.</summary>
    public sealed record EvaluationDate : InputSource;

    /// <summary>The month of the evaluation date as <c>YYYY-MM</c>.</summary>
    public sealed record EvaluationMonth : InputSource;

    /// <summary>The first day of the school term that the evaluation date lies in, from the pack's calendar.</summary>
    public sealed record TermStart : InputSource;

    /// <summary>An attribute of the subject, or of a subject it refers to (<c>owner.status</c>).</summary>
    public sealed record Attribute(string Path) : InputSource;

    /// <summary>A record list of the subject, whole; or, when the list is a child of the list that is judged record by record, the children of the record.</summary>
    public sealed record Records(string List, IReadOnlyDictionary<string, string> FieldNames) : InputSource;

    /// <summary>The sum of one field over the records of the evaluation month.</summary>
    public sealed record MonthlySum(string List, string Field, string MonthField, Feel.FeelValue Otherwise) : InputSource;

    /// <summary>A field of the record being judged.</summary>
    public sealed record CaseField(string Field) : InputSource;

    /// <summary>A published series: the value of the evaluation month, or the last one published on or before a date of the record.</summary>
    public sealed record Series(string Column, string? OnField) : InputSource;

    /// <summary>The ids of policies granted in the same period.</summary>
    public sealed record Granted : InputSource;

    /// <summary>Something counted over what this subject was already found for under the same policy.</summary>
    public sealed record Accumulated(AccumulationKind Kind, AccumulationSpan Span, Feel.FeelValue Start) : InputSource
    {
        /// <summary>What policy.yaml calls it: <c>amount</c>, <c>count</c>, <c>next_number</c>, or the name of something that only granted entitlements tell.</summary>
        public string Name { get; init; } = "";
    }

    /// <summary>The values that an input had in earlier grants of the same policy, each once.</summary>
    /// <param name="Input">The input, one that holds a text.</param>
    /// <param name="Span">Over which span grants count.</param>
    /// <param name="SpanOf">Another span for single values.</param>
    /// <param name="Start">The value where nothing is known of grants.</param>
    /// <remarks>Source: catalogue policy 59, input <c>granted_kinds</c>: construction counts in any year, operation only in the year of the case.</remarks>
    public sealed record GrantedValues(string Input, AccumulationSpan Span, IReadOnlyDictionary<string, AccumulationSpan> SpanOf, Feel.FeelValue Start) : InputSource;

    /// <summary>Whether the same policy was granted before for an event that has the same values in some fields.</summary>
    /// <param name="Fields">Fields of the record judged; all of the event's key.</param>
    /// <param name="Span">Over which span grants count.</param>
    /// <param name="Start">The value where nothing is known of grants.</param>
    /// <remarks>Source: catalogue policy 52, input <c>same_cause_12m</c>.</remarks>
    public sealed record GrantedSame(IReadOnlyList<string> Fields, AccumulationSpan Span, Feel.FeelValue Start) : InputSource;

    /// <summary>Whether a linked subject was granted one of some policies for the same period.</summary>
    /// <param name="Link">Which subjects, which policies.</param>
    /// <param name="Start">The value where nothing is known of grants.</param>
    /// <remarks>Source: catalogue policy 50, input <c>tekun_member</c>.</remarks>
    public sealed record GrantedLinked(PolicyLink Link, Feel.FeelValue Start) : InputSource;

    /// <summary>Whether it tells of earlier grants or of balances, and not of the registry: a decision keeps what it read there.</summary>
    public bool TellsOfGrants => this is Granted or Accumulated or Balance or GrantedValues or GrantedSame or GrantedLinked;

    /// <summary>A balance that starts at a value and is used up by a step of what the subject was already found for.</summary>
    public sealed record Balance(Feel.FeelValue Start, string? LessStep) : InputSource
    {
        /// <summary>
        /// The account that policy.yaml names: the id of a fund line for what is free on it; the id with <c>_outstanding</c> behind it for whether the subject has money of that line
        /// out; another name for a limit of the subject's own, used up by <see cref="LessStep"/>.
        /// </summary>
        public string Account { get; init; } = "";
    }
}

/// <summary>What is accumulated.</summary>
public enum AccumulationKind
{
    /// <summary>The sum of amounts.</summary>
    Amount,

    /// <summary>The number of decisions found.</summary>
    Count,

    /// <summary>The number of the next one.</summary>
    NextNumber,

    /// <summary>Nothing that grows: the start value.</summary>
    Constant,
}

/// <summary>Over which span it is accumulated.</summary>
public enum AccumulationSpan
{
    /// <summary>Everything before.</summary>
    Always,

    /// <summary>The calendar year of the evaluation date.</summary>
    Year,

    /// <summary>The twelve months up to the evaluation date.</summary>
    TwelveMonths,
}
