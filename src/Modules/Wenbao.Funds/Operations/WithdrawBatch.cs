using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Gives up a batch before it is released (撤回批次); its payments stay cleared and go into the next one.</summary>
/// <param name="Batch">The batch.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record WithdrawBatch(long Batch) : IOperation<WithdrawnBatch>;

/// <summary>The withdrawn batch.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Items">How many payments were taken out of it.</param>
public sealed record WithdrawnBatch(long Batch, long Items);

internal sealed class WithdrawBatchHandler : IOperationHandler<WithdrawBatch, WithdrawnBatch>
{
    public async Task<Result<WithdrawnBatch>> HandleAsync(WithdrawBatch operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        await session.UnitOfWork.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var batch = await BatchStore.FindAsync(work, operation.Batch, cancel).ConfigureAwait(false);
        if (batch is null)
        {
            return FundsProblems.BatchNotFound.With(operation.Batch);
        }

        session.Describe($"batch/{batch.Id}");
        if (batch.State == BatchState.Withdrawn)
        {
            return new WithdrawnBatch(batch.Id, batch.Items);
        }

        if (batch.State != BatchState.Made)
        {
            return FundsProblems.BatchReleased.With(batch.Id, batch.ReleasedBy);
        }

        await BatchStore.DropAllAsync(work, batch.Id, scope.Today, cancel).ConfigureAwait(false);
        batch.State = BatchState.Withdrawn;
        batch.WithdrawnBy = scope.Actor;
        batch.WithdrawnOn = scope.Today;
        batch.Revision++;
        return new WithdrawnBatch(batch.Id, batch.Items);
    }
}
