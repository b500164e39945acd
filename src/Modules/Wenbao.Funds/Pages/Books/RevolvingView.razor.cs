using Microsoft.AspNetCore.Components;
using Wenbao.Funds.Pages.Texts;

namespace Wenbao.Funds.Pages.Books;

/// <summary>The figures and uses of a revolving fund, with the form to take money back.</summary>
public sealed partial class RevolvingView
{
    /// <summary>The line.</summary>
    [Parameter, EditorRequired]
    public string Line { get; set; } = "";

    /// <summary>The uses shown.</summary>
    [Parameter, EditorRequired]
    public LoanPage Loans { get; set; } = null!;

    /// <summary>Which uses they are.</summary>
    [Parameter]
    public LoanFilter Filter { get; set; }

    /// <summary>The page shown, from 1.</summary>
    [Parameter]
    public int PageNumber { get; set; } = 1;

    /// <summary>Whether the reader may take money back.</summary>
    [Parameter]
    public bool MayTakeBack { get; set; }

    private static string Word(LoanFilter filter) => filter switch
    {
        LoanFilter.Outstanding => BookTexts.InUse,
        LoanFilter.Overdue => BookTexts.Overdue,
        LoanFilter.Returned => BookTexts.ReturnedTitle,
        _ => BookTexts.AllUses,
    };
}
