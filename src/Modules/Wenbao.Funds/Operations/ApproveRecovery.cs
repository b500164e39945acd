using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Decides a recovery that another person claimed (追回审批). Approved, the money is owed to the line; refused, nothing is.</summary>
/// <param name="Recovery">The recovery.</param>
/// <param name="Refusal">Why it is refused; null to approve it.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ApproveRecovery(long Recovery, string? Refusal = null) : IOperation<DecidedRecovery>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => Refusal is null ? [] : ReasonText.Check(Refusal, "refusal");
}

/// <summary>The decision.</summary>
/// <param name="Recovery">The recovery.</param>
/// <param name="State">Its state now.</param>
public sealed record DecidedRecovery(long Recovery, RecoveryState State);

internal sealed class ApproveRecoveryHandler(Ledger ledger, RecoveryDesk desk) : IOperationHandler<ApproveRecovery, DecidedRecovery>
{
    public async Task<Result<DecidedRecovery>> HandleAsync(ApproveRecovery operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var recovery = await work.Context<PaymentsDb>().Recoveries.FirstOrDefaultAsync(r => r.Id == operation.Recovery, cancel).ConfigureAwait(false);
        if (recovery is null)
        {
            return FundsProblems.RecoveryNotFound.With(operation.Recovery);
        }

        if (recovery.State != RecoveryState.Claimed)
        {
            return FundsProblems.RecoveryDecided.With(recovery.Id, recovery.DecidedBy);
        }

        if (recovery.ClaimedBy == scope.Actor)
        {
            return FundsProblems.SamePerson.With(scope.Actor);
        }

        if (session.ExpectedVersion?.Check(recovery.Revision, $"recovery/{recovery.Id}") is { } changed)
        {
            return changed;
        }

        session.Describe($"recovery/{recovery.Id}");
        recovery.DecidedBy = scope.Actor;
        recovery.DecidedOn = scope.Today;
        recovery.Revision++;
        if (operation.Refusal is { } refusal)
        {
            recovery.State = RecoveryState.Refused;
            recovery.Refusal = refusal.Trim();
            return new DecidedRecovery(recovery.Id, recovery.State);
        }

        var commitment = (await CommitmentStore.FindAsync(work, recovery.Entitlement, cancel).ConfigureAwait(false))!;
        if (commitment.Stage is not (PaymentStage.Paid or PaymentStage.Recovering))
        {
            return FundsProblems.NotPaid.With(recovery.Entitlement);
        }

        var draft = new VoucherDraft(VoucherKind.RecoveryClaim, scope.Today, $"recovery/{recovery.Id}", [.. commitment.EntriesOf(recovery.Parts, FundStage.Receivable, FundStage.RecoveryClaimed)]);
        var posted = await ledger.PostAsync(work, scope.Actor, scope.Now, draft, cancel).ConfigureAwait(false);
        if (!posted.IsSuccess)
        {
            return posted.Problem!;
        }

        recovery.State = RecoveryState.Approved;
        await desk.SettleAsync(session, commitment with { RecoveryClaimed = commitment.RecoveryClaimed + new Money(recovery.AmountFen) }, cancel).ConfigureAwait(false);
        return new DecidedRecovery(recovery.Id, recovery.State);
    }
}
