using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Lets entitlements follow changed facts (权益随数据变化): told and claimed ones get the new amount or lapse with the reason; granted ones keep their frozen inputs, and an officer is shown where the fresh decision differs.</summary>
internal sealed class FollowFacts(MatchEngine engine, SubjectReader reader, ClaimDecider decider, BusinessClock clock, JobProgress progress) : IDomainEventHandler<SubjectsChanged>
{
    public async Task HandleAsync(SubjectsChanged happened, OperationSession session, CancellationToken cancel)
    {
        var store = new EntitlementStore(session.UnitOfWork);
        var order = await store.LockAsync(cancel).ConfigureAwait(false);
        using var book = new ClaimBook(session, store, order, clock.Now);
        progress.Begin(ClaimRunTexts.Following);
        foreach (var audience in engine.Audiences)
        {
            var own = audience.Type.Id == happened.SubjectType;
            var policies = audience.Plans.Select(p => p.Program.Policy.Id).ToList();
            if (!own && !engine.ClaimPlansFor(policies).Value[0].Audience.Scan.RefersTo(happened.SubjectType))
            {
                continue;
            }

            // Subjects that refer to changed ones (projects of a firm) are few: all of that type are looked at again.
            if (!own)
            {
                await FollowAsync(session, store, book, audience.Type.Id, null, cancel).ConfigureAwait(false);
                continue;
            }

            foreach (var some in (await reader.ChangedAsync(audience.Type, happened.Batch, cancel).ConfigureAwait(false)).Chunk(ClaimDecider.SubjectsAtOnce))
            {
                await FollowAsync(session, store, book, audience.Type.Id, some, cancel).ConfigureAwait(false);
            }
        }

        session.Describe(string.Create(CultureInfo.InvariantCulture, $"entitlements/batch-{happened.Batch}"), book.Digest);
    }

    private async Task FollowAsync(OperationSession session, EntitlementStore store, ClaimBook book, string type, long[]? subjects, CancellationToken cancel)
    {
        for (var after = 0L; await LiveAsync(store, type, subjects, after, cancel).ConfigureAwait(false) is { Count: > 0 } live; after = live[^1].Id)
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
            var frozen = await FrozenAsync(session, known.Where(e => e.State.IsGranted()), cancel).ConfigureAwait(false);
            var cases = await decider.DecideAsync(batch, [.. known.OrderBy(e => e.AcceptedNumber).Select(e => Target(e, audience, frozen))], cancel).ConfigureAwait(false);
            var differing = new List<long>();
            foreach (var one in cases)
            {
                Follow(book, audience, one, differing);
            }

            if (await book.FlushAsync(cancel).ConfigureAwait(false) is { } problem)
            {
                throw new InvalidOperationException($"Entitlements could not follow changed facts: {problem}");
            }

            await new NoticeWriter(session.UnitOfWork, book.Moment.At, book.Moment.On).TellOfficersAsync(NoticeKind.DecisionDiffers, Duty.PolicyOfficer, differing, cancel).ConfigureAwait(false);
            progress.Advance(live.Count);
        }
    }

    private static Task<List<Entitlement>> LiveAsync(EntitlementStore store, string type, long[]? subjects, long after, CancellationToken cancel)
    {
        EntitlementState[] states = [EntitlementState.Notified, EntitlementState.Claimed, EntitlementState.Waiting, EntitlementState.Granted, EntitlementState.Settled];
        var live = store.Query.Where(e => e.SubjectType == type && e.Id > after && states.Contains(e.State));
        live = subjects is null ? live : live.Where(e => subjects.Contains(e.SubjectId));
        return live.OrderBy(e => e.Id).Take(ClaimDecider.SubjectsAtOnce).ToListAsync(cancel);
    }

    /// <summary>The frozen decisions of granted entitlements.</summary>
    private static async Task<Dictionary<long, FrozenDecision>> FrozenAsync(OperationSession session, IEnumerable<Entitlement> granted, CancellationToken cancel)
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

    private static void Follow(ClaimBook book, ClaimAudience audience, CaseToDecide one, List<long> differing)
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
                Following.Waiting(book, one);
                break;
            default:
                Following.Claimed(book, audience, one);
                break;
        }
    }
}
