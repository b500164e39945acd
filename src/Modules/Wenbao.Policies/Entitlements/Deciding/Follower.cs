using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Entitlements;

/// <summary>Decides live entitlements again when facts or a version changed.</summary>
internal sealed class Follower(MatchEngine engine, ClaimDecider decider, BusinessClock clock, JobProgress progress)
{
    /// <summary>Begins within a session.</summary>
    public async Task<FollowRun> BeginAsync(OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        progress.Begin(ClaimRunTexts.Following);
        return new FollowRun(session, engine, decider, store, new ClaimBook(session, store, order, clock.Now), progress);
    }
}

/// <summary>One run of deciding live entitlements again.</summary>
internal sealed class FollowRun(OperationSession session, MatchEngine engine, ClaimDecider decider, EntitlementStore store, ClaimBook book, JobProgress progress) : IDisposable
{
    private readonly SortedSet<string> moved = new(StringComparer.Ordinal);

    /// <summary>A digest over everything that changed.</summary>
    public string Digest => book.Digest;

    /// <inheritdoc/>
    public void Dispose() => book.Dispose();

    /// <summary>Serves the queues in which a claim wants less now, or left: those behind it may fit.</summary>
    public async Task ServeAsync(CancellationToken cancel)
    {
        foreach (var line in moved)
        {
            if ((await session.SendAsync(new ServeQueue(line), cancel).ConfigureAwait(false)).Problem is { } problem)
            {
                throw new InvalidOperationException($"The queue of {line} could not be served after changed facts: {problem}");
            }
        }
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
            var money = await decider.MoneyAsync(audience.Plans.Select(p => p.Policy), store, cancel).ConfigureAwait(false);
            book.Money = money;
            var batch = new ClaimBatch(audience, session.Scope.Today, ClaimWish.Compare, money, store, new GrantReader(session.UnitOfWork, engine.Library));
            var frozen = await FrozenAsync(known.Where(e => e.State.IsGranted()), cancel).ConfigureAwait(false);
            var cases = await decider.DecideAsync(batch, [.. known.OrderBy(e => e.AcceptedNumber).Select(e => Target(e, audience, frozen))], cancel).ConfigureAwait(false);
            var differing = new List<long>();
            foreach (var one in cases)
            {
                Follow(audience, one, differing);
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

    /// <summary>The frozen decisions of granted entitlements.</summary>
    private async Task<Dictionary<long, FrozenDecision>> FrozenAsync(IEnumerable<Entitlement> granted, CancellationToken cancel)
    {
        var versions = granted.Where(e => e.DecisionVersion is not null).ToDictionary(e => e.Id, e => e.DecisionVersion!.Value);
        var ids = versions.Keys.ToList();
        var stored = await session.UnitOfWork.Context<EntitlementsDb>().Decisions.AsNoTracking().Where(d => ids.Contains(d.EntitlementId))
            .Select(d => new { d.EntitlementId, d.Version, d.Content }).ToListAsync(cancel).ConfigureAwait(false);
        return stored.Where(d => versions[d.EntitlementId] == d.Version).ToDictionary(d => d.EntitlementId, d => FrozenDecision.Read(d.Content));
    }

    private static ClaimTarget Target(Entitlement entitlement, ClaimAudience audience, Dictionary<long, FrozenDecision> frozen)
    {
        var grows = audience.PlanOf(entitlement.Policy)!.Policy.Accrual is not null;
        return new ClaimTarget(entitlement.Policy, entitlement.SubjectId, entitlement)
        {
            KeepsDay = entitlement.State.IsGranted() && !grows,
            Frozen = entitlement.State.IsGranted() ? frozen.GetValueOrDefault(entitlement.Id) : null,
            Wish = entitlement.State == EntitlementState.Claimed && !entitlement.IsHeld ? ClaimWish.Claim : ClaimWish.Compare,
        };
    }

    private void Follow(ClaimAudience audience, CaseToDecide one, List<long> differing)
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
                var (line, wanted) = (entitlement.Line!, entitlement.AmountFen);
                Following.Waiting(book, one);
                if (entitlement.State != EntitlementState.Waiting || entitlement.AmountFen < wanted || entitlement.Line != line)
                {
                    moved.Add(line);
                }

                break;
            default:
                Following.Claimed(book, audience, one);
                break;
        }
    }
}
