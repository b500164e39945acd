using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Bank;
using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Hands a released batch over to the bank (送交银行): its file is fixed and checked against the schema, and its money is in transit from then on. The file itself is fetched by <see cref="GetBatchFile"/>, as often as needed, always the same bytes.</summary>
/// <remarks>Handed over is not paid: only a statement proves that. Sent again it changes nothing.</remarks>
/// <param name="Batch">The batch.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ExportBatch(long Batch) : IOperation<ExportedBatch>;

/// <summary>The batch handed over.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="MessageId">The name under which the bank knows it.</param>
/// <param name="Items">How many payments.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="Digest">The SHA-256 of the file, in hexadecimal.</param>
public sealed record ExportedBatch(long Batch, string MessageId, long Items, Money Amount, string Digest);

internal sealed class ExportBatchHandler(Ledger ledger, BatchFile file) : IOperationHandler<ExportBatch, ExportedBatch>
{
    public async Task<Result<ExportedBatch>> HandleAsync(ExportBatch operation, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        await session.UnitOfWork.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var batch = await BatchStore.FindAsync(work, operation.Batch, cancel).ConfigureAwait(false);
        switch (batch?.State)
        {
            case null:
                return FundsProblems.BatchNotFound.With(operation.Batch);
            case BatchState.Withdrawn:
                return FundsProblems.BatchWithdrawn.With(batch.Id);
            case BatchState.Made:
                return FundsProblems.BatchNotReleased.With(batch.Id);
            case BatchState.Exported:
                session.Describe($"batch/{batch.Id}", batch.FileDigest);
                return Outcome(batch);
        }

        batch.ExportedBy = scope.Actor;
        batch.ExportedOn = scope.Today;
        batch.ExportedAt = scope.Now;
        var attempts = await BatchStore.ReadAsync(work.Connection, work.Transaction, work.Dialect, batch.Id, cancel).ConfigureAwait(false);
        var parts = await work.Context<PaymentsDb>().BatchParts.AsNoTracking().Where(p => p.Batch == batch.Id).OrderBy(p => p.Number).ToListAsync(cancel).ConfigureAwait(false);
        var written = file.Write(batch, parts, attempts);
        if (!written.IsSuccess)
        {
            return written.Problem!;
        }

        var money = await PaymentMoney.SelectAsync(
            work, $"JOIN fnd_attempt a ON a.commitment = c.id WHERE {AttemptNumber.Among(batch.Id, "a.id")} AND a.state <> '{nameof(AttemptState.Dropped)}' ORDER BY a.id", cancel).ConfigureAwait(false);
        var draft = new VoucherDraft(VoucherKind.HandOver, scope.Today, $"batch/{batch.Id}", [.. money.SelectMany(c => c.Entries(FundStage.InTransit, FundStage.Payable))]);
        var posted = await ledger.PostAsync(work, scope.Actor, scope.Now, draft, cancel).ConfigureAwait(false);
        if (!posted.IsSuccess)
        {
            return posted.Problem!;
        }

        await BatchStore.MoveAllAsync(work, batch.Id, AttemptState.HandedOver, PaymentStage.HandedOver, scope.Today, cancel).ConfigureAwait(false);
        batch.State = BatchState.Exported;
        batch.FileDigest = Convert.ToHexStringLower(SHA256.HashData(written.Value));
        batch.Revision++;
        session.Describe($"batch/{batch.Id}", batch.FileDigest);
        return Outcome(batch);
    }

    private static ExportedBatch Outcome(BatchRow batch) => new(batch.Id, batch.MessageId, batch.Items, new Money(batch.AmountFen), batch.FileDigest!);
}
