using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Decides a policy for everyone again when a version of it came into force, and only that policy. Nothing is done before the first full pass.</summary>
internal sealed class DecidePublishedPolicy(MatchEngine engine, SubjectReader reader, JobProgress progress) : IDomainEventHandler<PolicyVersionPublished>
{
    public async Task HandleAsync(PolicyVersionPublished happened, OperationSession session, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<PoliciesDb>();
        var latest = await db.MatchRuns.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        var plans = engine.PlansFor([happened.Policy], inOrder: false);
        if (latest is null || !plans.IsSuccess)
        {
            return;
        }

        // Of several versions on one day only the last is in force; and a full pass since may have used it already.
        var plan = plans.Value.Single();
        var version = plan.Plans.Single().Program.Policy.Version;
        if (version != happened.Version || await db.Summaries.AnyAsync(s => s.Policy == happened.Policy && s.Version == version, cancel).ConfigureAwait(false))
        {
            return;
        }

        var asOf = session.Scope.Today > latest.AsOf ? session.Scope.Today : latest.AsOf;
        using var digest = new ContentDigest();
        var store = new MatchStore(session.UnitOfWork, plan, digest);
        await store.BeginPolicyAsync(cancel).ConfigureAwait(false);
        progress.Begin(MatchTexts.Deciding(plan.Type.Title), await reader.CountAsync(plan.Type, cancel).ConfigureAwait(false));
        var before = 0L;
        var summaries = await new PolicyMatcher(reader).MatchAsync(
            plan,
            asOf,
            () => new FoundKeeper(plan),
            batch => store.AddPolicyAsync(batch, cancel),
            done => progress.Advance(done - Interlocked.Exchange(ref before, done)),
            changedBy: null,
            cancel).ConfigureAwait(false);
        await store.CompletePolicyAsync(summaries.Single(), asOf, cancel).ConfigureAwait(false);
        await RunRecord.AddAsync(session, await RunRecord.DigestAsync(session, engine, cancel).ConfigureAwait(false), latest.AsOf, digest.ToString(), isPartial: true, cancel).ConfigureAwait(false);
        session.Describe($"match/policy-{happened.Policy}", digest.ToString());
    }
}
