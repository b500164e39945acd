using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Claims money back that was paid without right (追回立案), whole or in part. Another person approves it.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Amount">More than nought, not more than was paid less what is claimed back already.</param>
/// <param name="Reason">Why; no personal data.</param>
[AllowedTo(Duty.System, Duty.FinanceOfficer, Duty.DepartmentOfficer)]
public sealed record ClaimRecovery(long Entitlement, Money Amount, string Reason) : IOperation<ClaimedRecovery>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ReasonText.Check(Reason);
}

/// <summary>The claim.</summary>
/// <param name="Recovery">Its number.</param>
/// <param name="Reference">What the payee writes on the transfer, so that the money is known when it comes.</param>
public sealed record ClaimedRecovery(long Recovery, string Reference);

internal sealed class ClaimRecoveryHandler(PaymentNames names) : IOperationHandler<ClaimRecovery, ClaimedRecovery>
{
    public async Task<Result<ClaimedRecovery>> HandleAsync(ClaimRecovery operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var commitment = await CommitmentStore.FindAsync(work, operation.Entitlement, cancel).ConfigureAwait(false);
        if (commitment is not { Stage: PaymentStage.Paid or PaymentStage.Recovering })
        {
            return FundsProblems.NotPaid.With(operation.Entitlement);
        }

        var db = work.Context<PaymentsDb>();
        var earlier = await db.Recoveries.AsNoTracking().Where(r => r.Commitment == commitment.Id && r.State != RecoveryState.Refused).ToListAsync(cancel).ConfigureAwait(false);
        var left = commitment.Amount - new Money(earlier.Sum(r => r.AmountFen));
        if (operation.Amount <= Money.Zero || operation.Amount > left)
        {
            return FundsProblems.RecoveryTooLarge.With(operation.Entitlement, left, operation.Amount);
        }

        var parts = commitment.Parts.Take(operation.Amount, earlier.Aggregate(default(LevelAmounts), (sum, r) => sum.Plus(r.Parts)));
        var id = (await NumberBlock.TakeAsync(work, "fnd_recovery", 1, cancel).ConfigureAwait(false))[0];
        var recovery = new RecoveryRow
        {
            Id = id,
            Commitment = commitment.Id,
            Entitlement = commitment.Entitlement,
            Reference = names.Recovery(id),
            AmountFen = operation.Amount.Fen,
            NationalFen = parts.National,
            ProvinceFen = parts.Province,
            CityFen = parts.City,
            DistrictFen = parts.District,
            UnsharedFen = parts.Unshared,
            Reason = operation.Reason.Trim(),
            State = RecoveryState.Claimed,
            ClaimedBy = scope.Actor,
            ClaimedOn = scope.Today,
        };
        db.Recoveries.Add(recovery);
        session.Describe($"recovery/{id}");
        return new ClaimedRecovery(id, recovery.Reference);
    }
}
