using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>One figure with its name; the figure opens its records.</summary>
public sealed partial class StatTile : ComponentBase
{
    /// <summary>What the figure counts.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The figure, formatted with its unit.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>A remark below, such as the period; null for none.</summary>
    [Parameter]
    public string? Note { get; set; }

    /// <summary>Where its records are listed; null when they are not.</summary>
    [Parameter]
    public string? Href { get; set; }
}
