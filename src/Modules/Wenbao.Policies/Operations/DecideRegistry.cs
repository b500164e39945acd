using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Decides every policy for everyone as of a day and keeps the results (全量判定).</summary>
/// <param name="AsOf">The day.</param>
[AllowedTo(Duty.Operator, Duty.System)]
public sealed record DecideRegistry(DateOnly AsOf) : IOperation<DecidedRegistry>;

/// <summary>What deciding everything came to.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Summaries">A summary a policy, in catalogue order.</param>
/// <param name="Digest">The digest of every cell, as the audit event carries it.</param>
public sealed record DecidedRegistry(DateOnly AsOf, IReadOnlyList<MatchSummary> Summaries, string Digest);

internal sealed class DecideRegistryHandler(MatchEngine engine, SubjectReader reader, JobProgress progress) : IOperationHandler<DecideRegistry, DecidedRegistry>
{
    public async Task<Result<DecidedRegistry>> HandleAsync(DecideRegistry operation, OperationSession session, CancellationToken cancel)
    {
        using var digest = new ContentDigest();
        var all = new List<MatchSummary>();
        var matcher = new PolicyMatcher(reader);
        foreach (var audience in engine.Audiences)
        {
            var store = new MatchStore(session.UnitOfWork, audience, digest);
            await store.ClearAsync(cancel).ConfigureAwait(false);
            progress.Begin(MatchTexts.Deciding(audience.Type.Title), await reader.CountAsync(audience.Type, cancel).ConfigureAwait(false));
            var before = 0L;
            var summaries = await matcher.MatchAsync(
                audience,
                operation.AsOf,
                () => new FoundKeeper(audience),
                batch => store.WriteAsync(batch, cancel),
                done => progress.Advance(done - Interlocked.Exchange(ref before, done)),
                changedBy: null,
                cancel).ConfigureAwait(false);
            await store.CompleteAsync(summaries, cancel).ConfigureAwait(false);
            all.AddRange(summaries);
        }

        var result = digest.ToString();
        await RunRecord.AddAsync(session, engine.PolicyDigest, operation.AsOf, result, isPartial: false, cancel).ConfigureAwait(false);
        session.Describe($"match/{operation.AsOf:yyyy-MM-dd}", result);
        var order = engine.Library.Policies.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        return new DecidedRegistry(operation.AsOf, [.. all.OrderBy(s => order[s.Policy])], result);
    }
}

/// <summary>Writes down that a pass was made.</summary>
internal static class RunRecord
{
    /// <summary>A digest of the versions that the stored results stem from; equal to the engine's when all are of the versions in force.</summary>
    public static async Task<string> DigestAsync(OperationSession session, MatchEngine engine, CancellationToken cancel)
    {
        var versions = await session.UnitOfWork.Context<PoliciesDb>().Summaries.AsNoTracking()
            .Select(s => new { s.Policy, s.Version }).ToDictionaryAsync(s => s.Policy, s => s.Version, StringComparer.Ordinal, cancel).ConfigureAwait(false);
        return engine.DigestOf(policy => versions.GetValueOrDefault(policy.Id));
    }

    public static async Task AddAsync(OperationSession session, string policyDigest, DateOnly asOf, string resultDigest, bool isPartial, CancellationToken cancel)
    {
        session.UnitOfWork.Context<PoliciesDb>().MatchRuns.Add(new MatchRun
        {
            AsOf = asOf,
            CompletedAt = session.Scope.Now,
            PolicyDigest = policyDigest,
            ResultDigest = resultDigest,
            IsPartial = isPartial,
        });
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
    }
}

internal static class MatchTexts
{
    public static LocalizedText Deciding(LocalizedText subjects) => new($"判定：{subjects.Zh}", $"Deciding: {subjects.En}");
}
