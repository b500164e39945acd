using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Decides policies from the registry as of a day without keeping anything (匹配).</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Policies">Ids of policies; null for all.</param>
/// <param name="InOrder">Whether a found policy shuts out those it excludes; else each is judged alone.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.Operator)]
public sealed record MatchPolicies(DateOnly AsOf, IReadOnlyList<string>? Policies = null, bool InOrder = false) : IQuery<IReadOnlyList<MatchSummary>>;

internal sealed class MatchPoliciesHandler(MatchEngine engine, SubjectReader reader, JobProgress progress) : IQueryHandler<MatchPolicies, IReadOnlyList<MatchSummary>>
{
    public async Task<Result<IReadOnlyList<MatchSummary>>> HandleAsync(MatchPolicies query, OperationScope scope, CancellationToken cancel)
    {
        var plans = query.Policies is null && !query.InOrder
            ? Result<IReadOnlyList<AudiencePlan>>.Of(engine.Audiences)
            : engine.PlansFor(query.Policies ?? [.. engine.Library.Policies.Select(p => p.Id)], query.InOrder);
        if (!plans.IsSuccess)
        {
            return plans.Problem!;
        }

        var summaries = new List<MatchSummary>();
        foreach (var audience in plans.Value)
        {
            progress.Begin(MatchTexts.Deciding(audience.Type.Title), await reader.CountAsync(audience.Type, cancel).ConfigureAwait(false));
            var before = 0L;
            summaries.AddRange(await new PolicyMatcher(reader).MatchAsync(
                audience,
                query.AsOf,
                listen: null,
                receive: null,
                done => progress.Advance(done - Interlocked.Exchange(ref before, done)),
                changedBy: null,
                cancel).ConfigureAwait(false));
        }

        var order = engine.Library.Policies.Select((p, i) => (p.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        return (MatchSummary[])[.. summaries.OrderBy(s => order[s.Policy])];
    }
}
