using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>
/// Lapses what subjects were told of and did not claim in time, and warns those whose time runs out (到期失效); under a suspended policy nobody is warned, since nobody can claim. What is
/// claimed stays. Happens by itself each business day.
/// </summary>
/// <param name="WarnDays">Calendar days ahead of the last day on which a subject is warned, once; 0 for no warning.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator, Duty.System)]
public sealed record LapseEntitlements(int WarnDays = LapseEntitlements.WarnDaysUsual) : IOperation<LapsedEntitlements>
{
    /// <summary>How many days ahead subjects are warned.</summary>
    public const int WarnDaysUsual = 15;
}

/// <summary>What came of it.</summary>
/// <param name="Lapsed">How many lapsed.</param>
/// <param name="Warned">How many were warned of.</param>
public sealed record LapsedEntitlements(long Lapsed, long Warned);

internal sealed class LapseEntitlementsHandler(PolicyStandings standings, BusinessClock clock, JobProgress progress) : IOperationHandler<LapseEntitlements, LapsedEntitlements>
{
    public async Task<Result<LapsedEntitlements>> HandleAsync(LapseEntitlements operation, OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        progress.Begin(ClaimRunTexts.Lapsing);
        var (lapsed, today) = (0L, session.Scope.Today);
        var ended = await EndedAsync(session, cancel).ConfigureAwait(false);
        for (var after = 0L; await DueAsync(store, today, after, cancel).ConfigureAwait(false) is { Count: > 0 } due; after = due[^1].Id)
        {
            progress.ThrowIfCancelled();
            foreach (var entitlement in due)
            {
                book.Touch(entitlement);
                entitlement.End(EntitlementDeed.Lapsed, book.Moment, entitlement.ClaimableUntil is { } day && ended.Contains((entitlement.Policy, day)) ? EntitlementReasons.PolicyEnded : EntitlementReasons.NotClaimedInTime);
                book.Tell(NoticeKind.Lapsed, entitlement);
            }

            if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }

            lapsed += due.Count;
            progress.Advance(due.Count);
        }

        var warned = operation.WarnDays > 0 ? await WarnAsync(session, store, book, standings.Suspended(today), operation.WarnDays, cancel).ConfigureAwait(false) : 0;
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"lapsed/{today:yyyy-MM-dd}"), book.Digest);
        return new LapsedEntitlements(lapsed, warned);
    }

    /// <summary>The policies that were ended before their time, each with its new last day.</summary>
    private static async Task<HashSet<(string Policy, DateOnly LastDay)>> EndedAsync(OperationSession session, CancellationToken cancel)
    {
        var changes = await session.UnitOfWork.Context<Persistence.PolicyLifeDb>().Changes.AsNoTracking().Where(c => c.Kind == PolicyChangeKind.End && c.State == PolicyChangeState.Done && c.LastDay != null)
            .Select(c => new { c.Policy, LastDay = c.LastDay!.Value }).ToListAsync(cancel).ConfigureAwait(false);
        return [.. changes.Select(c => (c.Policy, c.LastDay))];
    }

    private static Task<List<Entitlement>> DueAsync(EntitlementStore store, DateOnly today, long after, CancellationToken cancel) =>
        store.Query.Where(e => e.State == EntitlementState.Notified && e.Id > after && e.ClaimableUntil < today)
            .OrderBy(e => e.Id).Take(EntitlementStore.NumbersAtOnce).ToListAsync(cancel);

    private static async Task<long> WarnAsync(OperationSession session, EntitlementStore store, ClaimBook book, IReadOnlyList<string> suspended, int days, CancellationToken cancel)
    {
        var today = session.Scope.Today;
        var (until, warned) = (today.AddDays(days), 0L);
        var notices = session.UnitOfWork.Context<Persistence.EntitlementsDb>().Notices;
        var writer = new NoticeWriter(session.UnitOfWork, book.Moment.At, today);
        for (var after = 0L; ;)
        {
            var due = await store.Query.Where(e => e.State == EntitlementState.Notified && !suspended.Contains(e.Policy) && e.Id > after && e.ClaimableUntil >= today && e.ClaimableUntil <= until
                    && !notices.Any(n => n.Recipient == e.Subject && n.EntitlementId == e.Id && n.Kind == NoticeKind.DueToLapse))
                .OrderBy(e => e.Id).Select(e => e.Id).Take(EntitlementStore.NumbersAtOnce).ToListAsync(cancel).ConfigureAwait(false);
            if (due.Count == 0)
            {
                return warned;
            }

            await writer.TellAsync(NoticeKind.DueToLapse, due, cancel).ConfigureAwait(false);
            (after, warned) = (due[^1], warned + due.Count);
        }
    }
}

/// <summary>A business day has begun: what is due lapses.</summary>
internal sealed class LapseOnBusinessDay : IDomainEventHandler<BusinessDayBegan>
{
    public async Task HandleAsync(BusinessDayBegan happened, OperationSession session, CancellationToken cancel)
    {
        var lapsed = await session.SendAsync(new LapseEntitlements(), cancel).ConfigureAwait(false);
        if (!lapsed.IsSuccess)
        {
            throw new InvalidOperationException($"Entitlements could not be lapsed: {lapsed.Problem}");
        }
    }
}
