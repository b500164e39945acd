using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>The claims that wait for the money of a line, in the order in which they get it, a page at a time (资金排队).</summary>
/// <param name="Line">The fund line.</param>
/// <param name="After">Only those behind this place: the last of the page before; null for the first page.</param>
/// <remarks>Source: catalogue rule G8: by moment of acceptance; the first that does not fit blocks those behind it. Held claims are passed.</remarks>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindClaimQueue(string Line, QueuePlace? After = null) : IQuery<ClaimQueue>
{
    /// <summary>Claims a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A place in a queue.</summary>
/// <param name="Number">The number of acceptance of the claim there.</param>
/// <param name="Position">Its position, from 1.</param>
/// <param name="Wanted">What it and all before it want, held ones and those of suspended policies left out.</param>
public sealed record QueuePlace(long Number, long Position, Money Wanted);

/// <summary>A page of a queue.</summary>
/// <param name="Line">The line's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Free">What it has free; null when the line has no ceiling.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Amount">What they want.</param>
/// <param name="Items">The claims of this page, in order.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record ClaimQueue(string Line, LocalizedText Name, Money? Free, long Count, Money Amount, IReadOnlyList<QueuedClaim> Items, QueuePlace? Next);

/// <summary>A waiting claim.</summary>
/// <param name="Position">Its position, from 1.</param>
/// <param name="Item">The entitlement.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="Wanted">What it and all before it want, held ones and those of suspended policies left out.</param>
/// <param name="Reason">What it waits for: money; that earlier claims under review be decided, for which money is kept; or that its policy be resumed.</param>
public sealed record QueuedClaim(long Position, EntitlementItem Item, DateTimeOffset AcceptedAt, Money Wanted, LocalizedText Reason);

/// <summary>The lines on which claims wait (有人排队的资金科目).</summary>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindQueuedLines : IQuery<IReadOnlyList<QueuedLine>>;

/// <summary>A line on which claims wait.</summary>
/// <param name="Line">The line's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Free">What it has free; null when the line has no ceiling.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Amount">What they want.</param>
public sealed record QueuedLine(string Line, LocalizedText Name, Money? Free, long Count, Money Amount);

internal sealed class FindClaimQueueHandler(Database database, EntitlementNames names, PolicyStandings standings, IOperationPipeline pipeline) : IQueryHandler<FindClaimQueue, ClaimQueue>
{
    public async Task<Result<ClaimQueue>> HandleAsync(FindClaimQueue query, OperationScope scope, CancellationToken cancel)
    {
        var lines = await pipeline.AskAsync(new GetFundLines(query.Line), new OperationContext(scope.Actor), cancel).ConfigureAwait(false);
        if (!lines.IsSuccess)
        {
            return lines.Problem!;
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            // Everybody's place counts, whosever department it is; whose the claims of other departments are is not told.
            var waiting = db.Entitlements.Where(e => e.Line == query.Line && e.State == EntitlementState.Waiting);
            var total = await waiting.GroupBy(e => e.Line).Select(g => new { Count = g.LongCount(), Fen = g.Sum(e => e.AmountFen) }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var page = query.After is { } place ? waiting.Where(e => e.AcceptedNumber > place.Number) : waiting;
            var rows = await page.OrderBy(e => e.AcceptedNumber).Take(FindClaimQueue.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindClaimQueue.PageSize).ToList();
            var (position, wanted) = (query.After?.Position ?? 0, query.After?.Wanted ?? Money.Zero);
            var line = lines.Value[0];
            var (free, suspended) = (FreeOf(line), standings.Suspended(scope.Today));
            var reserved = await ReservedMoney.ReadAsync(db.Entitlements, [query.Line], AcceptedSpan.Of(shown), suspended, cancel).ConfigureAwait(false);
            var items = shown.Zip(await names.ItemsAsync(shown, cancel).ConfigureAwait(false), (claim, item) =>
            {
                var isSuspended = suspended.Contains(claim.Policy);
                wanted = claim.IsHeld || isSuspended ? wanted : wanted + claim.Amount;
                var reason = isSuspended ? EntitlementReasons.PolicySuspended : GrantMoney.WhyWaiting(wanted, free, new Money(reserved[query.Line].Before(claim.AcceptedNumber!.Value)));
                var shownItem = scope.Departments is { } own && !own.Contains(claim.Department) ? item with { Subject = "", SubjectName = "—" } : item;
                return new QueuedClaim(++position, shownItem, claim.AcceptedAt!.Value, wanted, reason);
            }).ToList();
            return new ClaimQueue(
                query.Line, line.Line.Name, free, total?.Count ?? 0, new Money(total?.Fen ?? 0), items,
                rows.Count > shown.Count ? new QueuePlace(shown[^1].AcceptedNumber!.Value, position, wanted) : null);
        }
    }

    /// <summary>What a line has free; null when it has no ceiling.</summary>
    internal static Money? FreeOf(FundLineState line) => line.Line.Kind is FundLineKind.OpenEnded or FundLineKind.Relief ? null : line.Free;
}

internal sealed class FindQueuedLinesHandler(Database database, IOperationPipeline pipeline) : IQueryHandler<FindQueuedLines, IReadOnlyList<QueuedLine>>
{
    public async Task<Result<IReadOnlyList<QueuedLine>>> HandleAsync(FindQueuedLines query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var sums = await db.Entitlements.Where(e => e.State == EntitlementState.Waiting && e.Line != null).GroupBy(e => e.Line!)
                .Select(g => new { Line = g.Key, Count = g.LongCount(), Fen = g.Sum(e => e.AmountFen) }).ToListAsync(cancel).ConfigureAwait(false);
            if (sums.Count == 0)
            {
                return Result<IReadOnlyList<QueuedLine>>.Of([]);
            }

            var lines = await pipeline.AskAsync(new GetFundLines(), new OperationContext(scope.Actor), cancel).ConfigureAwait(false);
            if (!lines.IsSuccess)
            {
                return lines.Problem!;
            }

            var states = lines.Value.ToDictionary(l => l.Line.Id, StringComparer.Ordinal);
            return Result<IReadOnlyList<QueuedLine>>.Of(
            [
                .. sums.OrderBy(s => s.Line, StringComparer.Ordinal).Select(s => new QueuedLine(
                    s.Line, states.TryGetValue(s.Line, out var state) ? state.Line.Name : new LocalizedText(s.Line, s.Line), state is null ? null : FindClaimQueueHandler.FreeOf(state), s.Count, new Money(s.Fen))),
            ]);
        }
    }
}
