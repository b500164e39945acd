using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>How many subjects remain after each condition of a policy, whom it just misses and whom it cannot tell (漏斗).</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Filter">Which subjects.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record GetFunnel(string Policy, SubjectFilter Filter) : IQuery<Funnel>;

/// <summary>The funnel of a policy.</summary>
/// <param name="Audience">Subjects judged.</param>
/// <param name="Steps">One a condition, in order.</param>
/// <param name="Found">Subjects that all conditions let through.</param>
/// <param name="NearMiss">Subjects that fail one mendable condition, for certain.</param>
/// <param name="Undetermined">Subjects that cannot be told.</param>
public sealed record Funnel(long Audience, IReadOnlyList<FunnelStep> Steps, long Found, long NearMiss, long Undetermined);

/// <summary>A step of a funnel.</summary>
/// <param name="Condition">The condition's id.</param>
/// <param name="Remaining">Subjects that hold this condition and all before it.</param>
/// <param name="Failing">Subjects that fail this condition, whatever else they fail.</param>
/// <param name="NearMiss">Subjects that fail only this condition, for certain.</param>
public sealed record FunnelStep(string Condition, long Remaining, long Failing, long NearMiss);

internal sealed class GetFunnelHandler(PolicyLibrary library, Database database, DimensionCache dimensions) : IQueryHandler<GetFunnel, Funnel>
{
    public async Task<Result<Funnel>> HandleAsync(GetFunnel query, OperationScope scope, CancellationToken cancel)
    {
        var found = library.Find(query.Policy);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var policy = found.Value;
        var counter = new FunnelCounter(policy);
        var filter = query.Filter.IsEmpty ? null : await dimensions.FilterAsync(policy.Audience, query.Filter, cancel).ConfigureAwait(false);
        var db = await database.ReadAsync<PoliciesDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var chunks = db.CellChunks.AsNoTracking().Where(c => c.Policy == policy.Id).OrderBy(c => c.Number);
            var subjects = filter is null ? null
                : await db.SubjectChunks.AsNoTracking().Where(c => c.SubjectType == policy.Audience).ToDictionaryAsync(c => c.Number, c => c.Ids, cancel).ConfigureAwait(false);
            await foreach (var chunk in chunks.AsAsyncEnumerable().WithCancellation(cancel).ConfigureAwait(false))
            {
                counter.Add(CellCodec.Unpack(chunk.Cells), subjects is null ? null : CellCodec.UnpackIds(subjects[chunk.Number]), filter);
            }
        }

        return counter.Funnel();
    }

    private sealed class FunnelCounter(Policy policy)
    {
        private readonly long[] remaining = new long[policy.Conditions.Count];
        private readonly long[] failing = new long[policy.Conditions.Count];
        private readonly long[] near = new long[policy.Conditions.Count];
        private readonly uint mendable = policy.MendableConditions();
        private long audience;
        private long foundCount;
        private long undetermined;

        public void Add(CellCodec.PackedCell?[] cells, List<long>? ids, Predicate<long>? filter)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i] is { } cell && (filter is null || filter(ids![i])))
                {
                    Add(cell);
                }
            }
        }

        public Funnel Funnel() => new(
            audience,
            [.. policy.Conditions.Select((c, i) => new FunnelStep(c.Id, remaining[i], failing[i], near[i]))],
            foundCount,
            near.Sum(),
            undetermined);

        private void Add(CellCodec.PackedCell cell)
        {
            audience++;
            foundCount += cell.Outcome == Outcome.Eligible ? 1 : 0;
            undetermined += cell.Outcome == Outcome.Undetermined ? 1 : 0;
            var isNear = cell.IsNearMiss(mendable);
            for (var i = 0; i < remaining.Length; i++)
            {
                var bit = 1u << i;
                remaining[i] += (cell.Failed & ((bit << 1) - 1)) == 0 ? 1 : 0;
                failing[i] += (cell.Failed & bit) != 0 ? 1 : 0;
                near[i] += isNear && (cell.Failed & bit) != 0 ? 1 : 0;
            }
        }
    }
}
