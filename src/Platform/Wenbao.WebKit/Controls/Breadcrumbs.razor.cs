using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>One step on the way to a page.</summary>
/// <param name="Text">Its name in the reader's language.</param>
/// <param name="Href">Its address; null for the page itself.</param>
public sealed record Breadcrumb(string Text, string? Href = null);

/// <summary>The way to this page; starts at the home page by itself.</summary>
public sealed partial class Breadcrumbs : ComponentBase
{
    /// <summary>The steps after the home page.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Breadcrumb> Steps { get; set; } = [];
}
