using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>A labelled input of a <see cref="FilterForm"/>.</summary>
public sealed partial class FilterField : ComponentBase
{
    /// <summary>The label.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The query parameter.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What is filtered by now; null or empty for nothing.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>The HTML input type: <c>search</c> unless said otherwise, such as <c>date</c> or <c>number</c>.</summary>
    [Parameter]
    public string Type { get; set; } = "search";

    /// <summary>An example of what to type; null for none.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    private string Id => "filter-" + Name;
}
