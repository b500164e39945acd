using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>The claims that wait for the money of a line, in the order in which they get it (排队名单).</summary>
/// <param name="Line">The fund line.</param>
/// <param name="After">Only those behind this number of acceptance: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindClaimQueue(string Line, long? After = null) : IQuery<ClaimQueue>
{
    /// <summary>Claims a page.</summary>
    public const int PageSize = 50;
}

/// <summary>The queue of a line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Amount">What they wait for.</param>
/// <param name="Claims">A page of them, in order.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record ClaimQueue(string Line, long Count, Money Amount, IReadOnlyList<QueuedClaim> Claims, long? Next);

/// <summary>A claim in a queue.</summary>
/// <param name="Position">The place, from 1.</param>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="AcceptedAt">The moment of acceptance.</param>
/// <param name="AcceptedNumber">The number of acceptance.</param>
public sealed record QueuedClaim(long Position, EntitlementItem Entitlement, DateTimeOffset AcceptedAt, long AcceptedNumber);

internal sealed class FindClaimQueueHandler(Database database, EntitlementNames names) : IQueryHandler<FindClaimQueue, ClaimQueue>
{
    public async Task<Result<ClaimQueue>> HandleAsync(FindClaimQueue query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var all = db.Entitlements.Where(e => e.Line == query.Line && e.State == EntitlementState.Waiting);
            var sums = await all.GroupBy(e => e.Line).Select(g => new { Count = g.LongCount(), Fen = g.Sum(e => e.AmountFen) }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var before = query.After is { } after ? await all.LongCountAsync(e => e.AcceptedNumber <= after, cancel).ConfigureAwait(false) : 0;
            var rows = await all.Where(e => query.After == null || e.AcceptedNumber > query.After).OrderBy(e => e.AcceptedNumber).Take(FindClaimQueue.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindClaimQueue.PageSize).ToList();
            var items = await names.ItemsAsync(shown, cancel).ConfigureAwait(false);
            return new ClaimQueue(
                query.Line,
                sums?.Count ?? 0,
                new Money(sums?.Fen ?? 0),
                [.. shown.Select((e, i) => new QueuedClaim(before + i + 1, items[i], e.AcceptedAt!.Value, e.AcceptedNumber!.Value))],
                rows.Count > shown.Count ? shown[^1].AcceptedNumber : null);
        }
    }
}
