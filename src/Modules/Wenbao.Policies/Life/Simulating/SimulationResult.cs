namespace Wenbao.Policies;

/// <summary>How a simulation takes dates (模拟口径).</summary>
public enum SimulationBasis
{
    /// <summary>As if the rules of a day had been in force all along, on the cases there are today (假定一直适用).</summary>
    AsIfInForce,

    /// <summary>As a pass on a day will really decide, each case by the rules of its own date (按日期适用).</summary>
    AsDated,
}

/// <summary>What a draft would change (模拟结果): the policy as it is in force and the draft, judged side by side for everyone.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="CurrentVersion">The version in force; null for a new policy.</param>
/// <param name="DraftVersion">The draft as it would be named.</param>
/// <param name="Audience">The subject type.</param>
/// <param name="Basis">How dates are taken.</param>
/// <param name="RulesOn">The day whose rules are compared.</param>
/// <param name="AsOf">The day that cases are taken up to.</param>
/// <param name="Before">What the version in force comes to.</param>
/// <param name="After">What the draft comes to.</param>
/// <param name="NewlyFound">Subjects found by the draft only.</param>
/// <param name="NoLongerFound">Subjects found by the version in force only.</param>
/// <param name="GetMore">Subjects found by both that get more.</param>
/// <param name="GetLess">Subjects found by both that get less.</param>
/// <param name="Dimensions">By town, industry and size, where anybody is found before or after.</param>
/// <param name="Months">By the month of the cases.</param>
/// <param name="Conditions">By condition of the draft.</param>
/// <param name="Budgets">When the money of each fund line with a ceiling ends.</param>
/// <param name="Open">What it does to entitlements that there are already; null for a new policy.</param>
/// <param name="Milliseconds">How long the scan took.</param>
public sealed record SimulationResult(
    string Policy,
    string? CurrentVersion,
    string DraftVersion,
    string Audience,
    SimulationBasis Basis,
    DateOnly RulesOn,
    DateOnly AsOf,
    SimulationSide Before,
    SimulationSide After,
    long NewlyFound,
    long NoLongerFound,
    long GetMore,
    long GetLess,
    IReadOnlyList<DimensionEffect> Dimensions,
    IReadOnlyList<MonthEffect> Months,
    IReadOnlyList<ConditionEffect> Conditions,
    IReadOnlyList<BudgetForecast> Budgets,
    OpenEffect? Open,
    long Milliseconds);

/// <summary>What one side of a simulation comes to.</summary>
/// <param name="Judged">Subjects judged.</param>
/// <param name="Found">Subjects found.</param>
/// <param name="FoundCases">Eligible cases.</param>
/// <param name="NearMiss">Subjects that fail one mendable condition, for certain.</param>
/// <param name="Undetermined">Subjects that cannot be told for want of data.</param>
/// <param name="AmountFen">The sum of the amounts, in fen.</param>
public sealed record SimulationSide(long Judged, long Found, long FoundCases, long NearMiss, long Undetermined, long AmountFen)
{
    /// <summary>Of nobody.</summary>
    public static readonly SimulationSide None = new(0, 0, 0, 0, 0, 0);

    internal static SimulationSide Of(MatchSummary summary) => new(summary.Audience, summary.Found, summary.FoundCases, summary.NearMiss, summary.Undetermined, summary.AmountFen);
}

/// <summary>The effect in one town, industry or size class.</summary>
/// <param name="Dimension"><c>town</c>, <c>industry</c> or <c>size</c>.</param>
/// <param name="Code">The code; null for subjects without one.</param>
/// <param name="FoundBefore">Subjects found by the version in force.</param>
/// <param name="FoundAfter">Subjects found by the draft.</param>
/// <param name="FenBefore">Their amounts, in fen.</param>
/// <param name="FenAfter">Their amounts, in fen.</param>
/// <param name="Gain">Subjects that are newly found or get more.</param>
/// <param name="Lose">Subjects that are no longer found or get less.</param>
public sealed record DimensionEffect(string Dimension, string? Code, long FoundBefore, long FoundAfter, long FenBefore, long FenAfter, long Gain, long Lose);

/// <summary>The effect on the cases of one month.</summary>
/// <param name="Month">The month.</param>
/// <param name="CasesBefore">Eligible cases by the version in force.</param>
/// <param name="CasesAfter">Eligible cases by the draft.</param>
/// <param name="FenBefore">Their amounts, in fen.</param>
/// <param name="FenAfter">Their amounts, in fen.</param>
public sealed record MonthEffect(YearMonth Month, long CasesBefore, long CasesAfter, long FenBefore, long FenAfter);

/// <summary>The effect at one condition of the draft.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="FailBefore">Subjects failing it by the version in force; null when that has no such condition.</param>
/// <param name="FailAfter">Subjects failing it by the draft.</param>
/// <param name="NearMisses">Subjects that fail only this one by the draft, for certain, and can mend it.</param>
public sealed record ConditionEffect(string Condition, long? FailBefore, long FailAfter, long NearMisses);

/// <summary>How far the money goes (资金预测): cases in order of their days, and of equal days in order of the register; the first that does not fit ends it.</summary>
/// <remarks>Source: catalogue rule G8.</remarks>
/// <param name="Line">The fund line.</param>
/// <param name="Name">Its name.</param>
/// <param name="AvailableFen">What it has for this policy, in fen: what is free, and what the policy already holds.</param>
/// <param name="IsFromLedger">Whether the figure stems from the books; else it is the ceiling that the pack declares.</param>
/// <param name="Before">By the version in force.</param>
/// <param name="After">By the draft.</param>
public sealed record BudgetForecast(string Line, Kernel.LocalizedText Name, long AvailableFen, bool IsFromLedger, BudgetReach Before, BudgetReach After);

/// <summary>How far the money goes for one side.</summary>
/// <param name="NeededFen">All amounts together, in fen.</param>
/// <param name="Cases">All eligible cases.</param>
/// <param name="CasesCovered">Cases that the money reaches.</param>
/// <param name="EndsOn">The day of the first case that it does not reach; null when it reaches all.</param>
public sealed record BudgetReach(long NeededFen, long Cases, long CasesCovered, DateOnly? EndsOn);
