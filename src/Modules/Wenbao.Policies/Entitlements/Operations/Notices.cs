using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>The notices of an inbox, the newest first (消息).</summary>
/// <param name="Recipient">A subject's public id; or a duty, such as <c>PolicyOfficer</c>, for officers.</param>
/// <param name="OnlyUnread">Whether only unread ones are wanted.</param>
/// <param name="Before">Only those with a smaller number: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record FindNotices(string Recipient, bool OnlyUnread = false, long? Before = null) : IQuery<NoticePage>
{
    /// <summary>Notices a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of an inbox.</summary>
/// <param name="Notices">The notices.</param>
/// <param name="Unread">How many are unread in all.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
/// <param name="Preferences">What the recipient wants to be told.</param>
public sealed record NoticePage(IReadOnlyList<Notice> Notices, long Unread, long? Next, NoticePreferences Preferences);

/// <summary>A notice.</summary>
/// <param name="Id">The number.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Entitlement">The entitlement; null for notices about policies.</param>
/// <param name="Policies">The policies concerned, with their titles.</param>
/// <param name="CaseKey">The period or event; null without an entitlement.</param>
/// <param name="Amount">The amount of the entitlement as it stands now; null without one.</param>
/// <param name="Reason">The reason; null where nothing has to be said.</param>
/// <param name="ShownFrom">The day it is told.</param>
/// <param name="IsRead">Whether it was read.</param>
public sealed record Notice(
    long Id, NoticeKind Kind, long? Entitlement, IReadOnlyList<(string Id, LocalizedText Title)> Policies, string? CaseKey, Money? Amount, LocalizedText? Reason, DateOnly ShownFrom, bool IsRead);

/// <summary>What a recipient wants to be told.</summary>
/// <param name="Stopped">Kinds that are not told.</param>
/// <param name="Digest">How often what can wait is told.</param>
/// <param name="Version">The version, for edits; 0 when nothing was ever set.</param>
public sealed record NoticePreferences(IReadOnlyList<NoticeKind> Stopped, NoticeDigest Digest, long Version);

/// <summary>Marks notices as read (标为已读).</summary>
/// <param name="Recipient">A subject's public id, or a duty.</param>
/// <param name="Notices">Their numbers; null for all that are shown.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record MarkNoticesRead(string Recipient, IReadOnlyList<long>? Notices = null) : IOperation<long>;

/// <summary>Sets what a recipient wants to be told (消息设置).</summary>
/// <param name="Recipient">A subject's public id, or a duty.</param>
/// <param name="Stopped">Kinds that are not told; not those that the law wants to be told.</param>
/// <param name="Digest">How often what can wait is told.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record SetNoticePreferences(string Recipient, IReadOnlyList<NoticeKind> Stopped, NoticeDigest Digest) : IOperation<NoticePreferences>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() =>
        Stopped.Where(k => k.IsLegallyNeeded()).Select(k => EntitlementProblems.NoticeNeeded.At("stopped", k));
}

/// <summary>Whose inbox it is.</summary>
internal static class Inbox
{
    /// <summary>The problem when the inbox is none of the actor's business; null when it is.</summary>
    public static Problem? Refuses(OperationScope scope, string recipient)
    {
        var isDuty = Enum.TryParse<Duty>(recipient, out var duty);
        return isDuty ? scope.Has(duty) ? null : OperationProblems.NotAllowed.With(recipient)
            : scope.Covers(recipient) ? null : PolicyProblems.SubjectNotFound.At(recipient, recipient);
    }
}

