using Wenbao.Funds.Books;
using Wenbao.Funds.Payments;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Raises booked reliefs that accrue by month (修订减免额): the same entitlement, a larger amount. Sent by the policies module.</summary>
/// <param name="Revisions">The entitlements and their new whole amounts, larger than before.</param>
[AllowedTo(Duty.System, Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record ReviseBookings(IReadOnlyList<BookingRevision> Revisions) : IOperation<RevisedBookings>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        var seen = new HashSet<long>(Revisions.Count);
        return Revisions.Where(r => !seen.Add(r.Entitlement)).Select(r => FundsProblems.ClaimedTwice.At($"entitlement/{r.Entitlement}", r.Entitlement));
    }
}

/// <summary>One revision.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="NewAmount">The whole amount from now on.</param>
/// <param name="Version">The version that decided it.</param>
public sealed record BookingRevision(long Entitlement, Money NewAmount, string Version);

/// <summary>The outcome.</summary>
/// <param name="Voucher">The voucher; null when nothing grew.</param>
public sealed record RevisedBookings(long? Voucher);

internal sealed class ReviseBookingsHandler(Ledger ledger) : IOperationHandler<ReviseBookings, RevisedBookings>
{
    public async Task<Result<RevisedBookings>> HandleAsync(ReviseBookings operation, OperationSession session, CancellationToken cancel)
    {
        var booked = await CommitmentStore.FindBookedAsync(session.UnitOfWork, [.. operation.Revisions.Select(r => r.Entitlement)], cancel).ConfigureAwait(false);
        var (entries, changed) = (new List<EntryDraft>(), new List<Commitment>());
        foreach (var revision in operation.Revisions)
        {
            if (!booked.TryGetValue(revision.Entitlement, out var commitment))
            {
                return FundsProblems.NotBooked.With(revision.Entitlement);
            }

            if (revision.NewAmount < commitment.Amount)
            {
                return FundsProblems.BookingShrinks.With(revision.Entitlement, commitment.Amount, revision.NewAmount);
            }

            if (revision.NewAmount > commitment.Amount)
            {
                // Split afresh, so that the parts of the whole are the ones the rule gives; the level that takes the rest may shrink by a fen.
                var parts = LevelAmounts.Of(commitment.Shares, revision.NewAmount);
                entries.AddRange(commitment.EntriesOf(parts.Less(commitment.Parts), FundStage.Booked, FundStage.Forgone));
                changed.Add(commitment with { Amount = revision.NewAmount, Parts = parts, Decision = commitment.Decision with { Version = revision.Version } });
            }
        }

        if (entries.Count == 0)
        {
            return new RevisedBookings(null);
        }

        var posted = await ledger.PostAsync(
            session.UnitOfWork, session.Scope.Actor, session.Scope.Now, new VoucherDraft(VoucherKind.Booking, session.Scope.Today, "revisions", entries), cancel).ConfigureAwait(false);
        if (!posted.IsSuccess)
        {
            return posted.Problem!;
        }

        var bases = await BasisStore.EnsureAsync(session.UnitOfWork, changed.Select(c => c.Decision), cancel).ConfigureAwait(false);
        await CommitmentStore.ReviseAsync(session.UnitOfWork, [.. changed.Select(c => c with { Basis = bases[BasisStore.KeyOf(c.Decision)] })], cancel).ConfigureAwait(false);
        return new RevisedBookings(posted.Value.Id);
    }
}
