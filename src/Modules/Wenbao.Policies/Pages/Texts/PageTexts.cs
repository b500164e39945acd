using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Web;

namespace Wenbao.Policies.Pages.Texts;

/// <summary>Texts of the pages of policies. One property a key; the texts stand in <c>PageTexts.resx</c> (Chinese) and <c>PageTexts.en.resx</c>.</summary>
internal static class PageTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new(typeof(PageTexts).FullName!, typeof(PageTexts).Assembly);

    public static string After => Text();

    public static string AllCases => Text();

    public static string AlreadyHeld => Text();

    public static string Amount => Text();

    public static string AmountKindTitle => Text();

    public static string AmountYuan => Text();

    public static string AndMore => Text();

    public static string AnyChoice => Text();

    public static string ApplyFilter => Text();

    public static string AtLeast => Text();

    public static string AtMost => Text();

    public static string Audience => Text();

    public static string BackToLibrary => Text();

    public static string Basis => Text();

    public static string Before => Text();

    public static string BetterOtherwise => Text();

    public static string Case => Text();

    public static string Cases => Text();

    public static string Clause => Text();

    public static string ClauseAndFormula => Text();

    public static string Condition => Text();

    public static string ConditionOrStep => Text();

    public static string ConditionsHolding => Text();

    public static string DayUnit => Text();

    public static string DecidedFor => Text();

    public static string Deferrable => Text();

    public static string Department => Text();

    public static string EnglishSummary => Text();

    public static string EntitledNone => Text();

    public static string EntitledTitle => Text();

    public static string EqualTo => Text();

    public static string Everybody => Text();

    public static string Example => Text();

    public static string ExamplesTitle => Text();

    public static string ExclusiveWith => Text();

    public static string Expected => Text();

    public static string Failing => Text();

    public static string FiguresOf => Text();

    public static string FoundCount => Text();

    public static string FoundList => Text();

    public static string FoundTimes => Text();

    public static string FoundTimesNote => Text();

    public static string Funding => Text();

    public static string FunnelNote => Text();

    public static string FunnelTitle => Text();

    public static string Gap => Text();

    public static string Home => Text();

    public static string HomeTitle => Text();

    public static string HowCalculated => Text();

    public static string HowFar => Text();

    public static string Industry => Text();

    public static string Judged => Text();

    public static string KindDeferral => Text();

    public static string KindGrant => Text();

    public static string KindInKind => Text();

    public static string KindRelief => Text();

    public static string LargestFirst => Text();

    public static string LastPass => Text();

    public static string LastPassDay => Text();

    public static string LessThan => Text();

    public static string Level => Text();

    public static string LevelCity => Text();

    public static string LevelDistrict => Text();

    public static string LevelNational => Text();

    public static string LevelProvince => Text();

    public static string Library => Text();

    public static string MaterialsTitle => Text();

    public static string MissingDatum => Text();

    public static string Mode => Text();

    public static string ModeAutoGrant => Text();

    public static string ModeInstant => Text();

    public static string ModeReview => Text();

    public static string MoreThan => Text();

    public static string Name => Text();

    public static string NearMiss => Text();

    public static string NearMisses => Text();

    public static string NearNone => Text();

    public static string NearTitle => Text();

    public static string NoClause => Text();

    public static string NoMaterials => Text();

    public static string NoPolicyMatches => Text();

    public static string NoRuleOfItsOwn => Text();

    public static string NobodyFound => Text();

    public static string NobodyUnderFilter => Text();

    public static string None => Text();

    public static string NotAfter => Text();

    public static string NotBefore => Text();

    public static string NotMet => Text();

    public static string NothingDecided => Text();

    public static string OnPolicyPage => Text();

    public static string OnThisPage => Text();

    public static string OnVersionPage => Text();

    public static string Optional => Text();

    public static string OtherParameters => Text();

    public static string OtherThan => Text();

    public static string OthersNone => Text();

    public static string OthersShow => Text();

    public static string OthersTitle => Text();

    public static string OutcomeEligible => Text();

    public static string OutcomeIneligible => Text();

    public static string OutcomeTitle => Text();

    public static string OutcomeUndetermined => Text();

    public static string Parameter => Text();

    public static string Payee => Text();

    public static string PeriodEvent => Text();

    public static string PeriodMonth => Text();

    public static string PeriodYear => Text();

    public static string PoliciesShown => Text();

    public static string Policy => Text();

    public static string PolicyCount => Text();

    public static string RecommendedWhy => Text();

    public static string RecordCount => Text();

    public static string Remaining => Text();

    public static string Required => Text();

    public static string RulesTitle => Text();

    public static string Search => Text();

    public static string SearchAgain => Text();

    public static string SearchFound => Text();

    public static string SearchNothing => Text();

    public static string SearchPolicyLabel => Text();

    public static string SearchSubjectHint => Text();

    public static string SearchSubjectLabel => Text();

    public static string SettlementBook => Text();

    public static string SettlementLoan => Text();

    public static string SettlementNone => Text();

    public static string SettlementPay => Text();

    public static string SettlementSupplier => Text();

    public static string Share => Text();

    public static string ShowAll => Text();

    public static string ShowRecords => Text();

    public static string Since => Text();

    public static string Size => Text();

    public static string Stacking => Text();

    public static string ToBeHandedIn => Text();

    public static string ToMend => Text();

    public static string Town => Text();

    public static string Undetermined => Text();

    public static string UnknownNone => Text();

    public static string UnknownTitle => Text();

    public static string Validity => Text();

    public static string Version => Text();

    public static string WayAudience => Text();

    public static string WayAudienceNote => Text();

    public static string WayOfficer => Text();

    public static string WayOfficerNote => Text();

    public static string WayOwner => Text();

    public static string WayOwnerNote => Text();

    public static string WaysIn => Text();

    public static string WhenNotMet => Text();

    /// <summary>A text in both languages.</summary>
    /// <param name="key">The name of one of the properties.</param>
    public static LocalizedText Both(string key) => new(In(Languages.All[0], key), In(Languages.All[1], key));

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    private static string Text([CallerMemberName] string key = "") => All[key];

    private static string In(CultureInfo language, string key)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            return All[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
