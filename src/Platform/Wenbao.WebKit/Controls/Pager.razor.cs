using Microsoft.AspNetCore.Components;

namespace Wenbao.WebKit.Controls;

/// <summary>Goes to the page before and after by plain links. For long lists the links carry the key of the last row (keyset), for short ones a page number.</summary>
public sealed partial class Pager : ComponentBase
{
    /// <summary>The address of the page before; null on the first.</summary>
    [Parameter]
    public string? PreviousHref { get; set; }

    /// <summary>The address of the page after; null on the last.</summary>
    [Parameter]
    public string? NextHref { get; set; }

    /// <summary>The number of this page, from 1; null when pages are not numbered.</summary>
    [Parameter]
    public int? Page { get; set; }

    /// <summary>The pages in all; null when pages are not numbered.</summary>
    [Parameter]
    public int? Pages { get; set; }

    /// <summary>The rows in all; null when not counted.</summary>
    [Parameter]
    public long? Total { get; set; }
}
