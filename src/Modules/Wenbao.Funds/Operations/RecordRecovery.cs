using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Records money received for a recovery against a receipt (追回入账). Money that comes by transfer with the recovery's reference is recorded from the statement by itself.</summary>
/// <param name="Recovery">The recovery.</param>
/// <param name="Amount">What was received, not more than is outstanding.</param>
/// <param name="Receipt">The receipt's number; each counts once.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record RecordRecovery(long Recovery, Money Amount, string Receipt) : IOperation<RecordedRecovery>, IValidated
{
    private const int ReceiptCharactersMax = 60;

    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() =>
        string.IsNullOrWhiteSpace(Receipt) || Receipt.Length > ReceiptCharactersMax ? [FundsProblems.TextMissing.At("receipt", ReceiptCharactersMax)] : [];
}

/// <summary>The state afterwards.</summary>
/// <param name="Recovery">The recovery.</param>
/// <param name="Received">What was received so far.</param>
/// <param name="Outstanding">What is still owed.</param>
public sealed record RecordedRecovery(long Recovery, Money Received, Money Outstanding);

internal sealed class RecordRecoveryHandler(RecoveryDesk desk) : IOperationHandler<RecordRecovery, RecordedRecovery>
{
    public async Task<Result<RecordedRecovery>> HandleAsync(RecordRecovery operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var db = work.Context<PaymentsDb>();
        var recovery = await db.Recoveries.FirstOrDefaultAsync(r => r.Id == operation.Recovery, cancel).ConfigureAwait(false);
        if (recovery is null)
        {
            return FundsProblems.RecoveryNotFound.With(operation.Recovery);
        }

        var reference = "receipt/" + operation.Receipt.Trim();
        if (await db.RecoveryReceipts.AnyAsync(r => r.Reference == reference, cancel).ConfigureAwait(false))
        {
            return FundsProblems.ReceiptRecorded.With(operation.Receipt.Trim());
        }

        if (recovery.State is not (RecoveryState.Approved or RecoveryState.Received))
        {
            return FundsProblems.RecoveryNotApproved.With(recovery.Id);
        }

        if (operation.Amount <= Money.Zero || operation.Amount > recovery.Outstanding)
        {
            return FundsProblems.ReceiptTooLarge.With(recovery.Id, recovery.Outstanding, operation.Amount);
        }

        session.Describe($"recovery/{recovery.Id}");
        var problem = await desk.ReceiveAsync(session, recovery, operation.Amount, session.Scope.Today, reference, cancel).ConfigureAwait(false);
        return problem is not null ? problem : new RecordedRecovery(recovery.Id, new Money(recovery.ReceivedFen), recovery.Outstanding);
    }
}
