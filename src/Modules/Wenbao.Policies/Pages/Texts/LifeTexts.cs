using System.Globalization;
using System.Runtime.CompilerServices;
using Wenbao.Kernel;
using Wenbao.Platform.Web;

namespace Wenbao.Policies.Pages.Texts;

/// <summary>Texts of the pages of a policy's life. One property a key; the texts stand in <c>LifeTexts.resx</c> (Chinese) and <c>LifeTexts.en.resx</c>.</summary>
internal static class LifeTexts
{
    /// <summary>The catalogue.</summary>
    public static TextCatalogue All { get; } = new(typeof(LifeTexts).FullName!, typeof(LifeTexts).Assembly);

    public static string Actual => Text();

    public static string Added => Text();

    public static string ApprovalTitle => Text();

    public static string Approve => Text();

    public static string ApproveFrom => Text();

    public static string AsNewPolicy => Text();

    public static string AsTable => Text();

    public static string AskEnd => Text();

    public static string AskExtend => Text();

    public static string AskForChange => Text();

    public static string AskForChangeLead => Text();

    public static string AskResume => Text();

    public static string AskSuspend => Text();

    public static string AtPresent => Text();

    public static string Available => Text();

    public static string AvailableBooks => Text();

    public static string AvailableDeclared => Text();

    public static string BackToDesk => Text();

    public static string BackToDraft => Text();

    public static string BasisAllAlong => Text();

    public static string BasisAllAlongNote => Text();

    public static string BasisDated => Text();

    public static string BasisDatedNote => Text();

    public static string BasisLabel => Text();

    public static string BecameVersion => Text();

    public static string BudgetChart => Text();

    public static string BudgetTitle => Text();

    public static string ByMonth => Text();

    public static string ByState => Text();

    public static string ChangedLast => Text();

    public static string ChangedMark => Text();

    public static string ChartRest => Text();

    public static string Clauses => Text();

    public static string Comes => Text();

    public static string CompareButton => Text();

    public static string CompareFrom => Text();

    public static string CompareTitle => Text();

    public static string CompareTo => Text();

    public static string CompareWithPrevious => Text();

    public static string ConditionEffects => Text();

    public static string Conditions => Text();

    public static string CopiedFromLabel => Text();

    public static string CopiedFromVersion => Text();

    public static string CopyLead => Text();

    public static string CopyThis => Text();

    public static string CopyTitle => Text();

    public static string CountWord => Text();

    public static string DecideTitle => Text();

    public static string DecidedByWord => Text();

    public static string DeskLead => Text();

    public static string DeskTitle => Text();

    public static string DiffFaulty => Text();

    public static string DiffNone => Text();

    public static string Difference => Text();

    public static string Discard => Text();

    public static string DiscardLead => Text();

    public static string DiscardTitle => Text();

    public static string DoneApproved => Text();

    public static string DoneCopied => Text();

    public static string DoneDiscarded => Text();

    public static string DoneInForce => Text();

    public static string DoneRequested => Text();

    public static string DoneRequestedDropping => Text();

    public static string DoneReturned => Text();

    public static string DoneSaved => Text();

    public static string DoneSavedFaulty => Text();

    public static string DoneSimulated => Text();

    public static string DoneSubmitted => Text();

    public static string DoneTested => Text();

    public static string DoneWithdrawn => Text();

    public static string DraftNumber => Text();

    public static string DraftWord => Text();

    public static string DraftsCaption => Text();

    public static string DraftsTitle => Text();

    public static string DropsExamples => Text();

    public static string EffectBegins => Text();

    public static string EffectDatum => Text();

    public static string EffectEnds => Text();

    public static string EffectLess => Text();

    public static string EffectMore => Text();

    public static string EffectTitle => Text();

    public static string EndMeans => Text();

    public static string ExampleText => Text();

    public static string ExampleTextLead => Text();

    public static string ExamplesNotRun => Text();

    public static string ExpectLead => Text();

    public static string ExpectTitle => Text();

    public static string ExtendMeans => Text();

    public static string FailAtPresent => Text();

    public static string FailByDraft => Text();

    public static string FailedWord => Text();

    public static string Fails => Text();

    public static string FewerBy => Text();

    public static string FileExamples => Text();

    public static string FileMakesNumber => Text();

    public static string FileModel => Text();

    public static string FileParameters => Text();

    public static string FileParametersNote => Text();

    public static string FilePolicy => Text();

    public static string FileSource => Text();

    public static string FileText => Text();

    public static string FilesAsTheyWere => Text();

    public static string FilesLead => Text();

    public static string FilesTitle => Text();

    public static string FindingsTitle => Text();

    public static string FirstDay => Text();

    public static string FoundBy => Text();

    public static string FoundTile => Text();

    public static string FromDay => Text();

    public static string GainsCaption => Text();

    public static string GainsTitle => Text();

    public static string GetLessNote => Text();

    public static string GetMoreNote => Text();

    public static string GreenBefore => Text();

    public static string GreenExamples => Text();

    public static string GreenOf => Text();

    public static string HistoryTitle => Text();

