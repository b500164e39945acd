using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>The claims that wait for an officer, the oldest first (待审核清单).</summary>
/// <param name="Policy">One policy only; null for all.</param>
/// <param name="Department">One department only, by its Chinese name; null for all.</param>
/// <param name="After">Only those behind this number of acceptance: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record FindDecisionQueue(string? Policy = null, string? Department = null, long? After = null) : IQuery<DecisionQueue>
{
    /// <summary>Claims a page.</summary>
    public const int PageSize = 50;
}

/// <summary>The claims that wait for an officer.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Claims">A page of them.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record DecisionQueue(long Count, IReadOnlyList<ClaimToDecide> Claims, long? Next);

/// <summary>A claim that waits for an officer.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="WorkingDays">Working days since it was claimed, that day not counted; null when the calendar does not know them.</param>
/// <param name="Advice">What the model advises.</param>
/// <param name="AcceptedNumber">The number of acceptance.</param>
public sealed record ClaimToDecide(EntitlementItem Entitlement, int? WorkingDays, Outcome? Advice, long AcceptedNumber);

internal sealed class FindDecisionQueueHandler(Database database, EntitlementNames names, WorkCalendar calendar) : IQueryHandler<FindDecisionQueue, DecisionQueue>
{
    public async Task<Result<DecisionQueue>> HandleAsync(FindDecisionQueue query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var all = db.Entitlements.Where(e => e.State == EntitlementState.Claimed);
            all = query.Policy is { } policy ? all.Where(e => e.Policy == policy) : all;
            all = query.Department is { } department ? all.Where(e => e.Department == department) : all;
            all = scope.Departments is { } departments ? all.Where(e => departments.Contains(e.Department)) : all;
            var count = await all.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await all.Where(e => query.After == null || e.AcceptedNumber > query.After).OrderBy(e => e.AcceptedNumber).Take(FindDecisionQueue.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindDecisionQueue.PageSize).ToList();
            var advice = await AdviceAsync(db, shown, cancel).ConfigureAwait(false);
            var items = await names.ItemsAsync(shown, cancel).ConfigureAwait(false);
            return new DecisionQueue(
                count,
                [.. shown.Select((e, i) => new ClaimToDecide(items[i], AgeOf(e, scope.Today), advice.TryGetValue(e.Id, out var outcome) ? outcome : null, e.AcceptedNumber!.Value))],
                rows.Count > shown.Count ? shown[^1].AcceptedNumber : null);
        }
    }

    private int? AgeOf(Entitlement claim, DateOnly today) => claim.ClaimedOn is { } day && calendar.Between(day, today) is { IsSuccess: true, Value: var days } ? days.Count : null;

    private static async Task<Dictionary<long, Outcome>> AdviceAsync(EntitlementsDb db, List<Entitlement> claims, CancellationToken cancel)
    {
        var versions = claims.Where(c => c.DecisionVersion is not null).ToDictionary(c => c.Id, c => c.DecisionVersion!.Value);
        var ids = versions.Keys.ToList();
        var decided = await db.Decisions.Where(d => ids.Contains(d.EntitlementId)).Select(d => new { d.EntitlementId, d.Version, d.Outcome }).ToListAsync(cancel).ConfigureAwait(false);
        return decided.Where(d => versions[d.EntitlementId] == d.Version).ToDictionary(d => d.EntitlementId, d => d.Outcome);
    }
}
