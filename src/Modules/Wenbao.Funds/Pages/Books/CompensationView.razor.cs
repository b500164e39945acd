using Microsoft.AspNetCore.Components;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The statement of a compensation fund, with the form to share what was recovered.</summary>
public sealed partial class CompensationView
{
    /// <summary>The fund.</summary>
    [Parameter, EditorRequired]
    public CompensationFund Fund { get; set; } = null!;

    /// <summary>Whether the reader may record what was recovered.</summary>
    [Parameter]
    public bool MayRecord { get; set; }
}
