using Microsoft.AspNetCore.Components;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The amount, step by step.</summary>
public sealed partial class StepList
{
    /// <summary>The explanation of an eligible case.</summary>
    [Parameter, EditorRequired]
    public Explanation Explanation { get; set; } = null!;

    [Inject]
    private ValueWords Words { get; set; } = null!;

    private string ValueOf(ExplainedStep step) => step == Explanation.Steps[^1] ? ReaderText.Exact(Explanation.Amount) : Words.Of(step.Value, null, null);

    private string? ClauseOf(ExplainedStep step) => Explanation.Policy.Clauses.FirstOrDefault(c => c.Anchor == step.Clause)?.Text.Trim();
}
