using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>A frozen decision: every condition with the values of then, and the amount step by step.</summary>
public sealed partial class FrozenDecisionView
{
    /// <summary>The decision.</summary>
    [Parameter, EditorRequired]
    public EntitlementDecision Decision { get; set; } = null!;
}
