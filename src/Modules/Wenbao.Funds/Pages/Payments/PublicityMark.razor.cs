using Microsoft.AspNetCore.Components;

namespace Wenbao.Funds.Pages.Payments;

/// <summary>Whether anybody may still object to a list, and how many objections wait.</summary>
public sealed partial class PublicityMark
{
    /// <summary>The list.</summary>
    [Parameter, EditorRequired]
    public PublicListSummary List { get; set; } = null!;
}
