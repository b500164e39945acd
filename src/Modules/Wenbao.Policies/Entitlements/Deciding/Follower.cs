using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Entitlements;

/// <summary>Decides live entitlements again when facts or a version changed.</summary>
internal sealed class Follower(MatchEngine engine, ClaimDecider decider, PolicyStandings standings, BusinessClock clock, JobProgress progress)
{
    /// <summary>Begins within a session.</summary>
    public async Task<FollowRun> BeginAsync(OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        progress.Begin(ClaimRunTexts.Following);
        return new FollowRun(session, engine, decider, standings.Suspended(session.Scope.Today), store, new ClaimBook(session, store, order, clock.Now), progress);
    }
}

/// <summary>One run of deciding live entitlements again.</summary>
internal sealed class FollowRun(OperationSession session, MatchEngine engine, ClaimDecider decider, IReadOnlyList<string> suspended, EntitlementStore store, ClaimBook book, JobProgress progress)
    : IDisposable
{
    private readonly SortedSet<string> moved = new(StringComparer.Ordinal);

    /// <summary>A digest over everything that changed.</summary>
    public string Digest => book.Digest;

    /// <inheritdoc/>
    public void Dispose() => book.Dispose();

    /// <summary>Serves the queues in which a claim wants less now, or left, or for which less money is kept: those behind it may fit.</summary>
    public async Task ServeAsync(CancellationToken cancel)
    {
        if (await QueueTurns.ServeAsync(session, moved, cancel).ConfigureAwait(false) is { } problem)
        {
            throw new InvalidOperationException($"A queue could not be served after a change: {problem}");
        }
    }

    /// <summary>Serves the queues in which claims of a policy stand or for whose claims money was kept, and those that moved.</summary>
    public async Task ServeAsync(string policy, CancellationToken cancel)
    {
        moved.UnionWith(await store.Query.Where(e => e.Policy == policy && e.Line != null && (e.State == EntitlementState.Claimed || e.State == EntitlementState.Waiting))
            .Select(e => e.Line!).Distinct().ToListAsync(cancel).ConfigureAwait(false));
        await ServeAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Lets the live entitlements of a condition follow, of one subject type at a time.</summary>
    public async Task FollowAsync(Expression<Func<Entitlement, bool>> which, CancellationToken cancel)
    {
        for (var after = 0L; await LiveAsync(which, after, cancel).ConfigureAwait(false) is { Count: > 0 } live; after = live[^1].Id)
        {
            var known = live.Where(e => engine.Library.Find(e.Policy).IsSuccess).ToList();
            if (known.Count == 0)
            {
                continue;
            }

            var audience = engine.ClaimPlansFor([.. known.Select(e => e.Policy).Distinct(StringComparer.Ordinal)]).Value[0];
            var money = await decider.MoneyAsync(audience.Plans.Select(p => p.Policy), store, session.Scope.Today, AcceptedSpan.Of(known), cancel).ConfigureAwait(false);
            book.Money = money;
            var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Compare, money, store, new GrantReader(session.UnitOfWork, engine.Library));
            var decided = await store.DecisionsAsync(known, cancel).ConfigureAwait(false);
            var cases = await decider.DecideAsync(batch, [.. known.OrderBy(e => e.AcceptedNumber).Select(e => Target(e, audience, decided.GetValueOrDefault(e.Id)))], cancel).ConfigureAwait(false);
            var differing = new List<long>();
            foreach (var one in cases)
            {
                Follow(audience, one, decided.GetValueOrDefault(one.Target.Existing!.Id), differing);
            }

            if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
            {
                throw new InvalidOperationException($"Entitlements could not follow changed facts: {problem}");
            }

            await new NoticeWriter(session.UnitOfWork, book.Moment.At, book.Moment.On).TellOfficersAsync(NoticeKind.DecisionDiffers, Duty.PolicyOfficer, differing, cancel).ConfigureAwait(false);
            progress.Advance(live.Count);
        }
    }

    private Task<List<Entitlement>> LiveAsync(Expression<Func<Entitlement, bool>> which, long after, CancellationToken cancel)
    {
        EntitlementState[] states = [EntitlementState.Notified, EntitlementState.Claimed, EntitlementState.Waiting, EntitlementState.Granted, EntitlementState.Settled];
        return store.Query.Where(which).Where(e => e.Id > after && states.Contains(e.State)).OrderBy(e => e.Id).Take(ClaimDecider.SubjectsAtOnce).ToListAsync(cancel);
    }

    private ClaimTarget Target(Entitlement entitlement, ClaimAudience audience, StoredDecision? decided)
    {
        var grows = audience.PlanOf(entitlement.Policy)!.Policy.Accrual is not null;
        return new ClaimTarget(entitlement.Policy, entitlement.SubjectId, entitlement)
        {
            KeepsDay = entitlement.State.IsGranted() && !grows,
            Frozen = entitlement.State.IsGranted() && decided is not null ? FrozenDecision.Read(decided.Content) : null,
            // Under a suspended policy nothing is granted, whatever becomes known; it goes on when the policy does.
            Wish = entitlement is { State: EntitlementState.Claimed, IsHeld: false } && !suspended.Contains(entitlement.Policy) ? ClaimWish.Claim : ClaimWish.Compare,
        };
    }

    private void Follow(ClaimAudience audience, CaseToDecide one, StoredDecision? decided, List<long> differing)
    {
        var entitlement = one.Target.Existing!;
        if (entitlement.State.IsGranted())
        {
            if (one.Plan.Policy.Accrual is not null)
            {
                differing.AddRange(Accruing.Apply(book, audience, [one], DecidedBy.Model).Differing);
            }
            else if (one.Judged is not { IsEligible: true } judged || judged.Amount != entitlement.Amount)
            {
                differing.Add(entitlement.Id);
            }

            return;
        }

        switch (entitlement.State)
        {
            case EntitlementState.Notified:
                Following.Told(book, one);
                break;
            case EntitlementState.Waiting:
                NoteMove(entitlement, () => Following.Waiting(book, one, decided?.DecidedBy ?? DecidedBy.Model));
                break;
            default:
                NoteMove(entitlement, () => Following.Claimed(book, audience, one, decided is null ? null : FrozenDecision.Read(decided.Content)));
                break;
        }
    }

    /// <summary>Lets an open claim follow, and notes its line when those behind it may fit now.</summary>
    private void NoteMove(Entitlement entitlement, Action follow)
    {
        var (line, wanted, state) = (entitlement.Line, entitlement.AmountFen, entitlement.State);
        follow();
        if (line is not null && (entitlement.State != state || entitlement.AmountFen < wanted || entitlement.Line != line))
        {
            moved.Add(line);
        }
    }
}
