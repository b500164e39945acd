using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Controls;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The inbox of a subject or of the officers of a duty (收件箱), with what they want to be told.</summary>
public sealed partial class InboxPage
{
    /// <summary>The subject type; null for officers.</summary>
    [Parameter]
    public string? Type { get; set; }

    /// <summary>The public id; null for officers.</summary>
    [Parameter]
    public string? PublicId { get; set; }

    /// <summary>The duty of officers; null for a subject.</summary>
    [Parameter]
    public string? Officers { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    private NoticePage? Page { get; set; }

    private Problem? Problem { get; set; }

    private NoticePlace? Place => ClaimAddresses.ReadNoticePlace(After);

    private Inbox Inbox => Officers is null ? Inbox.OfSubject(Type!, PublicId!) : Inbox.OfOfficers(Enum.TryParse<Duty>(Officers, out var duty) ? duty : Duty.Owner);

    private IEnumerable<NoticeKind> Kinds => Enum.GetValues<NoticeKind>().Where(k => NoticeTexts.IsForSubjects(k) == Officers is null);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = await Pipeline.AskAsync(new FindNotices(Inbox, Place), User.Context);
        Problem = page.Problem;
        Page = page.IsSuccess ? page.Value : null;
    }

    private string AddressOf(NoticePlace? place) => Inbox.Officers is { } duty ? ClaimAddresses.InboxOf(duty, place) : ClaimAddresses.SubjectInbox(Type!, PublicId!, place);

    private string AddressOf(NoticeItem notice, long id) => Inbox.Officers is null ? ClaimAddresses.Receipt(id) : notice.Kind == NoticeKind.ToDecide ? ClaimAddresses.Decision(id) : ClaimAddresses.Entitlement(id);

    private static string Sentence(NoticeItem notice)
    {
        var policies = string.Join(ReaderText.IsChinese ? "、" : ", ", notice.Policies.Select(p => p.Title.For()));
        return notice is { Amount: { Fen: > 0 } amount, Period: { } period } ? $"{policies} · {period.For()} · {ReaderText.Exact(amount)}" : policies;
    }

    private static StateKind Sign(NoticeKind kind) => kind switch
    {
        NoticeKind.Granted or NoticeKind.Paid => StateKind.Good,
        NoticeKind.Found => StateKind.Star,
        NoticeKind.Waiting or NoticeKind.DueToLapse or NoticeKind.ToDecide => StateKind.Near,
        NoticeKind.DatumMissing or NoticeKind.AccountMissing or NoticeKind.Returned or NoticeKind.DecisionDiffers => StateKind.Unknown,
        _ => StateKind.Bad,
    };
}
