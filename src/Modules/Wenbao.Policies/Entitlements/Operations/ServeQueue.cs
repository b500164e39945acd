using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies;

/// <summary>
/// Grants the claims that wait for the money of a line, in order of acceptance, as far as it reaches (按序补拨): the first that does not fit blocks those behind it, and what earlier claims
/// under review are advised to get is kept for them. Each is decided again first, because facts may have moved; who approved it stays. Claims of suspended policies keep their places and are passed.
/// </summary>
/// <param name="Line">The fund line.</param>
/// <remarks>Source: catalogue rule G8. Happens by itself when a line gets money; by hand it does no harm.</remarks>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Operator, Duty.System)]
public sealed record ServeQueue(string Line) : IOperation<ServedQueue>;

/// <summary>What came of it.</summary>
/// <param name="Granted">How many were granted.</param>
/// <param name="Amount">Their amount.</param>
/// <param name="Ended">How many are no longer entitled, or need a datum, and left the queue.</param>
/// <param name="Waiting">How many wait still.</param>
public sealed record ServedQueue(long Granted, Money Amount, long Ended, long Waiting);

internal sealed class ServeQueueHandler(MatchEngine engine, ClaimDecider decider, PolicyStandings standings, BusinessClock clock) : IOperationHandler<ServeQueue, ServedQueue>
{
    private const int ClaimsFirst = 32;

    public async Task<Result<ServedQueue>> HandleAsync(ServeQueue operation, OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        var suspended = standings.Suspended(session.Scope.Today);
        var (after, size, granted, fen, ended) = (0L, ClaimsFirst, 0L, 0L, 0L);
        while (true)
        {
            var waiting = await WaitingAsync(operation.Line, after, size, store, suspended, cancel).ConfigureAwait(false);
            if (waiting.Count == 0)
            {
                break;
            }

            var served = await ServeAsync(session, store, book, operation.Line, waiting, cancel).ConfigureAwait(false);
            if (!served.IsSuccess)
            {
                return served.Problem!;
            }

            granted += waiting.Count(w => w.State.IsGranted());
            fen += waiting.Where(w => w.State.IsGranted()).Sum(w => w.AmountFen);
            ended += waiting.Count(w => w.State is not EntitlementState.Waiting && !w.State.IsGranted());
            if (!served.Value)
            {
                break;
            }

            // Few are looked at first: often only the money of one payment came back.
            (after, size) = (waiting[^1].AcceptedNumber!.Value, Math.Min(size * 4, ClaimDecider.SubjectsAtOnce));
        }

        var line = operation.Line;
        var left = await store.Query.LongCountAsync(e => e.Line == line && e.State == EntitlementState.Waiting, cancel).ConfigureAwait(false);
        session.Describe("queue/" + line, book.Digest);
        return new ServedQueue(granted, new Money(fen), ended, left);
    }

    private static async Task<List<Entitlement>> WaitingAsync(string line, long after, int size, EntitlementStore store, IReadOnlyList<string> suspended, CancellationToken cancel) =>
        await store.Waiting(suspended).Where(e => e.Line == line && e.AcceptedNumber > after)
            .OrderBy(e => e.AcceptedNumber).Take(size).ToListAsync(cancel).ConfigureAwait(false);

    /// <summary>Serves some claims in order.</summary>
    /// <returns>Whether all of them left the queue, so that the next may have their turn.</returns>
    private async Task<Result<bool>> ServeAsync(OperationSession session, EntitlementStore store, ClaimBook book, string line, List<Entitlement> waiting, CancellationToken cancel)
    {
        var plans = engine.ClaimPlansFor([.. waiting.Select(c => c.Policy).Distinct(StringComparer.Ordinal).Where(p => engine.Library.Find(p).IsSuccess)]);
        if (!plans.IsSuccess)
        {
            return plans.Problem!;
        }

        var money = await decider.MoneyAsync(plans.Value.SelectMany(a => a.Plans).Select(p => p.Policy), store, session.Scope.Today, AcceptedSpan.Of(waiting), cancel).ConfigureAwait(false);
        var decided = await store.DecisionsAsync(waiting, cancel).ConfigureAwait(false);
        money.Open(line);
        book.Money = money;
        foreach (var some in ClaimTurns.InOrder(waiting))
        {
            if (plans.Value.FirstOrDefault(a => a.Type.Id == some[0].SubjectType) is not { } audience)
            {
                continue;
            }

            var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Grant, money, store, new GrantReader(session.UnitOfWork, engine.Library));
            var cases = await decider.DecideAsync(batch, [.. some.Where(c => audience.PlanOf(c.Policy) is not null).Select(c => new ClaimTarget(c.Policy, c.SubjectId, c))], cancel).ConfigureAwait(false);
            foreach (var one in cases)
            {
                Settle(book, audience, one, decided.GetValueOrDefault(one.Target.Existing!.Id)?.DecidedBy ?? DecidedBy.Model);
            }

            if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
            {
                return problem;
            }
        }

