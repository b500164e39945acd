using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>Says that a list is empty, why, and what to do.</summary>
public sealed partial class EmptyNote
{
    /// <summary>The words.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
