using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The inbox of a subject or of the officers of a duty (收件箱); a subject also says what it wants to be told.</summary>
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

    private static IEnumerable<NoticeKind> Kinds => Enum.GetValues<NoticeKind>().Where(NoticeTexts.IsForSubjects);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = await Pipeline.AskAsync(new FindNotices(Inbox, Place), User.Context);
        Problem = page.Problem;
        Page = page.IsSuccess ? page.Value : null;
    }

    private string AddressOf(NoticePlace? place) => Inbox.Officers is { } duty ? ClaimAddresses.InboxOf(duty, place) : ClaimAddresses.SubjectInbox(Type!, PublicId!, place);

    private static string CountsOf(NoticeGroup group) =>
        string.Join(ReaderText.IsChinese ? "，" : ", ", group.Counts.Select(c => NoticeTexts.Word(c.Kind).For() + " " + ReaderText.Count(c.Count)));
}
