using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>A labelled choice of a <see cref="FilterForm"/>.</summary>
public sealed partial class FilterChoice : ComponentBase
{
    /// <summary>The label.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The query parameter.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The values with their texts in the reader's language, in order.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<KeyValuePair<string, string>> Choices { get; set; } = [];

    /// <summary>The value chosen now; null or empty for any.</summary>
    [Parameter]
    public string? Value { get; set; }

    private string Id => "filter-" + Name;
}
