using Microsoft.EntityFrameworkCore;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Decides again what an import changed, and only that (增量判定). Nothing is done before the first full pass, nor when it was made by other versions of the policies: results of two versions side by side would pass for current.</summary>
internal sealed class DecideChangedSubjects(MatchEngine engine, SubjectReader reader, JobProgress progress) : IDomainEventHandler<SubjectsChanged>
{
    public async Task HandleAsync(SubjectsChanged happened, OperationSession session, CancellationToken cancel)
    {
        var latest = await session.UnitOfWork.Context<PoliciesDb>().MatchRuns.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        if (latest is null || latest.PolicyDigest != engine.PolicyDigest)
        {
            return;
        }

        using var digest = new ContentDigest();
        foreach (var audience in engine.Audiences.Where(a => a.Type.Id == happened.SubjectType || a.Scan.RefersTo(happened.SubjectType)))
        {
            // Subjects that refer to changed ones (projects of a firm) are few: all of that type are decided again.
            var changedBy = audience.Type.Id == happened.SubjectType ? happened.Batch : (long?)null;
            var batches = new List<PolicyMatcher.JudgedBatch>();
            progress.Begin(MatchTexts.Deciding(audience.Type.Title));
            var before = 0L;
            await new PolicyMatcher(reader).MatchAsync(
                audience,
                latest.AsOf,
                () => new FoundKeeper(audience),
                batch =>
                {
                    batches.Add(batch);
                    return Task.CompletedTask;
                },
                done => progress.Advance(done - Interlocked.Exchange(ref before, done)),
                changedBy,
                cancel).ConfigureAwait(false);
            var store = new MatchStore(session.UnitOfWork, audience, digest);
            await store.ReplaceAsync(batches, cancel).ConfigureAwait(false);
            await store.RecountAsync(cancel).ConfigureAwait(false);
        }

        await RunRecord.AddAsync(session, engine.PolicyDigest, latest.AsOf, digest.ToString(), isPartial: true, cancel).ConfigureAwait(false);
        session.Describe($"match/batch-{happened.Batch}", digest.ToString());
    }
}
