using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit.Forms;

namespace Wenbao.Policies.Pages.Claims;

/// <summary>What the forms about claims, entitlements and inboxes post to.</summary>
internal static class ClaimForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOperationForm<ClaimReceipt>(
            "/do/claims/{policy}/{type}/{subject}",
            fields => new ClaimEntitlement(fields.Text("policy"), fields.Text("subject"), null, fields.OptionalText("tail", 8)),
            (_, receipt) => ClaimAddresses.Receipt(receipt.Cases[0].Entitlement),
            receipt => Filled(nameof(ClaimTexts.DoneClaim), receipt.Receipt));
        routes.MapOperationForm<GrantedClaims>(
            "/do/entitlements/{id}/grant",
            fields => new GrantClaims([fields.Number("id")]),
            (_, _) => ClaimAddresses.Decisions,
            granted => ClaimTexts.Both(granted.Granted > 0 ? nameof(ClaimTexts.DoneGrant) : nameof(ClaimTexts.DoneQueued)));
        routes.MapOperationForm<ChangedEntitlement>(
            "/do/entitlements/{id}/refuse",
            fields => new RefuseClaim(fields.Number("id"), fields.Text("reason")),
            (_, _) => ClaimAddresses.Decisions,
            _ => ClaimTexts.Both(nameof(ClaimTexts.DoneRefuse)));
        routes.MapOperationForm<ChangedEntitlement>(
            "/do/entitlements/{id}/hold",
            fields => new HoldEntitlement(fields.Number("id"), fields.Text("reason")),
            (_, changed) => ClaimAddresses.Entitlement(changed.Entitlement),
            _ => ClaimTexts.Both(nameof(ClaimTexts.DoneHold)));
        routes.MapOperationForm<ChangedEntitlement>(
            "/do/entitlements/{id}/unhold",
            fields => new UnholdEntitlement(fields.Number("id")),
            (_, changed) => ClaimAddresses.Entitlement(changed.Entitlement),
            _ => ClaimTexts.Both(nameof(ClaimTexts.DoneUnhold)));
        routes.MapOperationForm<ChangedEntitlement>(
            "/do/entitlements/{id}/answer",
            fields => new AnswerHold(fields.Number("id"), fields.Text("reason")),
            (_, changed) => ClaimAddresses.Entitlement(changed.Entitlement),
            _ => ClaimTexts.Both(nameof(ClaimTexts.DoneAnswer)));
        routes.MapOperationForm<ChangedEntitlement>(
            "/do/entitlements/{id}/revoke",
            fields => new RevokeGrant(fields.Number("id"), fields.Text("reason")),
            (_, changed) => ClaimAddresses.Entitlement(changed.Entitlement),
            _ => ClaimTexts.Both(nameof(ClaimTexts.DoneRevoke)));
        routes.MapOperationForm<ServedQueue>(
            "/do/queues/{line}/serve",
            fields => new ServeQueue(fields.Text("line")),
            (fields, _) => ClaimAddresses.Queue(fields.Text("line")),
            served => Filled(nameof(ClaimTexts.DoneServe), served.Granted, served.Waiting));
        routes.MapOperationForm<NotifiedFound>(
            "/do/policies/{policy}/notify",
            fields => new NotifyFound([fields.Text("policy")]),
            (fields, _) => Addresses.Found(fields.Text("policy")),
            told => Filled(nameof(ClaimTexts.DoneNotify), told.Told, told.MissingTold));
        MapInbox(routes, "/do/inbox/subjects/{type}/{subject}", fields => Inbox.OfSubject(fields.Text("type"), fields.Text("subject")), inbox => ClaimAddresses.SubjectInbox(inbox.SubjectType!, inbox.Subject!));
        // An officers' inbox that does not exist is that of a duty which has none: the operation refuses it.
        MapInbox(routes, "/do/inbox/officers/{duty}", fields => Inbox.OfOfficers(Enum.TryParse<Duty>(fields.Text("duty"), out var duty) ? duty : Duty.Owner), inbox => ClaimAddresses.InboxOf(inbox.Officers!.Value));
    }

    private static void MapInbox(IEndpointRouteBuilder routes, string pattern, Func<FormFields, Inbox> of, Func<Inbox, string> address)
    {
        routes.MapOperationForm<ReadNotices>(
            pattern + "/read",
            fields => new MarkNoticesRead(of(fields), fields.Number("through")),
            (fields, _) => address(of(fields)),
            read => Filled(nameof(ClaimTexts.DoneRead), read.Count));
        routes.MapOperationForm<NoticeWishes>(
            pattern + "/settings",
            fields => new SetNoticePreferences(of(fields), Stopped(fields.All("tell")), Enum.TryParse<NoticeDigest>(fields.Text("digest"), out var digest) ? digest : NoticeDigest.None),
            (fields, _) => address(of(fields)),
            _ => ClaimTexts.Both(nameof(ClaimTexts.DoneSettings)));
    }

    /// <summary>What the boxes that are not ticked stop; what cannot be stopped has no box that is sent.</summary>
    private static IReadOnlyList<NoticeKind> Stopped(IReadOnlyList<string> told) =>
        [.. Enum.GetValues<NoticeKind>().Where(k => NoticeTexts.IsForSubjects(k) && !k.IsLegallyNeeded() && !told.Contains(k.ToString()))];

    private static LocalizedText Filled(string key, params object[] values)
    {
        var text = ClaimTexts.Both(key);
        return new LocalizedText(string.Format(CultureInfo.InvariantCulture, text.Zh, values), string.Format(CultureInfo.InvariantCulture, text.En, values));
    }
}
