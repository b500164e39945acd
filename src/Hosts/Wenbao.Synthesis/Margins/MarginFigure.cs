using Wenbao.Kernel;

namespace Wenbao.Synthesis;

/// <summary>Whether a figure came out.</summary>
public enum MarginState
{
    /// <summary>It lies within its bounds.</summary>
    Met,

    /// <summary>It was measured and lies outside.</summary>
    Missed,

    /// <summary>It cannot be measured yet; <see cref="MarginFigure.WaitsFor"/> says what for.</summary>
    Waiting,
}

/// <summary>One figure of a margin: what was said, and what the district's data give (边际).</summary>
/// <param name="Margin">The margin's id.</param>
/// <param name="Figure">Which figure of the margin, such as <c>amount</c>.</param>
/// <param name="Quote">The words it was said in.</param>
/// <param name="Due">When it can be measured: <c>main_job</c>, <c>money</c> or <c>later</c>.</param>
/// <param name="Unit">The unit of the margin's leading figure.</param>
/// <param name="Wanted">The value wanted.</param>
/// <param name="Min">The least that counts as met, included.</param>
/// <param name="Max">The most that counts as met, included.</param>
/// <param name="Got">What was measured; null while it waits.</param>
/// <param name="WaitsFor">What it waits for; null when it was measured.</param>
/// <param name="Ledger">What entitlements and ledger give; null where nothing has been granted yet, and for figures that concern neither.</param>
public sealed record MarginFigure(
    string Margin, string Figure, string Quote, string Due, string Unit, decimal Wanted, decimal Min, decimal Max, decimal? Got, LocalizedText? WaitsFor, decimal? Ledger = null)
{
    /// <summary>Whether it came out: everything that was measured lies within the bounds.</summary>
    public MarginState State =>
        Got is null && Ledger is null ? MarginState.Waiting : IsWithin(Got) && IsWithin(Ledger) ? MarginState.Met : MarginState.Missed;

    private bool IsWithin(decimal? measured) => measured is not { } value || (value >= Min && value <= Max);
}

/// <summary>What is measured on decided cases.</summary>
public enum DecidedFigure
{
    /// <summary>Different subjects that were found under any of the policies.</summary>
    Subjects,

    /// <summary>Found cases: months, terms and events each.</summary>
    Cases,

    /// <summary>The sum of the amounts found, in yuan.</summary>
    Amount,

    /// <summary>Different values of an attribute, one for each policy, over the found subjects.</summary>
    Distinct,

    /// <summary>The sum of an attribute over the different found subjects.</summary>
    AttributeSum,

    /// <summary>The sum of some steps over the found cases.</summary>
    StepSum,

    /// <summary>Steps (less others) over the found cases, as percent of the sum of an input.</summary>
    StepPercent,
}

/// <summary>A figure that deciding gives. Cases are judged as the margin's <c>measured_as</c> says: grants accumulate from none, in order of day, then of <paramref name="Policies"/>.</summary>
/// <param name="Policies">The policies.</param>
/// <param name="Figure">What is measured.</param>
/// <param name="Where">For some policies, FEEL over the subject's attributes: only those subjects count.</param>
/// <param name="Attributes">For <see cref="DecidedFigure.Distinct"/>, the attribute of each policy; for <see cref="DecidedFigure.AttributeSum"/>, the same attribute for each.</param>
/// <param name="Steps">Steps to sum.</param>
/// <param name="LessSteps">Steps to take off.</param>
/// <param name="Input">For <see cref="DecidedFigure.StepPercent"/>, the input that is the whole; else null.</param>
public sealed record DecidedMeasure(
    IReadOnlyList<string> Policies,
    DecidedFigure Figure,
    IReadOnlyDictionary<string, string> Where,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Steps,
    IReadOnlyList<string> LessSteps,
    string? Input);

/// <summary>Gives figures of decided cases; whoever runs the deciding fills this in.</summary>
public interface IDecidedFigures
{
    /// <summary>The figure, or null when the policies have not been decided.</summary>
    Task<decimal?> MeasureAsync(DecidedMeasure measure, CancellationToken cancel);
}
