using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What happened in a policy's life, earliest first.</summary>
public sealed partial class LifeHistory
{
    /// <summary>What happened.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PolicyLifeEvent> History { get; set; } = [];
}
