using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>Why a policy was decided so for a subject (判定说明): every condition with the values behind it and their sources, and every step of the amount.</summary>
public sealed record Explanation
{
    /// <summary>The subject's public id.</summary>
    public required string Subject { get; init; }

    /// <summary>The policy.</summary>
    public required Policy Policy { get; init; }

    /// <summary>The evaluation date.</summary>
    public required DateOnly EvaluationDate { get; init; }

    /// <summary>The outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Whether exactly one condition fails, for certain, and can be mended (差一点).</summary>
    public required bool IsNearMiss { get; init; }

    /// <summary>The conditions in order.</summary>
    public required IReadOnlyList<ExplainedCondition> Conditions { get; init; }

    /// <summary>The amount in fen; 0 unless eligible.</summary>
    public required Money Amount { get; init; }

    /// <summary>The steps of the amount; empty unless eligible.</summary>
    public required IReadOnlyList<ExplainedStep> Steps { get; init; }

    /// <summary>The key of the record judged, such as a loan's number; null when the subject itself is judged.</summary>
    public string? Record { get; init; }

    /// <summary>The period or event by which the case can be claimed, such as <c>2020-03</c>; null for a decision that was kept.</summary>
    public string? CaseKey { get; init; }
}

/// <summary>Every case of a subject under one policy, and the one that stands for them.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Best">The case that stands for all: eligible before undetermined before not eligible, the latest of equals.</param>
/// <param name="Cases">All cases, earliest first.</param>
/// <param name="Total">The sum of the amounts of all eligible cases.</param>
public sealed record PolicyExplanation(Policy Policy, Explanation Best, IReadOnlyList<Explanation> Cases, Money Total);

/// <summary>A condition of an explanation.</summary>
/// <param name="Id">The condition's id.</param>
/// <param name="Label">What it asks, stated positively.</param>
/// <param name="Reason">What is said when it does not hold.</param>
/// <param name="Result">Whether it holds; null when it cannot be told for want of data.</param>
/// <param name="Clause">The anchor of its clause.</param>
/// <param name="Formula">The expression as the model writes it.</param>
/// <param name="Inputs">The inputs it reads.</param>
/// <param name="Mend">What the subject can do when it fails; null when nothing would help.</param>
/// <param name="Gap">How far the value is from the threshold, when the condition is one comparison and fails; else null.</param>
public sealed record ExplainedCondition(
    string Id,
    LocalizedText Label,
    LocalizedText Reason,
    bool? Result,
    string Clause,
    string Formula,
    IReadOnlyList<ExplainedInput> Inputs,
    LocalizedText? Mend,
    ExplainedGap? Gap);

/// <summary>An input of an explanation.</summary>
/// <param name="Name">The catalogue name.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The value: text, number, truth value, day or list; null when there is none.</param>
/// <param name="Type">Its type, to write the value by.</param>
/// <param name="Unit">Its unit, or null.</param>
/// <param name="Source">Where it comes from: department and system.</param>
/// <param name="AsOf">The day the source's value stands at; null for values of the decision itself.</param>
/// <param name="IsMissing">Whether the value is missing and the condition hangs on it.</param>
/// <param name="NullMeans">What its absence means; null when there is a value.</param>
public sealed record ExplainedInput(
    string Name,
    LocalizedText Label,
    Feel.FeelValue Value,
    InputType Type,
    LocalizedText? Unit,
    LocalizedText Source,
    DateOnly? AsOf,
    bool IsMissing,
    LocalizedText? NullMeans);

/// <summary>A step of an explanation.</summary>
/// <param name="Id">The step's name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value.</param>
/// <param name="Formula">The expression as the model writes it.</param>
/// <param name="Clause">The anchor of its clause.</param>
public sealed record ExplainedStep(string Id, LocalizedText Label, Feel.FeelValue Value, string Formula, string Clause);

/// <summary>How far a failing comparison is from holding.</summary>
/// <param name="Actual">The value there is.</param>
/// <param name="Operator">The comparison as text, such as <c>&gt;=</c>.</param>
/// <param name="Threshold">The value it is compared with.</param>
/// <param name="Distance">The difference for numbers and days (in days); null for other kinds.</param>
public sealed record ExplainedGap(Feel.FeelValue Actual, string Operator, Feel.FeelValue Threshold, decimal? Distance);
