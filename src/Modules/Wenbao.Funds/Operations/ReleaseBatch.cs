using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Releases a batch that another person made, so that its file may go out (复核放行). Sent again by the same person it changes nothing.</summary>
/// <param name="Batch">The batch.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ReleaseBatch(long Batch) : IOperation<ReleasedBatch>;

/// <summary>The released batch.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Items">How many payments were released.</param>
/// <param name="Amount">Their sum.</param>
public sealed record ReleasedBatch(long Batch, long Items, Money Amount);

internal sealed class ReleaseBatchHandler : IOperationHandler<ReleaseBatch, ReleasedBatch>
{
    public async Task<Result<ReleasedBatch>> HandleAsync(ReleaseBatch operation, OperationSession session, CancellationToken cancel)
    {
        await session.UnitOfWork.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var batch = await BatchStore.FindAsync(session.UnitOfWork, operation.Batch, cancel).ConfigureAwait(false);
        var actor = session.Scope.Actor;
        if (batch is null)
        {
            return FundsProblems.BatchNotFound.With(operation.Batch);
        }

        session.Describe($"batch/{batch.Id}");
        switch (batch.State)
        {
            case BatchState.Withdrawn:
                return FundsProblems.BatchWithdrawn.With(batch.Id);
            case BatchState.Released or BatchState.Exported when batch.ReleasedBy != actor:
                return FundsProblems.BatchReleased.With(batch.Id, batch.ReleasedBy);
            case BatchState.Made when batch.MadeBy == actor:
                return FundsProblems.SamePerson.With(actor);
            case BatchState.Made when session.ExpectedVersion?.Check(batch.Revision, $"batch/{batch.Id}") is { } changed:
                return changed;
            case BatchState.Made:
                batch.State = BatchState.Released;
                batch.ReleasedBy = actor;
                batch.ReleasedOn = session.Scope.Today;
                batch.Revision++;
                break;
        }

        return new ReleasedBatch(batch.Id, batch.Items, new Money(batch.AmountFen));
    }
}
