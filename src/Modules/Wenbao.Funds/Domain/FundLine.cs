using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>How a line works.</summary>
public enum FundLineKind
{
    /// <summary>Has a ceiling: nothing is committed beyond what was given (有总额).</summary>
    Budget,

    /// <summary>Has none: what is committed is drawn when it is committed (据实列支).</summary>
    OpenEnded,

    /// <summary>Reliefs, booked and never paid (减免入账).</summary>
    Relief,

    /// <summary>Lent out and returned (循环使用).</summary>
    Revolving,

    /// <summary>A reserve that shares banks' losses and gets part of what they recover (风险补偿).</summary>
    Compensation,
}

/// <summary>The class of a budget line, by which cuts are made (支出类别).</summary>
/// <remarks>Source: mechanism S107.</remarks>
public enum FundLineClass
{
    /// <summary>General expenditure, representation costs included (一般性支出).</summary>
    General,

    /// <summary>Fees for running business (业务费).</summary>
    BusinessFee,

    /// <summary>Special funds (专项资金).</summary>
    SpecialFund,

    /// <summary>Not part of the budget: insurance funds, reliefs (不属预算).</summary>
    OffBudget,
}

/// <summary>A line of money (资金科目) as the pack declares it: what has a ceiling of its own. Several lines may belong to one account.</summary>
public sealed record FundLine
{
    /// <summary>The id, such as <c>car_purchase_2020</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The account it belongs to (资金账户), in words.</summary>
    public required LocalizedText Account { get; init; }

    /// <summary>The department that manages it; null when none is named.</summary>
    public LocalizedText? Department { get; init; }

    /// <summary>How it works.</summary>
    public required FundLineKind Kind { get; init; }

    /// <summary>Its class, by which cuts are made.</summary>
    public required FundLineClass Class { get; init; }

    /// <summary>What it is given at the start; null for lines without a ceiling.</summary>
    public Money? Capital { get; init; }

    /// <summary>How the capital is shared out among the levels.</summary>
    public FundShares CapitalShares { get; init; } = FundShares.AllDistrict;

    /// <summary>The first day of its budget year.</summary>
    public required DateOnly OpensOn { get; init; }

    /// <summary>Why it may not be cut as basic livelihood (基本民生), with the evidence; null when it may.</summary>
    public LocalizedText? BasicLivelihood { get; init; }

    /// <summary>Why it may not be cut as bound by agreement (协议约定), with the evidence; null when it may.</summary>
    public LocalizedText? BoundByAgreement { get; init; }

    /// <summary>The most that one borrower may have out at a time of a revolving line; null for no limit.</summary>
    public Money? LimitPerUse { get; init; }

    /// <summary>The most days a use of a revolving line may last; null for no limit.</summary>
    public int? UseDaysMax { get; init; }

    /// <summary>Of what is recovered on a compensated loan, the percent that comes back to a compensation line; null for other lines.</summary>
    public decimal? RecoveryPercent { get; init; }
}
