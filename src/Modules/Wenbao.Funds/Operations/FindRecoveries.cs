using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Money paid without right that is claimed back (追回清单), the latest first.</summary>
/// <param name="State">In one state only; null for all.</param>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.DepartmentOfficer, Duty.Auditor)]
public sealed record FindRecoveries(RecoveryState? State = null, int Page = 1) : IQuery<FoundRecoveries>
{
    /// <summary>Recoveries a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of recoveries.</summary>
/// <param name="Total">How many fit the question.</param>
/// <param name="Items">Those of the page.</param>
public sealed record FoundRecoveries(long Total, IReadOnlyList<RecoveryItem> Items);

/// <summary>A recovery.</summary>
/// <param name="Recovery">Its number.</param>
/// <param name="Reference">What the payee writes on the transfer.</param>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Policy">Under which policy it was paid.</param>
/// <param name="PayeeName">Who was paid, masked where it is a person.</param>
/// <param name="Amount">What is claimed back.</param>
/// <param name="Received">What came in so far.</param>
/// <param name="Reason">Why.</param>
/// <param name="State">How far it is.</param>
/// <param name="ClaimedBy">Who claimed it.</param>
/// <param name="ClaimedOn">When.</param>
/// <param name="DecidedBy">Who decided it; null before.</param>
/// <param name="Refusal">Why it was refused; null otherwise.</param>
/// <param name="Revision">Its version, for edits.</param>
public sealed record RecoveryItem(
    long Recovery, string Reference, long Entitlement, LocalizedText Policy, string PayeeName, Money Amount, Money Received, string Reason, RecoveryState State, string ClaimedBy, DateOnly ClaimedOn, string? DecidedBy,
    string? Refusal, long Revision);

internal sealed class FindRecoveriesHandler(Database database) : IQueryHandler<FindRecoveries, FoundRecoveries>
{
    public async Task<Result<FoundRecoveries>> HandleAsync(FindRecoveries query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var wanted = query.State is { } state ? db.Recoveries.Where(r => r.State == state) : db.Recoveries;
            var total = await wanted.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await (
                from recovery in wanted
                join commitment in db.Commitments on recovery.Commitment equals commitment.Id
                join basis in db.Bases on commitment.Basis equals basis.Id
                orderby recovery.Id descending
                select new { Recovery = recovery, Commitment = commitment, basis.TitleZh, basis.TitleEn })
                .Skip((Math.Max(1, query.Page) - 1) * FindRecoveries.PageSize).Take(FindRecoveries.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            return new FoundRecoveries(total, [.. rows.Select(r => Item(r.Recovery, r.Commitment, new LocalizedText(r.TitleZh, r.TitleEn)))]);
        }
    }

    private static RecoveryItem Item(RecoveryRow r, CommitmentRow c, LocalizedText policy) => new(
        r.Id,
        r.Reference,
        r.Entitlement,
        policy,
        ShownName.OfPayee(c.PayeeName!, c.PartyType!, c.SubjectType, c.SubjectIsPerson),
        new Money(r.AmountFen),
        new Money(r.ReceivedFen),
        r.Reason,
        r.State,
        r.ClaimedBy,
        r.ClaimedOn,
        r.DecidedBy,
        r.Refusal,
        r.Revision);
}
