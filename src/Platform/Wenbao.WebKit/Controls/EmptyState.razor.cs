using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>Stands where a list has nothing to show: says so, and what to do.</summary>
public sealed partial class EmptyState : ComponentBase
{
    /// <summary>What there is none of.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What to do about it; null when nothing.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Links or buttons; null for none.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
