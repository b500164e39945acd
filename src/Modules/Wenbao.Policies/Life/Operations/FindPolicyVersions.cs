using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>The versions of a policy, how it stands, and what is on its way (版本与状态).</summary>
/// <param name="Policy">The policy's id.</param>
[AllowedTo]
public sealed record FindPolicyVersions(string Policy) : IQuery<PolicyVersions>;

/// <summary>A policy's versions.</summary>
/// <param name="Policy">The policy as it is in force.</param>
/// <param name="Standing">How it stands today.</param>
/// <param name="Versions">Its versions, the latest first.</param>
/// <param name="Changes">Suspensions, resumptions, extensions and ends, the latest first.</param>
/// <param name="Drafts">Drafts that are open, waiting or scheduled, the latest first.</param>
public sealed record PolicyVersions(Policy Policy, PolicyStanding Standing, IReadOnlyList<PolicyVersionItem> Versions, IReadOnlyList<PolicyChangeItem> Changes, IReadOnlyList<DraftItem> Drafts);

/// <summary>A version on a list.</summary>
/// <param name="Version">Its name: number and digest.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="Source">The draft or change it came from; null for the pack's.</param>
/// <param name="Previous">The version it took the place of; null for the first.</param>
/// <param name="InForceOn">Its first day.</param>
/// <param name="PublishedAt">When it was stored.</param>
/// <param name="Author">Who submitted it; null for the pack's.</param>
/// <param name="Approver">Who approved it; null for the pack's.</param>
/// <param name="Note">What was said about it.</param>
/// <param name="IsInForce">Whether it is in force now.</param>
public sealed record PolicyVersionItem(
    string Version, VersionOrigin Origin, long? Source, string? Previous, DateOnly InForceOn, DateTimeOffset PublishedAt, string? Author, string? Approver, string? Note, bool IsInForce);

/// <summary>A change of a policy that needed no draft.</summary>
/// <param name="Change">Its number.</param>
/// <param name="RowVersion">Its version, which deciders must have seen.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="State">How far it has come.</param>
/// <param name="On">Its first day.</param>
/// <param name="LastDay">The new last day of validity; null for suspensions.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="DecidedBy">Who decided; null before.</param>
/// <param name="DecisionNote">What was said then.</param>
/// <param name="DroppedExamples">Ids of examples it leaves out.</param>
/// <param name="PublishedVersion">The version it made; null when it made none.</param>
public sealed record PolicyChangeItem(
    long Change,
    long RowVersion,
    string Policy,
    PolicyChangeKind Kind,
    PolicyChangeState State,
    DateOnly On,
    DateOnly? LastDay,
    LocalizedText Reason,
    string RequestedBy,
    string? DecidedBy,
    string? DecisionNote,
    IReadOnlyList<string> DroppedExamples,
    string? PublishedVersion)
{
    internal static PolicyChangeItem Of(ChangeRow row) => new(
        row.Id, row.RowVersion, row.Policy, row.Kind, row.State, row.On, row.LastDay, new LocalizedText(row.ReasonZh, row.ReasonEn), row.RequestedBy, row.DecidedBy, row.DecisionNote,
        row.DroppedExamples.Length == 0 ? [] : row.DroppedExamples.Split(','), row.PublishedVersion);
}

internal sealed class FindPolicyVersionsHandler(EngineInForce inForce, Database database) : IQueryHandler<FindPolicyVersions, PolicyVersions>
{
    public async Task<Result<PolicyVersions>> HandleAsync(FindPolicyVersions query, OperationScope scope, CancellationToken cancel)
    {
        var found = inForce.Library.Find(query.Policy);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var policy = found.Value;
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            // What is on its way is for those who work on it; what was in force is for everybody.
            var isOfficer = scope.Has(Duty.PolicyOfficer) || scope.Has(Duty.DepartmentOfficer) || scope.Has(Duty.Auditor);
            var versions = await db.Versions.Where(v => v.Policy == policy.Id).OrderByDescending(v => v.Id)
                .Select(v => new PolicyVersionItem(v.Version, v.Origin, v.SourceId, v.Previous, v.InForceOn, v.PublishedAt, v.Author, v.Approver, v.Note, v.Version == policy.Version))
                .ToListAsync(cancel).ConfigureAwait(false);
            var changes = await db.Changes.Where(c => c.Policy == policy.Id && (isOfficer || c.State == PolicyChangeState.Done)).OrderByDescending(c => c.Id).ToListAsync(cancel).ConfigureAwait(false);
            var drafts = !isOfficer ? [] : await db.Drafts.Where(d => d.Policy == policy.Id && d.State != DraftState.Published && d.State != DraftState.Discarded)
                .OrderByDescending(d => d.Id).ToListAsync(cancel).ConfigureAwait(false);
            return new PolicyVersions(policy, inForce.Standings.Standing(policy.Id, scope.Today), versions, changes.ConvertAll(PolicyChangeItem.Of), drafts.ConvertAll(DraftItem.Of));
        }
    }
}
