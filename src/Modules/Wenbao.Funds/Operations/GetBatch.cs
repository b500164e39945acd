using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>A batch with what the bank said of it, and its payments a page at a time (批次详情).</summary>
/// <param name="Batch">The batch.</param>
/// <param name="State">Payments in one state only; null for all.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="After">The place in the batch after which the page begins, so that the last page of a large batch is found as fast as the first; then <paramref name="Page"/> says nothing. Null to count pages.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.BankOfficer)]
public sealed record GetBatch(long Batch, BatchItemState? State = null, int Page = 1, long? After = null) : IQuery<BatchPage>
{
    /// <summary>Payments a page.</summary>
    public const int PageSize = 50;
}

/// <summary>What the bank's word about a payment of a batch comes to.</summary>
public enum BatchItemState
{
    /// <summary>Not handed over yet (未送交).</summary>
    Planned,

    /// <summary>Taken out before the file went out (已剔除).</summary>
    Dropped,

    /// <summary>Handed over, no answer yet (已送交，未答复).</summary>
    HandedOver,

    /// <summary>Accepted, not proven (已受理).</summary>
    Accepted,

    /// <summary>Rejected (已拒付).</summary>
    Rejected,

    /// <summary>Proven by a statement (已到账).</summary>
    Paid,

    /// <summary>Left and came back (已退汇).</summary>
    Returned,
}

/// <summary>A batch with a page of its payments.</summary>
/// <param name="Summary">The batch.</param>
/// <param name="States">How many payments, and how much, in each state.</param>
/// <param name="Total">Payments that fit the question.</param>
/// <param name="Items">Those of the page.</param>
/// <param name="Next">The place after which the next page begins; null when this is the last.</param>
public sealed record BatchPage(BatchSummary Summary, IReadOnlyList<BatchStateSum> States, long Total, IReadOnlyList<BatchItem> Items, long? Next = null);

/// <summary>Payments of a batch in one state.</summary>
/// <param name="State">The state.</param>
/// <param name="Items">How many.</param>
/// <param name="Amount">How much.</param>
public sealed record BatchStateSum(BatchItemState State, long Items, Money Amount);

/// <summary>A payment of a batch.</summary>
/// <param name="EndToEndId">The name under which the bank knows it.</param>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Policy">Under which policy.</param>
/// <param name="PayeeName">Who is paid, masked where it is a person.</param>
/// <param name="AccountTail">The last four characters of the account.</param>
/// <param name="Amount">How much.</param>
/// <param name="State">What the bank's word comes to.</param>
/// <param name="Reason">The bank's reason; null when it needs none.</param>
public sealed record BatchItem(string EndToEndId, long Entitlement, LocalizedText Policy, string PayeeName, string AccountTail, Money Amount, BatchItemState State, LocalizedText? Reason);

internal sealed class GetBatchHandler(Database database, PaymentNames names) : IQueryHandler<GetBatch, BatchPage>
{
    public async Task<Result<BatchPage>> HandleAsync(GetBatch query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var batch = await db.Batches.FirstOrDefaultAsync(b => b.Id == query.Batch, cancel).ConfigureAwait(false);
            if (batch is null)
            {
                return FundsProblems.BatchNotFound.With(query.Batch);
            }

            var (first, last) = (AttemptNumber.Of(batch.Id, 1), AttemptNumber.Of(batch.Id, AttemptNumber.OrdinalsMax));
            var from = AttemptNumber.Of(batch.Id, Math.Clamp(query.After ?? 0, 0, AttemptNumber.OrdinalsMax));
            var payments =
                from attempt in db.Attempts
                join commitment in db.Commitments on attempt.Commitment equals commitment.Id
                where attempt.Id >= first && attempt.Id <= last
                select new { Attempt = attempt, Commitment = commitment };
            var sums = await payments.GroupBy(p => p.Attempt.State).Select(g => new { State = g.Key, Items = g.LongCount(), Fen = g.Sum(p => p.Commitment.AmountFen) }).ToListAsync(cancel).ConfigureAwait(false);
            var wanted = query.State is { } state ? payments.Where(p => p.Attempt.State == Enum.Parse<AttemptState>(state.ToString())) : payments;
            var rows = await (
                from payment in query.After is null ? wanted : wanted.Where(p => p.Attempt.Id > @from)
                join basis in db.Bases on payment.Commitment.Basis equals basis.Id
                orderby payment.Attempt.Id
                select new { payment.Attempt, payment.Commitment, basis.TitleZh, basis.TitleEn })
                .Skip(query.After is null ? (Math.Max(1, query.Page) - 1) * GetBatch.PageSize : 0).Take(GetBatch.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(GetBatch.PageSize).ToList();
            return new BatchPage(
                FindBatchesHandler.Summary(batch),
                [.. sums.Select(s => new BatchStateSum(Shown(s.State), s.Items, new Money(s.Fen))).OrderBy(s => s.State)],
                query.State is null ? sums.Sum(s => s.Items) : sums.Where(s => Shown(s.State) == query.State).Sum(s => s.Items),
                [.. shown.Select(r => Item(r.Attempt, r.Commitment, new LocalizedText(r.TitleZh, r.TitleEn)))],
                rows.Count > shown.Count ? AttemptNumber.OrdinalOf(shown[^1].Attempt.Id) : null);
        }
    }

    private static BatchItemState Shown(AttemptState state) => Enum.Parse<BatchItemState>(state.ToString());

    private BatchItem Item(AttemptRow attempt, CommitmentRow commitment, LocalizedText policy) => new(
        names.EndToEnd(attempt.Id),
        commitment.Entitlement,
        policy,
        ShownName.OfPayee(attempt.PayeeName ?? commitment.PayeeName!, commitment.PartyType!, commitment.SubjectType, commitment.SubjectIsPerson),
        Payee.Tail(attempt.AccountNumber ?? commitment.AccountNumber!),
        new Money(commitment.AmountFen),
        Shown(attempt.State),
        attempt.State is AttemptState.Rejected or AttemptState.Returned ? BankReasons.Describe(attempt.Reason) : null);
}
