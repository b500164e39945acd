using Wenbao.Kernel;

namespace Wenbao.Policies;

/// <summary>The decision of a given case, in words.</summary>
/// <param name="Id">The case's id as it was given; null when the line had none.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Failed">Ids of conditions that do not hold, in order.</param>
/// <param name="Unknown">Ids of those that could hold if missing data were there, in order.</param>
/// <param name="AmountYuan">The amount in yuan; 0 unless eligible.</param>
public sealed record DecidedCase(string? Id, Outcome Outcome, IReadOnlyList<string> Failed, IReadOnlyList<string> Unknown, decimal AmountYuan)
{
    /// <summary>The outcome as the catalogue writes it.</summary>
    public string OutcomeCode => OutcomeText.Code(Outcome);

    /// <summary>The amount with two decimals, such as <c>6000.00</c>.</summary>
    public string Amount => Money.Round(AmountYuan).ToString();
}

/// <summary>Outcomes as text.</summary>
public static class OutcomeText
{
    /// <summary>The catalogue's code: <c>eligible</c>, <c>ineligible</c> or <c>undetermined</c>.</summary>
    public static string Code(Outcome outcome) => outcome switch
    {
        Outcome.Eligible => "eligible",
        Outcome.Undetermined => "undetermined",
        _ => "ineligible",
    };

    /// <summary>The outcome of a code.</summary>
    internal static Outcome Read(string code) => code switch
    {
        "eligible" => Outcome.Eligible,
        "undetermined" => Outcome.Undetermined,
        _ => Outcome.Ineligible,
    };

    /// <summary>The word for people.</summary>
    public static LocalizedText Word(Outcome outcome) => outcome switch
    {
        Outcome.Eligible => new LocalizedText("符合", "eligible"),
        Outcome.Undetermined => new LocalizedText("未定", "undetermined"),
        _ => new LocalizedText("不符合", "not eligible"),
    };
}
