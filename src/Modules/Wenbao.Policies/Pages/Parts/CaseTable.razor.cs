using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>Every case of a monthly or event policy, earliest first.</summary>
public sealed partial class CaseTable
{
    /// <summary>The policy explained.</summary>
    [Parameter, EditorRequired]
    public PolicyExplanation Policy { get; set; } = null!;

    // Every scrolling box is a landmark, and landmarks must be told apart.
    private string Title => Policy.Policy.Title.For() + " · " + PageTexts.Cases;

    private static string NameOf(Explanation one) => one.Policy.Decide is DecidePlan.EachMonth
        ? ReaderText.Month(one.EvaluationDate)
        : one.Record is { } record ? record + " · " + ReaderText.Day(one.EvaluationDate) : ReaderText.Day(one.EvaluationDate);

    private static string WhyNot(Explanation one) =>
        string.Join(ReaderText.IsChinese ? "；" : "; ", one.Conditions.Where(c => c.Result != true).Select(c => c.Label.For()));
}
