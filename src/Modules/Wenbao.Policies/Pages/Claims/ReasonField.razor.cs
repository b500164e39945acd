using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>A field for the reason of a deed, which the subject will read.</summary>
public sealed partial class ReasonField
{
    /// <summary>The field's id on the page.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>What it asks for.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";
}