        return waiting.TrueForAll(w => w.State != EntitlementState.Waiting);
    }

    /// <summary>Puts the verdict into the book; whoever said that it be granted stays the one who decided.</summary>
    private static void Settle(ClaimBook book, ClaimAudience audience, CaseToDecide one, string approver)
    {
        var claim = one.Target.Existing!;
        switch (one.Verdict)
        {
            case ClaimVerdict.Grantable:
                book.Decide(claim, one.Judged!, approver, usesEvents: true);
                book.Grant(claim, audience, one.Judged!, approver);
                break;
            case ClaimVerdict.MustWait when one.Judged!.Funding?.Line != claim.Line:
                // Another line pays by the present facts: it waits there, at its place in the order.
                book.Decide(claim, one.Judged, approver, usesEvents: true);
                claim.Queue(book.Moment, one.WaitsFor!);
                break;
            case ClaimVerdict.MustWait when claim.ReasonZh != one.WaitsFor!.Zh:
                book.Touch(claim);
                claim.Queue(book.Moment, one.WaitsFor);
                break;
            case ClaimVerdict.MustWait:
                break;
            case ClaimVerdict.AccountMissing:
                book.Touch(claim);
                claim.Reopen(book.Moment, EntitlementReasons.AccountMissing);
                book.Tell(NoticeKind.AccountMissing, claim);
                break;
            case ClaimVerdict.Undetermined:
                book.Touch(claim);
                claim.Reopen(book.Moment, EntitlementReasons.DatumMissing);
                book.Tell(NoticeKind.DatumMissing, claim);
                break;
            default:
                Following.End(book, one, EntitlementDeed.Lapsed);
                break;
        }
    }
}

/// <summary>Lets those who wait have their turn after something in front of them moved.</summary>
internal static class QueueTurns
{
    /// <summary>Serves the queues of some lines.</summary>
    /// <returns>The problem of one that could not be served; null when all were.</returns>
    public static async Task<Problem?> ServeAsync(OperationSession session, IEnumerable<string> lines, CancellationToken cancel)
    {
        foreach (var line in lines)
        {
            if ((await session.SendAsync(new ServeQueue(line), cancel).ConfigureAwait(false)).Problem is { } problem)
            {
                return problem;
            }
        }

        return null;
    }
}

/// <summary>A policy was suspended or resumed: those behind its claims have their turn, or its own claims do.</summary>
internal sealed class FollowStanding(Follower follower) : IDomainEventHandler<PolicyStandingChanged>
{
    public async Task HandleAsync(PolicyStandingChanged happened, OperationSession session, CancellationToken cancel)
    {
        using var run = await follower.BeginAsync(session, cancel).ConfigureAwait(false);
        var policy = happened.Policy;
        if (!happened.IsSuspended)
        {
            // What became known meanwhile was not acted on.
            await run.FollowAsync(e => e.Policy == policy && e.State == EntitlementState.Claimed, cancel).ConfigureAwait(false);
        }

        await run.ServeAsync(policy, cancel).ConfigureAwait(false);
        session.Describe($"entitlements/standing-{policy}", run.Digest);
    }
}

/// <summary>A line has more money: whoever waits has his turn.</summary>
internal sealed class ServeFreedQueue : IDomainEventHandler<FundsFreed>
{
    public async Task HandleAsync(FundsFreed happened, OperationSession session, CancellationToken cancel)
    {
        var served = await session.SendAsync(new ServeQueue(happened.Line), cancel).ConfigureAwait(false);
        if (!served.IsSuccess)
        {
            throw new InvalidOperationException($"The queue of {happened.Line} could not be served: {served.Problem}");
        }
    }
}
