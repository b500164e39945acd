using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>Links to the page before and after, for a list that is read a page at a time.</summary>
public sealed partial class PageLinks
{
    /// <summary>The page shown, from 1.</summary>
    [Parameter, EditorRequired]
    public int Current { get; set; }

    /// <summary>The last page.</summary>
    [Parameter, EditorRequired]
    public long Last { get; set; }

    /// <summary>The address of a page.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Address { get; set; } = null!;
}
