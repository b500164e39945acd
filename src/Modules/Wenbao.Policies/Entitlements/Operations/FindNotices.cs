using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>The inbox of a subject, or of the officers of a duty: unread notices first, then the newest, a page at a time (收件箱).</summary>
/// <param name="Of">Whose inbox.</param>
/// <param name="After">The last notice of the page before; null for the first page.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Operator)]
public sealed record FindNotices(Inbox Of, NoticePlace? After = null) : IQuery<NoticePage>
{
    /// <summary>Notices a page.</summary>
    public const int PageSize = 30;
}

/// <summary>Whose inbox: a subject's, or that of a duty.</summary>
/// <param name="SubjectType">The subject's type; null with <paramref name="Officers"/>.</param>
/// <param name="Subject">The subject's public id; null with <paramref name="Officers"/>.</param>
/// <param name="Officers">The duty of the officers; null with a subject.</param>
public sealed record Inbox(string? SubjectType, string? Subject, Duty? Officers)
{
    /// <summary>The inbox of a subject.</summary>
    public static Inbox OfSubject(string type, string subject) => new(type, subject, null);

    /// <summary>The inbox of the officers of a duty.</summary>
    public static Inbox OfOfficers(Duty duty) => new(null, null, duty);

    /// <summary>Under which name its notices are kept.</summary>
    internal string Recipient => Officers is { } duty ? duty.ToString() : Subject!.Trim();
}

/// <summary>A place in an inbox.</summary>
/// <param name="IsRead">Whether the notice there is read.</param>
/// <param name="Id">Its number.</param>
public sealed record NoticePlace(bool IsRead, long Id);

/// <summary>A page of an inbox.</summary>
/// <param name="Name">Whose it is, masked when it is personal; null for officers.</param>
/// <param name="Unread">How many are unread.</param>
/// <param name="Items">The notices.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
/// <param name="Newest">The number of the newest notice that is shown at all; 0 for none. Marking all read names it, so that what comes in meanwhile stays unread.</param>
/// <param name="Wishes">What the subject wants to be told; null for officers: their inbox belongs to a duty, and one of them must not silence the others.</param>
/// <param name="Groups">The notices as they stand together: each by itself, or those of a digest day under one heading, where its newest one stands.</param>
public sealed record NoticePage(
    string? Name, long Unread, IReadOnlyList<NoticeItem> Items, NoticePlace? Next, long Newest, NoticeWishes? Wishes, IReadOnlyList<NoticeGroup> Groups);

/// <summary>Notices that stand together (消息分组).</summary>
/// <param name="Day">The digest day; null for a notice that stands by itself.</param>
/// <param name="Counts">How many of each kind the inbox holds of that day, on whichever page, most first; empty without a day.</param>
/// <param name="Items">Those of this page.</param>
public sealed record NoticeGroup(DateOnly? Day, IReadOnlyList<NoticeCount> Counts, IReadOnlyList<NoticeItem> Items);

/// <summary>How many notices of a kind there are.</summary>
public sealed record NoticeCount(NoticeKind Kind, long Count);

/// <summary>A notice.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Entitlement">The entitlement; null for notices about policies.</param>
/// <param name="Amount">The entitlement's amount; null without one.</param>
/// <param name="Period">The entitlement's period or event; null without one.</param>
/// <param name="Policies">The policies concerned.</param>
/// <param name="Reason">Why; null where nothing has to be said.</param>
/// <param name="On">The day from which it is shown.</param>
/// <param name="IsRead">Whether it was read.</param>
public sealed record NoticeItem(
    long Id, NoticeKind Kind, long? Entitlement, Money? Amount, LocalizedText? Period, IReadOnlyList<NoticePolicy> Policies, LocalizedText? Reason, DateOnly On, bool IsRead);

/// <summary>A policy that a notice is about.</summary>
public sealed record NoticePolicy(string Id, LocalizedText Title);

