using System.Globalization;
using Wenbao.Platform.Operations;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>The addresses of the pages about entitlements, and of what their forms post to.</summary>
internal static class ClaimAddresses
{
    public const string Entitlements = "/entitlements";
    public const string Decisions = "/decisions";
    public const string OfficersInbox = "/inbox";

    public static string Entitlement(long id) => $"{Entitlements}/{Text(id)}";

    public static string Receipt(long id) => Entitlement(id) + "/receipt";

    public static string Replay(long id) => Entitlement(id) + "?replay=1#decision";

    public static string Decision(long id) => $"{Decisions}/{Text(id)}";

    public static string DecisionsOf(string? policy, long? after = null) => Decisions + Query(("policy", policy), ("after", after is { } number ? Text(number) : null));

    public static string Queue(string line, QueuePlace? after = null) =>
        $"/funds/{Uri.EscapeDataString(line)}/queue" + Query(("after", after is null ? null : $"{Text(after.Number)}-{Text(after.Position)}-{Text(after.Wanted.Fen)}"));

    public static string Money(string type, string subject) => Subject(type, subject) + "/money";

    public static string SubjectInbox(string type, string subject, NoticePlace? after = null) => Subject(type, subject) + "/inbox" + Query(("after", Place(after)));

    public static string InboxOf(Duty duty, NoticePlace? after = null) => $"{OfficersInbox}/{duty}" + Query(("after", Place(after)));

    public static string List(EntitlementFilter filter, long? before = null) => Entitlements + Query(
        ("state", filter.State?.ToString()), ("policy", filter.Policy), ("line", filter.Line), ("q", filter.Text), ("held", filter.OnlyHeld ? "1" : null), ("before", before is { } id ? Text(id) : null));

    public static string DoClaim(string policy, string type, string subject) => $"/do/claims/{Uri.EscapeDataString(policy)}/{Uri.EscapeDataString(type)}/{Uri.EscapeDataString(subject)}";

    public static string Do(long id, string deed) => $"/do/entitlements/{Text(id)}/{deed}";

    public static string DoNotify(string policy) => $"/do/policies/{Uri.EscapeDataString(policy)}/notify";

    public static string DoServe(string line) => $"/do/queues/{Uri.EscapeDataString(line)}/serve";

    public static string DoInbox(Inbox inbox, string deed) => inbox.Officers is { } duty
        ? $"/do/inbox/officers/{duty}/{deed}"
        : $"/do/inbox/subjects/{Uri.EscapeDataString(inbox.SubjectType!)}/{Uri.EscapeDataString(inbox.Subject!)}/{deed}";

    /// <summary>A place of a queue as it stands in an address; null when it is none: people edit addresses.</summary>
    public static QueuePlace? ReadQueuePlace(string? text) => text?.Split('-') is [var number, var position, var wanted]
        && Number(number) is { } n && Number(position) is { } p && Number(wanted) is { } fen ? new QueuePlace(n, p, new Kernel.Money(fen)) : null;

    /// <summary>A place of an inbox as it stands in an address; null when it is none.</summary>
    public static NoticePlace? ReadNoticePlace(string? text) => text?.Split('-') is [("read" or "new") and var read, var id] && Number(id) is { } number ? new NoticePlace(read == "read", number) : null;

    /// <summary>A whole number of an address; null when it is none.</summary>
    public static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Place(NoticePlace? place) => place is null ? null : $"{(place.IsRead ? "read" : "new")}-{Text(place.Id)}";

    private static string Subject(string type, string subject) => $"/subjects/{Uri.EscapeDataString(type)}/{Uri.EscapeDataString(subject)}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Query(params (string Name, string? Value)[] parts)
    {
        var given = parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }
}
