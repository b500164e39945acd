using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>Takes a grant back before anything is paid (撤销批准): the money goes back to its line, the event is free again. What is paid already has to be recovered.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Reason">Why, 1 to 500 characters; no personal data. The subject reads it.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer)]
public sealed record RevokeGrant(long Entitlement, string Reason) : IOperation<ChangedEntitlement>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => GivenReason.Check(Reason);
}

internal sealed class RevokeGrantHandler(BusinessClock clock) : IOperationHandler<RevokeGrant, ChangedEntitlement>
{
    public Task<Result<ChangedEntitlement>> HandleAsync(RevokeGrant operation, OperationSession session, CancellationToken cancel) =>
        EntitlementChange.MakeAsync(session, clock, operation.Entitlement, async (granted, book) =>
        {
            // Booked reliefs are settled by the grant and can still be taken back; what was paid cannot.
            var isPaid = granted is { State: EntitlementState.Settled, ConcernsFunds: true } && granted.Settlement is "pay" or "supplier";
            if (isPaid || !(granted.State.IsGranted() || granted.State == EntitlementState.Waiting))
            {
                return EntitlementAccess.WrongState(granted);
            }

            if (granted.State.IsGranted() && granted.ConcernsFunds)
            {
                var released = await session.SendAsync(new ReleaseCommitment(granted.Id, operation.Reason.Trim()), cancel).ConfigureAwait(false);
                if (!released.IsSuccess)
                {
                    return released.Problem;
                }
            }

            granted.End(EntitlementDeed.Revoked, book.Moment, GivenReason.Text(operation.Reason));
            book.Tell(NoticeKind.TakenBack, granted);
            return null;
        }, cancel);
}
