using Microsoft.AspNetCore.Components;
using Wenbao.WebKit.Controls;

namespace Wenbao.Funds.Pages.Books;

/// <summary>Where a wish that needs two persons stands, as sign and word.</summary>
public sealed partial class ApprovalMark
{
    /// <summary>The state.</summary>
    [Parameter, EditorRequired]
    public ApprovalState State { get; set; }

    private StateKind Kind => State switch
    {
        ApprovalState.Approved => StateKind.Good,
        ApprovalState.Rejected => StateKind.Bad,
        _ => StateKind.Waiting,
    };
}
