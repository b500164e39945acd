using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>Holds an entitlement (暂缓办理、退回补正): nothing is granted meanwhile, and in the queue for money others pass it. The subject is told why and can answer; held again after an answer, it is asked once more. A payment under way is stopped, up to the release of its batch; after that it is refused, saying how far the money is.</summary>
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
        EntitlementChange.MakeAsync(session, clock, operation.Entitlement, async (entitlement, book) =>
        {
            var isPaid = HeldMoney.IsPaid(entitlement);
            var isAnswered = entitlement.IsHeld && await HoldAnswers.FindAsync(session, entitlement.Id, cancel).ConfigureAwait(false) is not null;
            if ((entitlement.IsHeld && !isAnswered) || !(isPaid || entitlement.State.IsOpen() || entitlement.State == EntitlementState.Notified))
            {
                return EntitlementAccess.WrongState(entitlement);
            }

            if (isPaid && !isAnswered && (await session.SendAsync(new HoldPayment(entitlement.Id, true, operation.Reason.Trim()), cancel).ConfigureAwait(false)).Problem is { } problem)
            {
                return problem;
            }

            entitlement.Hold(true, book.Moment, GivenReason.Text(operation.Reason));
            book.Tell(NoticeKind.Held, entitlement);
            return null;
        }, cancel);
}

internal sealed class UnholdEntitlementHandler(BusinessClock clock) : IOperationHandler<UnholdEntitlement, ChangedEntitlement>
{
    public async Task<Result<ChangedEntitlement>> HandleAsync(UnholdEntitlement operation, OperationSession session, CancellationToken cancel)
    {
        string? line = null;
        var changed = await EntitlementChange.MakeAsync(session, clock, operation.Entitlement, async (entitlement, book) =>
        {
            var isPaid = HeldMoney.IsPaid(entitlement);
            if (!entitlement.IsHeld || !(isPaid || entitlement.State.IsOpen() || entitlement.State == EntitlementState.Notified))
            {
                return EntitlementAccess.WrongState(entitlement);
            }

            if (isPaid && (await session.SendAsync(new HoldPayment(entitlement.Id, false), cancel).ConfigureAwait(false)).Problem is { } problem)
            {
                return problem;
            }

            line = entitlement.State == EntitlementState.Waiting ? entitlement.Line : null;
            entitlement.Hold(false, book.Moment, null);
            book.Tell(NoticeKind.Unheld, entitlement);
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

/// <summary>Whether holding an entitlement concerns a payment.</summary>
internal static class HeldMoney
{
    /// <summary>Whether it was granted and somebody is paid or will be.</summary>
    public static bool IsPaid(Entitlement entitlement) => entitlement.State.IsGranted() && entitlement is { ConcernsFunds: true, Settlement: "pay" or "supplier" };
}
