using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Says what a subject wants to be told, and how often (消息设置). What the law wants to be told cannot be stopped.</summary>
/// <param name="Of">Whose inbox: a subject's. That of a duty has no settings, for one officer would silence his colleagues.</param>
/// <param name="Stopped">Kinds that are not told any more.</param>
/// <param name="Digest">How often notices are told that can wait.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Operator)]
public sealed record SetNoticePreferences(Inbox Of, IReadOnlyList<NoticeKind> Stopped, NoticeDigest Digest) : IOperation<NoticeWishes>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => Stopped.Distinct().Where(k => k.IsLegallyNeeded()).Select(k => EntitlementProblems.NoticeNeeded.With(NoticeTexts.Word(k)));
}

internal sealed class SetNoticePreferencesHandler(InboxDoor door) : IOperationHandler<SetNoticePreferences, NoticeWishes>
{
    public async Task<Result<NoticeWishes>> HandleAsync(SetNoticePreferences operation, OperationSession session, CancellationToken cancel)
    {
        var opened = await door.OpenAsync(operation.Of, session.Scope, cancel).ConfigureAwait(false);
        if (!opened.IsSuccess)
        {
            return opened.Problem!;
        }

        if (operation.Of.Officers is { } duty)
        {
            return EntitlementProblems.NoSettings.With(duty);
        }

        var recipient = operation.Of.Recipient;
        var db = session.UnitOfWork.Context<EntitlementsDb>();
        var stored = await db.NoticePreferences.FirstOrDefaultAsync(p => p.Recipient == recipient, cancel).ConfigureAwait(false);
        if (session.ExpectedVersion?.Check(stored?.Version ?? 0, "notice-preference") is { } moved)
        {
            return moved;
        }

        if (stored is null)
        {
            stored = new NoticePreference { Recipient = recipient, Stopped = "" };
            db.NoticePreferences.Add(stored);
        }

        (stored.Stopped, stored.Digest) = (string.Join(',', operation.Stopped.Distinct().Order()), operation.Digest);
        stored.Version++;
        await db.SaveChangesAsync(cancel).ConfigureAwait(false);
        session.Describe("notice-preference");
        return InboxDoor.Wishes(stored);
    }
}
