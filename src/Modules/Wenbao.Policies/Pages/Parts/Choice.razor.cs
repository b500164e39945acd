using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>A labelled choice of a filter form, "all" first.</summary>
public sealed partial class Choice
{
    /// <summary>The name in the address.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>The label.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The chosen code; null or empty for all.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Codes and their names, in the order shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<(string Code, string Name)> Choices { get; set; } = [];
}
