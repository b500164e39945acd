using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Holds a payment that is under way, up to the release of its batch (暂缓拨付), or lets it go on. Sent by the policies module, which keeps the reason for people; <see cref="PaymentHeldChanged"/> is not raised.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="IsHeld">Whether it is held from now on.</param>
/// <param name="Reason">Why it is held; no personal data. Null when it goes on.</param>
[AllowedTo(Duty.System, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer)]
public sealed record HoldPayment(long Entitlement, bool IsHeld, string? Reason = null) : IOperation<HeldPayment>;

/// <summary>The outcome.</summary>
/// <param name="LeftBatch">The batch that the payment was taken out of; null when it was in none.</param>
public sealed record HeldPayment(long? LeftBatch);

internal sealed class HoldPaymentHandler : IOperationHandler<HoldPayment, HeldPayment>
{
    public async Task<Result<HeldPayment>> HandleAsync(HoldPayment operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        await work.HoldPaymentsAsync(cancel).ConfigureAwait(false);
        var commitment = await CommitmentStore.FindAsync(work, operation.Entitlement, cancel).ConfigureAwait(false);
        if (commitment is null or { Stage: PaymentStage.Released } or { IsPaid: false })
        {
            return FundsProblems.NothingCommitted.With(operation.Entitlement);
        }

        session.Describe(string.Create(CultureInfo.InvariantCulture, $"entitlement/{operation.Entitlement}"));
        return operation.IsHeld ? await HoldAsync(operation, commitment, session, cancel).ConfigureAwait(false) : await LetGoAsync(commitment, session, cancel).ConfigureAwait(false);
    }

    private static async Task<Result<HeldPayment>> HoldAsync(HoldPayment operation, Commitment commitment, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var batch = commitment is { Stage: PaymentStage.Batched, Batch: { } number } ? await BatchStore.FindAsync(work, number, cancel).ConfigureAwait(false) : null;
        if (TooLate(commitment, batch) is { } gone)
        {
            return FundsProblems.HoldTooLate.With(commitment.Entitlement, gone.Zh, gone.En);
        }

        if (batch is not null)
        {
            await BatchStore.DropAsync(work, commitment, cancel).ConfigureAwait(false);
        }

        var stage = batch is null ? commitment.Stage : PaymentStage.Payable;
        await CommitmentStore.MoveAsync(
            work, CommitmentStore.ById(commitment.Id), stage, scope.Today, cancel, "is_held = @held, held_by = @by, reason = @reason" + (batch is null ? "" : ", " + BatchStore.OutOfBatch), null,
            ("held", ColumnType.Boolean, true), ("by", ColumnType.Text, scope.Actor), ("reason", ColumnType.Text, operation.Reason)).ConfigureAwait(false);
        if (batch is not null)
        {
            await BatchStore.NameEarlierBatchAsync(work, commitment.Id, cancel).ConfigureAwait(false);
        }

        return new HeldPayment(batch?.Id);
    }

    private static async Task<Result<HeldPayment>> LetGoAsync(Commitment commitment, OperationSession session, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        if (await work.Context<PaymentsDb>().Objections.AnyAsync(o => o.Commitment == commitment.Id && o.State != ObjectionState.Dismissed, cancel).ConfigureAwait(false))
        {
            return FundsProblems.HeldByObjection.With(commitment.Entitlement);
        }

        if (commitment.IsHeld)
        {
            await CommitmentStore.MoveAsync(
                work, CommitmentStore.ById(commitment.Id), commitment.Stage, scope.Today, cancel, "is_held = @held, held_by = NULL, reason = NULL", null, ("held", ColumnType.Boolean, false)).ConfigureAwait(false);
        }

        return new HeldPayment(null);
    }

    /// <summary>How far the money has come when it cannot be stopped any more; null while it can.</summary>
    private static LocalizedText? TooLate(Commitment commitment, BatchRow? batch) => commitment.Stage switch
    {
        PaymentStage.Batched when batch is { State: not BatchState.Made } => new LocalizedText($"批次 {batch.Id} 已放行", $"batch {batch.Id} is released"),
        PaymentStage.HandedOver or PaymentStage.Accepted => new LocalizedText($"批次 {commitment.Batch} 已送交银行", $"batch {commitment.Batch} is with the bank"),
        PaymentStage.Paid or PaymentStage.Recovering or PaymentStage.Recovered => new LocalizedText("已付出", "it is paid"),
        _ => null,
    };
}