/// <summary>What a recipient wants to be told.</summary>
/// <param name="Stopped">Kinds that are not told.</param>
/// <param name="Digest">How often notices are told that can wait.</param>
/// <param name="Version">The version, for edits; 0 before any wish.</param>
public sealed record NoticeWishes(IReadOnlyList<NoticeKind> Stopped, NoticeDigest Digest, long Version)
{
    /// <summary>Whether notices of a kind are told.</summary>
    public bool Tells(NoticeKind kind) => kind.IsLegallyNeeded() || !Stopped.Contains(kind);
}

internal sealed class FindNoticesHandler(Database database, InboxDoor door, EntitlementNames names) : IQueryHandler<FindNotices, NoticePage>
{
    public async Task<Result<NoticePage>> HandleAsync(FindNotices query, OperationScope scope, CancellationToken cancel)
    {
        var opened = await door.OpenAsync(query.Of, scope, cancel).ConfigureAwait(false);
        if (!opened.IsSuccess)
        {
            return opened.Problem!;
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var (recipient, today) = (query.Of.Recipient, scope.Today);
            var shown = InboxDoor.Notices(db, query.Of, scope).Where(n => n.ShownFrom <= today);
            var unread = await shown.LongCountAsync(n => n.ReadAt == null, cancel).ConfigureAwait(false);
            var newest = await shown.Select(n => (long?)n.Id).MaxAsync(cancel).ConfigureAwait(false) ?? 0;
            var rows = await PageAsync(db, shown, query.After, cancel).ConfigureAwait(false);
            var wishes = query.Of.Officers is null
                ? InboxDoor.Wishes(await db.NoticePreferences.FirstOrDefaultAsync(p => p.Recipient == recipient, cancel).ConfigureAwait(false))
                : null;
            var items = rows.Take(FindNotices.PageSize).Select(Item).ToList();
            var groups = wishes is null or { Digest: NoticeDigest.None }
                ? [.. items.Select(Alone)]
                : await GatherAsync(shown, items, cancel).ConfigureAwait(false);
            return new NoticePage(
                opened.Value, unread, items, rows.Count > items.Count ? new NoticePlace(items[^1].IsRead, items[^1].Id) : null, newest, wishes, groups);
        }
    }

    private static NoticeGroup Alone(NoticeItem item) => new(null, [], [item]);

    /// <summary>Puts what could wait under its day; what the law wants to be told stands by itself, and so does the only one of a day.</summary>
    private static async Task<IReadOnlyList<NoticeGroup>> GatherAsync(IQueryable<StoredNotice> shown, List<NoticeItem> items, CancellationToken cancel)
    {
        var days = items.Where(i => !i.Kind.IsLegallyNeeded()).Select(i => i.On).Distinct().ToList();
        var counts = await shown.Where(n => days.Contains(n.ShownFrom)).GroupBy(n => new { n.ShownFrom, IsRead = n.ReadAt != null, n.Kind })
            .Select(g => new { g.Key.ShownFrom, g.Key.IsRead, g.Key.Kind, Count = g.LongCount() }).ToListAsync(cancel).ConfigureAwait(false);
        var ofDay = counts.Where(c => !c.Kind.IsLegallyNeeded()).ToLookup(c => (c.ShownFrom, c.IsRead), c => new NoticeCount(c.Kind, c.Count));
        return
        [
            .. items.GroupBy(i => i.Kind.IsLegallyNeeded() || ofDay[(i.On, i.IsRead)].Sum(c => c.Count) == 1 ? (i.On, i.IsRead, Alone: i.Id) : (i.On, i.IsRead, Alone: 0))
                .Select(g => g.Key.Alone != 0
                    ? Alone(g.Single())
                    : new NoticeGroup(g.Key.On, [.. ofDay[(g.Key.On, g.Key.IsRead)].OrderByDescending(c => c.Count).ThenBy(c => c.Kind)], [.. g])),
        ];
    }

