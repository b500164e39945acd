using Wenbao.Policies.Pages.Texts;

namespace Wenbao.Policies.Pages;

/// <summary>The codes of policies as words.</summary>
internal static class PolicyWords
{
    public static readonly IReadOnlyList<string> Modes = ["auto_grant", "instant", "review"];
    public static readonly IReadOnlyList<string> Levels = ["national", "province", "city", "district"];
    public static readonly IReadOnlyList<string> AmountKinds = ["grant", "relief", "deferral", "in_kind"];

    public static string Mode(string code) => code switch
    {
        "auto_grant" => PageTexts.ModeAutoGrant,
        "instant" => PageTexts.ModeInstant,
        "review" => PageTexts.ModeReview,
        _ => code,
    };

    public static string Level(string code) => code switch
    {
        "national" => PageTexts.LevelNational,
        "province" => PageTexts.LevelProvince,
        "city" => PageTexts.LevelCity,
        "district" => PageTexts.LevelDistrict,
        _ => code,
    };

    public static string AmountKind(string code) => code switch
    {
        "grant" => PageTexts.KindGrant,
        "relief" => PageTexts.KindRelief,
        "deferral" => PageTexts.KindDeferral,
        "in_kind" => PageTexts.KindInKind,
        _ => code,
    };

    public static string PeriodKind(string code) => code switch
    {
        "event" => PageTexts.PeriodEvent,
        "per_year" => PageTexts.PeriodYear,
        "monthly" => PageTexts.PeriodMonth,
        _ => code,
    };

    public static string Settlement(string code) => code switch
    {
        "pay" => PageTexts.SettlementPay,
        "supplier" => PageTexts.SettlementSupplier,
        "book_only" => PageTexts.SettlementBook,
        "loan" => PageTexts.SettlementLoan,
        "none" => PageTexts.SettlementNone,
        _ => code,
    };

    public static string Outcome(Outcome outcome) => outcome switch
    {
        Policies.Outcome.Eligible => PageTexts.OutcomeEligible,
        Policies.Outcome.Undetermined => PageTexts.OutcomeUndetermined,
        _ => PageTexts.OutcomeIneligible,
    };

    /// <summary>A comparison as words between the value that is wanted and the one there is.</summary>
    public static string Comparison(string symbol, bool isDay) => (symbol, isDay) switch
    {
        (">=", false) => PageTexts.AtLeast,
        (">", false) => PageTexts.MoreThan,
        ("<=", false) => PageTexts.AtMost,
        ("<", false) => PageTexts.LessThan,
        (">=", true) => PageTexts.NotBefore,
        (">", true) => PageTexts.After,
        ("<=", true) => PageTexts.NotAfter,
        ("<", true) => PageTexts.Before,
        ("!=", _) => PageTexts.OtherThan,
        _ => PageTexts.EqualTo,
    };
}
