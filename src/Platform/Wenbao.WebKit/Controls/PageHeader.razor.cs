using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>The top of a page: its one first-level heading, also shown in the browser's tab.</summary>
public sealed partial class PageHeader : ComponentBase
{
    /// <summary>The heading.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>One sentence on what the page is for; null for none.</summary>
    [Parameter]
    public string? Lead { get; set; }

    /// <summary>Links and buttons at the right; null for none.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
