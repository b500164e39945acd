using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Answers why an entitlement is held (补正说明). It stays held until an officer lets it go on, refuses it, or sends it back once more; until then one answer stands, and the same one sent again changes nothing.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Text">The answer, 1 to 500 characters; no personal data, for officers and auditors read it.</param>
[AllowedTo(Duty.Owner)]
public sealed record AnswerHold(long Entitlement, string Text) : IOperation<ChangedEntitlement>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => GivenReason.Check(Text);
}

internal sealed class AnswerHoldHandler(BusinessClock clock) : IOperationHandler<AnswerHold, ChangedEntitlement>
{
    public async Task<Result<ChangedEntitlement>> HandleAsync(AnswerHold operation, OperationSession session, CancellationToken cancel)
    {
        var isNew = false;
        var changed = await EntitlementChange.MakeAsync(session, clock, operation.Entitlement, async (entitlement, book) =>
        {
            if (!entitlement.IsHeld)
            {
                return EntitlementProblems.NothingToAnswer.At(DecidedBy.Subject(entitlement.Id), entitlement.Id);
            }

            var text = GivenReason.Text(operation.Text);
            if (await HoldAnswers.FindAsync(session, entitlement.Id, cancel).ConfigureAwait(false) is { } before)
            {
                return before == text.Zh ? null : EntitlementProblems.AlreadyAnswered.At(DecidedBy.Subject(entitlement.Id), entitlement.Id);
            }

            isNew = true;
            entitlement.Answer(book.Moment, text);
            return null;
        }, cancel).ConfigureAwait(false);
        if (changed.IsSuccess && isNew)
        {
            await new NoticeWriter(session.UnitOfWork, clock.Now, session.Scope.Today)
                .TellOfficersAsync(NoticeKind.Answered, Duty.DepartmentOfficer, [operation.Entitlement], cancel).ConfigureAwait(false);
        }

        return changed;
    }
}

/// <summary>What subjects answered to holds.</summary>
internal static class HoldAnswers
{
    /// <summary>The answer to the hold that stands; null while it is not answered. Asked of a held entitlement only.</summary>
    public static Task<string?> FindAsync(OperationSession session, long entitlement, CancellationToken cancel) =>
        session.UnitOfWork.Context<EntitlementsDb>().Events.Where(v => v.EntitlementId == entitlement && (v.Deed == EntitlementDeed.Held || v.Deed == EntitlementDeed.Answered))
            .OrderByDescending(v => v.Version).Select(v => v.Deed == EntitlementDeed.Answered ? v.ReasonZh : null).FirstOrDefaultAsync(cancel);
}