internal sealed class FindNoticesHandler(Database database, EntitlementNames names) : IQueryHandler<FindNotices, NoticePage>
{
    public async Task<Result<NoticePage>> HandleAsync(FindNotices query, OperationScope scope, CancellationToken cancel)
    {
        if (Inbox.Refuses(scope, query.Recipient) is { } refused)
        {
            return refused;
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var (recipient, today) = (query.Recipient, scope.Today);
            var all = db.Notices.Where(n => n.Recipient == recipient && n.ShownFrom <= today);
            var unread = await all.LongCountAsync(n => n.ReadAt == null, cancel).ConfigureAwait(false);
            var wanted = query.OnlyUnread ? all.Where(n => n.ReadAt == null) : all;
            wanted = query.Before is { } before ? wanted.Where(n => n.Id < before) : wanted;
            var rows = await wanted.OrderByDescending(n => n.Id).Take(FindNotices.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindNotices.PageSize).ToList();
            var ids = shown.Select(n => n.EntitlementId).OfType<long>().Distinct().ToList();
            var entitlements = await db.Entitlements.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel).ConfigureAwait(false);
            var preference = await db.NoticePreferences.FirstOrDefaultAsync(p => p.Recipient == recipient, cancel).ConfigureAwait(false);
            return new NoticePage(
                [.. shown.Select(n => Notice(n, n.EntitlementId is { } id ? entitlements.GetValueOrDefault(id) : null))],
                unread,
                rows.Count > shown.Count ? shown[^1].Id : null,
                Preferences.Of(preference));
        }
    }

    private Notice Notice(StoredNotice stored, Entitlement? entitlement) => new(
        stored.Id,
        stored.Kind,
        stored.EntitlementId,
        [.. stored.Policies.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => (p, names.TitleOf(p)))],
        entitlement?.CaseKey,
        entitlement?.Amount,
        EntitlementTexts.Reason(stored.ReasonZh, stored.ReasonEn),
        stored.ShownFrom,
        stored.ReadAt is not null);
}

internal sealed class MarkNoticesReadHandler : IOperationHandler<MarkNoticesRead, long>
{
    public async Task<Result<long>> HandleAsync(MarkNoticesRead operation, OperationSession session, CancellationToken cancel)
    {
        if (Inbox.Refuses(session.Scope, operation.Recipient) is { } refused)
        {
            return refused;
        }

        var (recipient, today, now) = (operation.Recipient, session.Scope.Today, (DateTimeOffset?)session.Scope.Now);
        var unread = session.UnitOfWork.Context<EntitlementsDb>().Notices.Where(n => n.Recipient == recipient && n.ReadAt == null && n.ShownFrom <= today);
        if (operation.Notices is { } named)
        {
            var ids = named.ToList();
            unread = unread.Where(n => ids.Contains(n.Id));
        }

        session.Describe("inbox");
        return await unread.ExecuteUpdateAsync(u => u.SetProperty(n => n.ReadAt, now), cancel).ConfigureAwait(false);
    }
}

internal sealed class SetNoticePreferencesHandler : IOperationHandler<SetNoticePreferences, NoticePreferences>
{
    public async Task<Result<NoticePreferences>> HandleAsync(SetNoticePreferences operation, OperationSession session, CancellationToken cancel)
    {
        if (Inbox.Refuses(session.Scope, operation.Recipient) is { } refused)
        {
            return refused;
        }

        var db = session.UnitOfWork.Context<EntitlementsDb>();
        var recipient = operation.Recipient;
        var stored = await db.NoticePreferences.FirstOrDefaultAsync(p => p.Recipient == recipient, cancel).ConfigureAwait(false);
        if (session.ExpectedVersion?.Check(stored?.Version ?? 0, "inbox") is { } moved)
        {
            return moved;
        }

        if (stored is null)
        {
            db.NoticePreferences.Add(stored = new NoticePreference { Recipient = recipient, Stopped = "" });
        }

        (stored.Stopped, stored.Digest) = (string.Join(',', operation.Stopped.Distinct().Order()), operation.Digest);
        stored.Version++;
        session.Describe("inbox");
        return Preferences.Of(stored);
    }
}

/// <summary>Stored preferences as answers.</summary>
internal static class Preferences
{
    public static NoticePreferences Of(NoticePreference? stored) => stored is null
        ? new NoticePreferences([], NoticeDigest.None, 0)
        : new NoticePreferences([.. stored.Stopped.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeKind>)], stored.Digest, stored.Version);
}
