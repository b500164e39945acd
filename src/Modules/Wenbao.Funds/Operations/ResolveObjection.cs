using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Decides an objection (处理异议). Upheld: the payment stays held until its decision is withdrawn. Dismissed: it is free again, unless another objection holds it.</summary>
/// <param name="Objection">The objection.</param>
/// <param name="IsUpheld">Whether it is right.</param>
/// <param name="Reason">Why; shown to the payee, so no personal data of others.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ResolveObjection(long Objection, bool IsUpheld, string Reason) : IOperation<ResolvedObjection>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ReasonText.Check(Reason);
}

/// <summary>The outcome.</summary>
/// <param name="Entitlement">The entitlement that was objected to.</param>
/// <param name="IsHeld">Whether its payment is held now.</param>
public sealed record ResolvedObjection(long Entitlement, bool IsHeld);

internal sealed class ResolveObjectionHandler : IOperationHandler<ResolveObjection, ResolvedObjection>
{
    public async Task<Result<ResolvedObjection>> HandleAsync(ResolveObjection operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var db = work.Context<PaymentsDb>();
        var entitlement = await db.Objections.AsNoTracking().Where(o => o.Id == operation.Objection).Select(o => (long?)o.Entitlement).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        if (entitlement is null)
        {
            return FundsProblems.ObjectionNotFound.With(operation.Objection);
        }

        // The commitment is held first, so that of two officers on one item the second sees what the first has done.
        var commitment = (await CommitmentStore.FindAsync(work, entitlement.Value, cancel).ConfigureAwait(false))!;
        var objection = await db.Objections.FirstAsync(o => o.Id == operation.Objection, cancel).ConfigureAwait(false);
        if (objection.State != ObjectionState.Open)
        {
            return FundsProblems.ObjectionResolved.With(objection.Id, objection.ResolvedBy);
        }

        objection.State = operation.IsUpheld ? ObjectionState.Upheld : ObjectionState.Dismissed;
        objection.ResolvedBy = scope.Actor;
        objection.ResolvedOn = scope.Today;
        objection.Resolution = operation.Reason.Trim();
        session.Describe($"objection/{objection.Id}");
        if (!commitment.IsHeld || commitment.Id != objection.Commitment)
        {
            return new ResolvedObjection(objection.Entitlement, false); // its decision was withdrawn meanwhile
        }

        var isHeld = operation.IsUpheld || commitment.HeldBy is not null || await db.Objections
            .AnyAsync(o => o.Commitment == objection.Commitment && o.Id != objection.Id && o.State != ObjectionState.Dismissed, cancel).ConfigureAwait(false);
        var reason = operation.IsUpheld ? objection.Resolution : isHeld ? commitment.Reason : null;
        await CommitmentStore.MoveAsync(
            work, CommitmentStore.ById(commitment.Id), commitment.Stage, isHeld ? commitment.Since : scope.Today, cancel, "is_held = @held, reason = @reason", null,
            ("held", ColumnType.Boolean, isHeld), ("reason", ColumnType.Text, reason)).ConfigureAwait(false);
        if (!isHeld)
        {
            session.Raise(new PaymentHeldChanged(objection.Entitlement, false));
        }

        return new ResolvedObjection(objection.Entitlement, isHeld);
    }
}
