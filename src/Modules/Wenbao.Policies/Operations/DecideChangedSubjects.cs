using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Decides again what an import changed, and only that (增量判定). Nothing is done before the first full pass, nor for a policy whose results were made by another version: results of two versions side by side would pass for current.</summary>
internal sealed class DecideChangedSubjects(MatchEngine engine, SubjectReader reader, JobProgress progress) : IDomainEventHandler<SubjectsChanged>
{
    public async Task HandleAsync(SubjectsChanged happened, OperationSession session, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<PoliciesDb>();
        var latest = await db.MatchRuns.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        if (latest is null)
        {
            return;
        }

        using var digest = new ContentDigest();
        var stored = await db.Summaries.AsNoTracking().ToDictionaryAsync(s => s.Policy, StringComparer.Ordinal, cancel).ConfigureAwait(false);
        var isAnyDecided = false;
        foreach (var audience in engine.Audiences.Where(a => a.Type.Id == happened.SubjectType || a.Scan.RefersTo(happened.SubjectType)))
        {
            // Subjects that refer to changed ones (projects of a firm) are few: all of that type are decided again.
            var changedBy = audience.Type.Id == happened.SubjectType ? happened.Batch : (long?)null;
            foreach (var (asOf, plan) in PlansByDay(audience, stored))
            {
                await DecideAsync(session, plan, asOf, latest.AsOf, changedBy, digest, cancel).ConfigureAwait(false);
                isAnyDecided = true;
            }
        }

        if (isAnyDecided)
        {
            await RunRecord.AddAsync(session, await RunRecord.DigestAsync(session, engine, cancel).ConfigureAwait(false), latest.AsOf, digest.ToString(), isPartial: true, cancel).ConfigureAwait(false);
            session.Describe($"match/batch-{happened.Batch}", digest.ToString());
        }
    }

    /// <summary>The policies whose results stem from the version in force, by the day they were decided for (null for the pass's).</summary>
    private IEnumerable<(DateOnly? AsOf, AudiencePlan Plan)> PlansByDay(AudiencePlan audience, Dictionary<string, StoredSummary> stored)
    {
        var current = audience.Plans.Select(p => p.Program.Policy).Where(p => stored.TryGetValue(p.Id, out var summary) && summary.Version == p.Version).ToList();
        var days = current.GroupBy(p => stored[p.Id].AsOf).ToList();
        return days.Count == 1 && current.Count == audience.Plans.Count
            ? [(days[0].Key, audience)]
            : days.Select(day => (day.Key, engine.PlansFor([.. day.Select(p => p.Id)], inOrder: false).Value.Single()));
    }

    private async Task DecideAsync(OperationSession session, AudiencePlan plan, DateOnly? asOf, DateOnly passDay, long? changedBy, ContentDigest digest, CancellationToken cancel)
    {
        var batches = new List<PolicyMatcher.JudgedBatch>();
        progress.Begin(MatchTexts.Deciding(plan.Type.Title));
        var before = 0L;
        await new PolicyMatcher(reader).MatchAsync(
            plan,
            asOf ?? passDay,
            () => new FoundKeeper(plan),
            batch =>
            {
                batches.Add(batch);
                return Task.CompletedTask;
            },
            done => progress.Advance(done - Interlocked.Exchange(ref before, done)),
            changedBy,
            cancel).ConfigureAwait(false);
        var store = new MatchStore(session.UnitOfWork, plan, digest);
        await store.ReplaceAsync(batches, cancel).ConfigureAwait(false);
        await store.RecountAsync(asOf, cancel).ConfigureAwait(false);
    }
}
