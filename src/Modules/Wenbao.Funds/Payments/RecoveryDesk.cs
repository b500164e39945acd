using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Payments;

/// <summary>Takes in money that was claimed back.</summary>
internal sealed class RecoveryDesk(Ledger ledger, FundLines lines)
{
    /// <summary>Books money for an approved recovery, not more than is outstanding; tells when the grant has come back in full.</summary>
    /// <param name="session">The operation, which holds payments.</param>
    /// <param name="recovery">The recovery, tracked.</param>
    /// <param name="amount">What came.</param>
    /// <param name="on">The day it came.</param>
    /// <param name="reference">The receipt's number, or the statement's movement.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Problem?> ReceiveAsync(OperationSession session, RecoveryRow recovery, Money amount, DateOnly on, string reference, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var db = work.Context<PaymentsDb>();
        var taken = (await db.RecoveryReceipts.Where(r => r.Recovery == recovery.Id).ToListAsync(cancel).ConfigureAwait(false))
            .Aggregate(default(LevelAmounts), (sum, r) => sum.Plus(r.Parts));
        var parts = recovery.Parts.Take(amount, taken);
        var commitment = (await CommitmentStore.FindAsync(work, recovery.Entitlement, cancel).ConfigureAwait(false))!;
        var day = FactBook.OpenDay(on, scope.Today, await Ledger.LastClosedAsync(work, cancel).ConfigureAwait(false));
        var entries = commitment.EntriesOf(parts, commitment.Source, FundStage.Recovered).Concat(commitment.EntriesOf(parts, FundStage.RecoveryClaimed, FundStage.Receivable));
        var posted = await ledger.PostAsync(work, scope.Actor, scope.Now, new VoucherDraft(VoucherKind.Recovery, day, $"recovery/{recovery.Id}", [.. entries]), cancel).ConfigureAwait(false);
        if (!posted.IsSuccess)
        {
            return posted.Problem;
        }

        db.RecoveryReceipts.Add(new RecoveryReceiptRow
        {
            Recovery = recovery.Id,
            AmountFen = amount.Fen,
            NationalFen = parts.National,
            ProvinceFen = parts.Province,
            CityFen = parts.City,
            DistrictFen = parts.District,
            UnsharedFen = parts.Unshared,
            ReceivedOn = on,
            Reference = reference,
            RecordedBy = scope.Actor,
        });
        recovery.ReceivedFen += amount.Fen;
        recovery.ReceivedOn = on;
        recovery.State = recovery.ReceivedFen == recovery.AmountFen ? RecoveryState.Received : recovery.State;
        recovery.Revision++;
        await work.SaveAsync(cancel).ConfigureAwait(false);
        await SettleAsync(session, commitment with { Recovered = commitment.Recovered + amount }, cancel).ConfigureAwait(false);
        return null;
    }

    /// <summary>Stores what a commitment has claimed back and received, and the stage that follows: being claimed back, back in full, or paid as far as it was right.</summary>
    public async Task SettleAsync(OperationSession session, Commitment commitment, CancellationToken cancel)
    {
        var stage = commitment.RecoveryClaimed > commitment.Recovered ? PaymentStage.Recovering
            : commitment.Recovered == commitment.Amount ? PaymentStage.Recovered
            : PaymentStage.Paid;
        await CommitmentStore.MoveAsync(
            session.UnitOfWork, CommitmentStore.ById(commitment.Id), stage, stage == commitment.Stage ? commitment.Since : session.Scope.Today, cancel,
            "recovery_claimed_fen = @claimed, recovered_fen = @recovered", null,
            ("claimed", ColumnType.Integer, commitment.RecoveryClaimed.Fen), ("recovered", ColumnType.Integer, commitment.Recovered.Fen)).ConfigureAwait(false);
        if (stage == PaymentStage.Recovered)
        {
            session.Raise(new GrantRecovered(commitment.Entitlement));
        }

        if (commitment.Recovered > Money.Zero && lines.Find(commitment.Line) is not { Kind: FundLineKind.OpenEnded or FundLineKind.Relief })
        {
            session.Raise(new FundsFreed(commitment.Line));
        }
    }
}