    /// <summary>Unread ones first, then those read, each the newest first: two walks along the index, never a sort of the whole inbox.</summary>
    private static async Task<List<Row>> PageAsync(EntitlementsDb db, IQueryable<StoredNotice> shown, NoticePlace? after, CancellationToken cancel)
    {
        var rows = new List<Row>();
        if (after is null or { IsRead: false })
        {
            var unread = shown.Where(n => n.ReadAt == null);
            unread = after is { } place ? unread.Where(n => n.Id < place.Id) : unread;
            rows.AddRange(await Rows(db, unread).Take(FindNotices.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false));
        }

        if (rows.Count <= FindNotices.PageSize)
        {
            var read = shown.Where(n => n.ReadAt != null);
            read = after is { IsRead: true } place ? read.Where(n => n.Id < place.Id) : read;
            rows.AddRange(await Rows(db, read).Take(FindNotices.PageSize + 1 - rows.Count).ToListAsync(cancel).ConfigureAwait(false));
        }

        return rows;
    }

    private static IQueryable<Row> Rows(EntitlementsDb db, IQueryable<StoredNotice> notices) =>
        from notice in notices
        join e in db.Entitlements on notice.EntitlementId equals (long?)e.Id into found
        from entitlement in found.DefaultIfEmpty()
        orderby notice.Id descending
        select new Row { Notice = notice, Fen = (long?)entitlement.AmountFen, CaseKey = entitlement.CaseKey };

    private NoticeItem Item(Row row)
    {
        var notice = row.Notice;
        var policies = notice.Policies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new NoticeItem(
            notice.Id, notice.Kind, notice.EntitlementId, row.Fen is { } fen ? new Money(fen) : null, row.CaseKey is { } key ? EntitlementTexts.Period(key) : null,
            [.. policies.Select(p => new NoticePolicy(p, names.TitleOf(p)))], EntitlementTexts.Reason(notice.ReasonZh, notice.ReasonEn), notice.ShownFrom, notice.ReadAt is not null);
    }

    private sealed class Row
    {
        public required StoredNotice Notice { get; init; }

        public long? Fen { get; init; }

        public string? CaseKey { get; init; }
    }
}

/// <summary>Who may open which inbox.</summary>
internal sealed class InboxDoor(RegistryDeclaration declaration, SubjectReader reader, SubjectNames subjectNames)
{
    /// <summary>Opens an inbox.</summary>
    /// <returns>The name of the subject, null for officers; or the problem that there is no such inbox for the reader.</returns>
    public async Task<Result<string?>> OpenAsync(Inbox inbox, OperationScope scope, CancellationToken cancel)
    {
        if (inbox.Officers is { } duty)
        {
            return scope.Has(duty) && duty != Duty.Owner ? Result<string?>.Of(null) : DutyNames.Refusal(nameof(FindNotices), [duty]);
        }

        var subject = inbox.Subject?.Trim() ?? "";
        if (!scope.Covers(subject) || declaration.Find(inbox.SubjectType ?? "") is not { } type
            || !(await reader.NumbersAsync(type, [subject], cancel).ConfigureAwait(false)).TryGetValue(subject, out var number))
        {
            return PolicyProblems.SubjectNotFound.At(subject, subject);
        }

        var name = (await subjectNames.ReadAsync(type, [number], cancel).ConfigureAwait(false)).GetValueOrDefault(number);
        return Result<string?>.Of(string.IsNullOrEmpty(name) ? subject : name);
    }

    /// <summary>The notices of an inbox that the reader may see: officers only those of their departments.</summary>
    public static IQueryable<StoredNotice> Notices(EntitlementsDb db, Inbox inbox, OperationScope scope)
    {
        var recipient = inbox.Recipient;
        var notices = db.Notices.Where(n => n.Recipient == recipient);
        return inbox.Officers is not null && scope.Departments is { } departments
            ? notices.Where(n => n.EntitlementId == null || db.Entitlements.Any(e => e.Id == n.EntitlementId && departments.Contains(e.Department)))
            : notices;
    }

    /// <summary>Wishes as they are told.</summary>
    public static NoticeWishes Wishes(NoticePreference? stored) => stored is null
        ? new NoticeWishes([], NoticeDigest.None, 0)
        : new NoticeWishes([.. stored.Stopped.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeKind>)], stored.Digest, stored.Version);
}
