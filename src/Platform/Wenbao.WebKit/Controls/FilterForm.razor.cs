using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>A form whose fields go into the address, so that what was filtered can be bookmarked, sent on and gone back to.</summary>
public sealed partial class FilterForm : ComponentBase
{
    /// <summary>The page that lists, without query; also where clearing leads.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    /// <summary>The <see cref="FilterField"/>s and <see cref="FilterChoice"/>s, or plain labelled inputs.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }
}
