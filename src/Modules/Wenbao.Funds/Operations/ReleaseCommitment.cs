using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Takes a commitment back to its line before it is handed over to the bank, or unbooks a relief, because its decision was withdrawn (撤销承诺). Sent by the policies module, which knows; <see cref="CommitmentsReleased"/> is not raised.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Reason">Why; no personal data.</param>
[AllowedTo(Duty.System, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer)]
public sealed record ReleaseCommitment(long Entitlement, string Reason) : IOperation<ReleasedCommitment>;

/// <summary>The outcome.</summary>
/// <param name="Voucher">The voucher.</param>
public sealed record ReleasedCommitment(long Voucher);

internal sealed class ReleaseCommitmentHandler(Releasing releasing) : IOperationHandler<ReleaseCommitment, ReleasedCommitment>
{
    public async Task<Result<ReleasedCommitment>> HandleAsync(ReleaseCommitment operation, OperationSession session, CancellationToken cancel)
    {
        await session.UnitOfWork.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var commitment = await CommitmentStore.FindAsync(session.UnitOfWork, operation.Entitlement, cancel).ConfigureAwait(false);
        if (commitment is null or { Stage: PaymentStage.Released })
        {
            return FundsProblems.NothingCommitted.With(operation.Entitlement);
        }

        if (!commitment.CanBeReleased)
        {
            return FundsProblems.HandedOverAlready.With(operation.Entitlement);
        }

        if (commitment.Settlement == SettlementKind.Loan && await session.UnitOfWork.Context<FundsDb>().Loans.AsNoTracking()
                .FirstOrDefaultAsync(l => l.Entitlement == operation.Entitlement && l.ReturnedOn == null, cancel).ConfigureAwait(false) is { } use)
        {
            return FundsProblems.UseOutstanding.With(use.Line, use.Id);
        }

        var voucher = await releasing.ReleaseAsync(session, commitment, operation.Reason, cancel).ConfigureAwait(false);
        return voucher.Map(id => new ReleasedCommitment(id));
    }
}
