using Microsoft.AspNetCore.Components;

namespace Wenbao.Funds.Pages.Books;

/// <summary>A choice of fund lines; its label stands before it.</summary>
public sealed partial class LineChoice
{
    /// <summary>The field's id and name.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>The lines offered.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FundLine> Lines { get; set; } = [];

    /// <summary>Whether none may be chosen.</summary>
    [Parameter]
    public bool MayBeNone { get; set; }
}
