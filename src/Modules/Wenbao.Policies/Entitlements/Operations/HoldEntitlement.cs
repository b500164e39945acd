using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>Holds an entitlement (暂缓办理): nothing is granted meanwhile, and in the queue for money others pass it. A payment under way is held by an objection, not by this.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Reason">Why, 1 to 500 characters; no personal data.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer)]
public sealed record HoldEntitlement(long Entitlement, string Reason) : IOperation<ChangedEntitlement>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => GivenReason.Check(Reason);
}

/// <summary>Lets a held entitlement go on (恢复办理). One that waits for money keeps its place.</summary>
/// <param name="Entitlement">The entitlement.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer)]
public sealed record UnholdEntitlement(long Entitlement) : IOperation<ChangedEntitlement>;

internal sealed class HoldEntitlementHandler(BusinessClock clock) : IOperationHandler<HoldEntitlement, ChangedEntitlement>
{
    public Task<Result<ChangedEntitlement>> HandleAsync(HoldEntitlement operation, OperationSession session, CancellationToken cancel) =>
        EntitlementChange.MakeAsync(session, clock, operation.Entitlement, (entitlement, book) =>
        {
            if (entitlement.IsHeld || !(entitlement.State.IsOpen() || entitlement.State == EntitlementState.Notified))
            {
                return EntitlementAccess.WrongState(entitlement);
            }

            entitlement.Hold(true, book.Moment, GivenReason.Text(operation.Reason));
            return null;
        }, cancel);
}

internal sealed class UnholdEntitlementHandler(BusinessClock clock) : IOperationHandler<UnholdEntitlement, ChangedEntitlement>
{
    public async Task<Result<ChangedEntitlement>> HandleAsync(UnholdEntitlement operation, OperationSession session, CancellationToken cancel)
    {
        string? line = null;
        var changed = await EntitlementChange.MakeAsync(session, clock, operation.Entitlement, (entitlement, book) =>
        {
            if (!entitlement.IsHeld || !entitlement.State.IsOpen())
            {
                return EntitlementAccess.WrongState(entitlement);
            }

            line = entitlement.State == EntitlementState.Waiting ? entitlement.Line : null;
            entitlement.Hold(false, book.Moment, null);
            return null;
        }, cancel).ConfigureAwait(false);
        if (changed.IsSuccess && line is not null)
        {
            var served = await session.SendAsync(new ServeQueue(line), cancel).ConfigureAwait(false);
            return served.IsSuccess ? changed : served.Problem!;
        }

        return changed;
    }
}
