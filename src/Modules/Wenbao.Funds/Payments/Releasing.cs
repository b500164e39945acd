using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Payments;

/// <summary>Gives the money of a commitment back to its line.</summary>
internal sealed class Releasing(Ledger ledger, FundLines lines)
{
    /// <summary>Posts the release, ends the commitment, takes it out of its batch, and tells that money is free where that helps those who wait.</summary>
    /// <returns>The voucher.</returns>
    public async Task<Result<long>> ReleaseAsync(OperationSession session, Commitment commitment, string reason, CancellationToken cancel)
    {
        var (work, scope) = (session.UnitOfWork, session.Scope);
        var entries = commitment.Stage == PaymentStage.Booked
            ? commitment.Entries(FundStage.Forgone, FundStage.Booked)
            : commitment.Entries(commitment.Source, commitment.MoneyStage);
        var draft = new VoucherDraft(VoucherKind.Release, scope.Today, $"entitlement/{commitment.Entitlement}", [.. entries]);
        var posted = await ledger.PostAsync(work, scope.Actor, scope.Now, draft, cancel).ConfigureAwait(false);
        if (!posted.IsSuccess)
        {
            return posted.Problem!;
        }

        if (commitment.Stage == PaymentStage.Batched)
        {
            await BatchStore.DropAsync(work, commitment, cancel).ConfigureAwait(false);
        }

        await CommitmentStore.MoveAsync(
            work, CommitmentStore.ById(commitment.Id), PaymentStage.Released, scope.Today, cancel, "is_held = @held, reason = @reason", null,
            ("held", ColumnType.Boolean, false), ("reason", ColumnType.Text, reason)).ConfigureAwait(false);
        if (commitment.Stage != PaymentStage.Booked && lines.Find(commitment.Line) is not { Kind: FundLineKind.OpenEnded or FundLineKind.Relief })
        {
            session.Raise(new FundsFreed(commitment.Line));
        }

        return posted.Value.Id;
    }
}
