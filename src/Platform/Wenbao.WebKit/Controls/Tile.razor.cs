using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>One figure with its label.</summary>
public sealed partial class Tile
{
    /// <summary>The figure as text.</summary>
    [Parameter, EditorRequired]
    public string Value { get; set; } = "";

    /// <summary>What it counts.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>A further remark; null for none.</summary>
    [Parameter]
    public string? Note { get; set; }
}
