using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>What the last pass came to, for every policy (政策总览).</summary>
[AllowedTo]
public sealed record GetPolicyOverview : IQuery<PolicyOverview>;

/// <summary>The summaries of the last pass.</summary>
/// <param name="AsOf">The day decided for; null when nothing was decided yet.</param>
/// <param name="CompletedAt">When the last pass ended; null likewise.</param>
/// <param name="Summaries">By policy id.</param>
/// <param name="IsCurrent">Whether they were decided by the versions of the policies that are loaded now.</param>
public sealed record PolicyOverview(DateOnly? AsOf, DateTimeOffset? CompletedAt, IReadOnlyDictionary<string, MatchSummary> Summaries, bool IsCurrent);

internal sealed class GetPolicyOverviewHandler(MatchEngine engine, Database database) : IQueryHandler<GetPolicyOverview, PolicyOverview>
{
    public async Task<Result<PolicyOverview>> HandleAsync(GetPolicyOverview query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PoliciesDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var run = await db.MatchRuns.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var rows = await db.Summaries.AsNoTracking().ToListAsync(cancel).ConfigureAwait(false);
            return new PolicyOverview(run?.AsOf, run?.CompletedAt, rows.ToDictionary(r => r.Policy, StoredSummaryText.Read, StringComparer.Ordinal), run?.PolicyDigest == engine.PolicyDigest);
        }
    }
}
