using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Gives a payment that the bank rejected or sent back to its line for good (退回预算), because it cannot be mended.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Reason">Why; no personal data.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ReturnToBudget(long Entitlement, string Reason) : IOperation<ReleasedCommitment>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => ReasonText.Check(Reason);
}

internal sealed class ReturnToBudgetHandler(Releasing releasing) : IOperationHandler<ReturnToBudget, ReleasedCommitment>
{
    public async Task<Result<ReleasedCommitment>> HandleAsync(ReturnToBudget operation, OperationSession session, CancellationToken cancel)
    {
        await session.UnitOfWork.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var commitment = await CommitmentStore.FindAsync(session.UnitOfWork, operation.Entitlement, cancel).ConfigureAwait(false);
        if (commitment is not { Stage: PaymentStage.Returned })
        {
            return FundsProblems.NotReturned.With(operation.Entitlement);
        }

        var voucher = await releasing.ReleaseAsync(session, commitment, operation.Reason, cancel).ConfigureAwait(false);
        if (voucher.IsSuccess)
        {
            session.Raise(new CommitmentsReleased([operation.Entitlement], operation.Reason));
        }

        return voucher.Map(id => new ReleasedCommitment(id));
    }
}