    public static string InForceMark => Text();

    public static string InForceNow => Text();

    public static string InForceOnDay => Text();

    public static string Inputs => Text();

    public static string InputsTitle => Text();

    public static string LastDayIs => Text();

    public static string ListEmpty => Text();

    public static string ListsTitle => Text();

    public static string LossesCaption => Text();

    public static string LossesTitle => Text();

    public static string MadeAndApproved => Text();

    public static string MakeDraft => Text();

    public static string Metadata => Text();

    public static string MoneyBy => Text();

    public static string MoneyEnds => Text();

    public static string MoneyLess => Text();

    public static string MoneyMore => Text();

    public static string MoneySuffices => Text();

    public static string MoneyTile => Text();

    public static string MoneyWord => Text();

    public static string MonthWord => Text();

    public static string MoreBy => Text();

    public static string NearCaption => Text();

    public static string NearNote => Text();

    public static string NearTile => Text();

    public static string NearTitle => Text();

    public static string Needed => Text();

    public static string NewFrom => Text();

    public static string NewLastDay => Text();

    public static string NewPolicyId => Text();

    public static string NewValue => Text();

    public static string NewlyFoundTile => Text();

    public static string NextDay => Text();

    public static string NextDayHow => Text();

    public static string NextOther => Text();

    public static string NextSimulate => Text();

    public static string NextSimulateHow => Text();

    public static string NextStep => Text();

    public static string NextSubmit => Text();

    public static string NextSubmitHow => Text();

    public static string NextTest => Text();

    public static string NextTestFaulty => Text();

    public static string NextTestHow => Text();

    public static string NextTestRed => Text();

    public static string NoChanges => Text();

    public static string NoDrafts => Text();

    public static string NoLongerTile => Text();

    public static string NoRecent => Text();

    public static string NoSimulation => Text();

    public static string NoVersions => Text();

    public static string NotFoundWord => Text();

    public static string NotInForceMark => Text();

    public static string NotRun => Text();

    public static string NotSubmitted => Text();

    public static string NoteLabel => Text();

    public static string NoteSample => Text();

    public static string NothingToApprove => Text();

    public static string OfWhat => Text();

    public static string OldVersionNote => Text();

    public static string OnTheWay => Text();

    public static string OpenChanged => Text();

    public static string OpenCount => Text();

    public static string OpenHeld => Text();

    public static string OpenKept => Text();

    public static string OpenLead => Text();

    public static string OpenListTitle => Text();

    public static string OpenTitle => Text();

    public static string OpinionOptional => Text();

    public static string OwnCannotApprove => Text();

    public static string OwnWaits => Text();

    public static string ParametersFaulty => Text();

    public static string ParametersLead => Text();

    public static string ParametersTitle => Text();

    public static string Passes => Text();

    public static string PolicyToChange => Text();

    public static string Progress => Text();

    public static string ReasonEn => Text();

    public static string ReasonZh => Text();

    public static string RecentTitle => Text();

    public static string RedExamples => Text();

    public static string RedHow => Text();

    public static string RefuseChange => Text();

    public static string Removed => Text();

    public static string RequestedBy => Text();

    public static string Result => Text();

    public static string ResumeMeans => Text();

    public static string ReturnDraft => Text();

    public static string ReturnWhy => Text();

    public static string RulesDayLabel => Text();

    public static string RunExamples => Text();

    public static string SaveExample => Text();

    public static string SaveExpectation => Text();

    public static string SaveFile => Text();

    public static string SeeAsApprover => Text();

    public static string SeeOpenList => Text();

    public static string SeePresent => Text();

    public static string SeeSimulation => Text();

    public static string SeeWholeSimulation => Text();

    public static string SetFromDay => Text();

    public static string SetParameter => Text();

    public static string ShouldBe => Text();

    public static string Simulate => Text();

    public static string SimulateOptions => Text();

    public static string SimulatedBy => Text();

    public static string SimulationOld => Text();

    public static string SimulationSentence => Text();

    public static string SimulationTitle => Text();

    public static string SinceDay => Text();

    public static string SpreadTitle => Text();

    public static string StandingChanges => Text();

    public static string State => Text();

    public static string StepApproved => Text();

    public static string StepDone => Text();

    public static string StepDraft => Text();

    public static string StepInForce => Text();

    public static string StepScheduled => Text();

    public static string StepSimulated => Text();

    public static string StepSubmitted => Text();

    public static string StepTested => Text();

    public static string Steps => Text();

    public static string Submit => Text();

    public static string SubmittedBy => Text();

    public static string SubmittedByLabel => Text();

    public static string SuspendMeans => Text();

    public static string Threshold => Text();

    public static string ToApproval => Text();

    public static string ToApproveMark => Text();

    public static string Unchanged => Text();

    public static string UnknownWord => Text();

    public static string VersionNumber => Text();

    public static string VersionsList => Text();

    public static string VersionsTitle => Text();

    public static string WaitsForMe => Text();

    public static string WasFoundNote => Text();

    public static string WhatChanges => Text();

    public static string Withdraw => Text();

    public static string WrittenBy => Text();

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
