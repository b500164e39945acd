using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Claims that wait for an officer, the oldest first, a page at a time (待审核队列).</summary>
/// <param name="Policy">One policy only; null for all.</param>
/// <param name="After">Only those accepted after this number: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindDecisionQueue(string? Policy = null, long? After = null) : IQuery<DecisionQueue>
{
    /// <summary>Claims a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of claims to decide.</summary>
/// <param name="Count">How many wait in all.</param>
/// <param name="Policies">How many wait under each policy, most first.</param>
/// <param name="Items">The claims of this page.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record DecisionQueue(long Count, IReadOnlyList<PolicyToDecide> Policies, IReadOnlyList<ClaimToDecide> Items, long? Next);

/// <summary>How many claims wait under a policy.</summary>
public sealed record PolicyToDecide(string Policy, LocalizedText Title, long Count);

/// <summary>A claim to decide.</summary>
/// <param name="Item">The entitlement.</param>
/// <param name="AgeWorkingDays">Working days since it was claimed; null when the calendar of that time is not announced.</param>
/// <param name="Advice">What the model says by the data of the claim's day; null before any decision.</param>
/// <param name="Reason">What it waits for besides a person; null for nothing.</param>
/// <param name="Answer">What the subject answered to the hold that stands; null while it is not held or not answered.</param>
public sealed record ClaimToDecide(EntitlementItem Item, int? AgeWorkingDays, Outcome? Advice, LocalizedText? Reason, string? Answer);

internal sealed class FindDecisionQueueHandler(Database database, EntitlementNames names, WorkCalendar calendar) : IQueryHandler<FindDecisionQueue, DecisionQueue>
{
    public async Task<Result<DecisionQueue>> HandleAsync(FindDecisionQueue query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var open = EntitlementViews.Visible(db.Entitlements.Where(e => e.State == EntitlementState.Claimed), scope);
            var counts = await open.GroupBy(e => e.Policy).Select(g => new { Policy = g.Key, Count = g.LongCount() }).ToListAsync(cancel).ConfigureAwait(false);
            var page = query.Policy is { } policy ? open.Where(e => e.Policy == policy) : open;
            page = query.After is { } after ? page.Where(e => e.AcceptedNumber > after) : page;
            var rows = await page.OrderBy(e => e.AcceptedNumber)
                .Select(e => new
                {
                    Claim = e,
                    Advice = db.Decisions.Where(d => d.EntitlementId == e.Id && d.Version == e.DecisionVersion).Select(d => (Outcome?)d.Outcome).FirstOrDefault(),
                    Answer = e.IsHeld
                        ? db.Events.Where(v => v.EntitlementId == e.Id && (v.Deed == EntitlementDeed.Held || v.Deed == EntitlementDeed.Answered))
                            .OrderByDescending(v => v.Version).Select(v => v.Deed == EntitlementDeed.Answered ? v.ReasonZh : null).FirstOrDefault()
                        : null,
                })
                .Take(FindDecisionQueue.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindDecisionQueue.PageSize).ToList();
            var items = await names.ItemsAsync([.. shown.Select(r => r.Claim)], cancel).ConfigureAwait(false);
            return new DecisionQueue(
                counts.Where(c => query.Policy is null || c.Policy == query.Policy).Sum(c => c.Count),
                [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Policy, StringComparer.Ordinal).Select(c => new PolicyToDecide(c.Policy, names.TitleOf(c.Policy), c.Count))],
                [.. shown.Zip(items, (row, item) => new ClaimToDecide(item, Age(item.ClaimedOn, scope.Today), row.Advice, EntitlementTexts.Reason(row.Claim), row.Answer))],
                rows.Count > shown.Count ? shown[^1].Claim.AcceptedNumber : null);
        }
    }

    private int? Age(DateOnly? claimed, DateOnly today) =>
        claimed is { } day && calendar.Between(day, today) is { IsSuccess: true, Value: { } days } ? days.Count : null;
}
