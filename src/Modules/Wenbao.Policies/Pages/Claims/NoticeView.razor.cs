using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.WebKit;
using Wenbao.WebKit.Controls;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>A notice in a list: what it tells, whether it is new, why, and where to go.</summary>
public sealed partial class NoticeView
{
    /// <summary>The notice.</summary>
    [Parameter, EditorRequired]
    public NoticeItem Notice { get; set; } = null!;

    /// <summary>The inbox it is in.</summary>
    [Parameter, EditorRequired]
    public Inbox Inbox { get; set; } = null!;

    // Where something is asked, answered or decided, the page on which that is done; else the receipt, which says what comes next.
    private string AddressOf(long id) => Notice.Kind switch
    {
        NoticeKind.ToDecide => ClaimAddresses.Decision(id),
        NoticeKind.Held or NoticeKind.Unheld => ClaimAddresses.Entitlement(id),
        _ => Inbox.Officers is null ? ClaimAddresses.Receipt(id) : ClaimAddresses.Entitlement(id),
    };

    private string Sentence
    {
        get
        {
            var policies = string.Join(ReaderText.IsChinese ? "、" : ", ", Notice.Policies.Select(p => p.Title.For()));
            return Notice is { Amount: { Fen: > 0 } amount, Period: { } period } ? $"{policies} · {period.For()} · {ReaderText.Exact(amount)}" : policies;
        }
    }

    private StateKind Sign => Notice.Kind switch
    {
        NoticeKind.Granted or NoticeKind.Paid or NoticeKind.Unheld => StateKind.Good,
        NoticeKind.Found => StateKind.Star,
        NoticeKind.Waiting or NoticeKind.DueToLapse or NoticeKind.ToDecide or NoticeKind.Answered => StateKind.Near,
        NoticeKind.DatumMissing or NoticeKind.AccountMissing or NoticeKind.Returned or NoticeKind.DecisionDiffers or NoticeKind.Held => StateKind.Unknown,
        _ => StateKind.Bad,
    };
}
