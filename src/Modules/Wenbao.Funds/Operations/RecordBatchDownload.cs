using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Puts on record that somebody takes the file of a batch (领取批次文件), because it holds names and accounts. It changes nothing; the file itself is asked for by <see cref="GetBatchFile"/>.</summary>
/// <param name="Batch">The batch, handed over.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor)]
public sealed record RecordBatchDownload(long Batch) : IOperation<RecordedDownload>;

/// <summary>What was put on record.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Digest">The SHA-256 of its file, in hexadecimal.</param>
public sealed record RecordedDownload(long Batch, string Digest);

internal sealed class RecordBatchDownloadHandler : IOperationHandler<RecordBatchDownload, RecordedDownload>
{
    public async Task<Result<RecordedDownload>> HandleAsync(RecordBatchDownload operation, OperationSession session, CancellationToken cancel)
    {
        var batch = await BatchStore.FindAsync(session.UnitOfWork, operation.Batch, cancel).ConfigureAwait(false);
        if (batch is null)
        {
            return FundsProblems.BatchNotFound.With(operation.Batch);
        }

        if (batch is not { State: BatchState.Exported, FileDigest: { } digest })
        {
            return FundsProblems.BatchNotHandedOver.With(batch.Id);
        }

        session.Describe($"batch/{batch.Id}", digest);
        return new RecordedDownload(batch.Id, digest);
    }
}
