using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What an example must come to, or comes to.</summary>
public sealed partial class ExampleOutcome
{
    /// <summary>The outcome, the conditions and the amount.</summary>
    [Parameter, EditorRequired]
    public ExpectedDecision Decision { get; set; } = null!;
}
