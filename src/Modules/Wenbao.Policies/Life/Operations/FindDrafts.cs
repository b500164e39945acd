using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>The drafts (草稿), latest first.</summary>
/// <param name="Policy">Of one policy only; null for all.</param>
/// <param name="IsAll">Whether those published and given up are listed too.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Auditor)]
public sealed record FindDrafts(string? Policy = null, bool IsAll = false) : IQuery<IReadOnlyList<DraftItem>>
{
    /// <summary>The most drafts listed.</summary>
    public const int DraftsMax = 200;
}

/// <summary>A draft on a list.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version, which edits must have seen.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="CopiedFrom">The policy it was copied from, for a new policy; else null.</param>
/// <param name="BaseVersion">The version copied.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Note">What it is for.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="SubmittedBy">Who submitted it; null before.</param>
/// <param name="InForceOn">Its first day; null before it is submitted.</param>
/// <param name="DecidedBy">Who approved or returned it; null before.</param>
/// <param name="DecisionNote">What was said then.</param>
/// <param name="PublishedVersion">The version it became; null before.</param>
public sealed record DraftItem(
    long Draft,
    long RowVersion,
    string Policy,
    string? CopiedFrom,
    string BaseVersion,
    DraftState State,
    string Note,
    string CreatedBy,
    string ChangedBy,
    DateTimeOffset ChangedAt,
    string? SubmittedBy,
    DateOnly? InForceOn,
    string? DecidedBy,
    string? DecisionNote,
    string? PublishedVersion)
{
    internal static DraftItem Of(DraftRow row) => new(
        row.Id, row.RowVersion, row.Policy, row.CopiedFrom, row.BaseVersion, row.State, row.Note, row.CreatedBy, row.ChangedBy, row.ChangedAt,
        row.SubmittedBy, row.InForceOn, row.DecidedBy, row.DecisionNote, row.PublishedVersion);
}

internal sealed class FindDraftsHandler(Database database) : IQueryHandler<FindDrafts, IReadOnlyList<DraftItem>>
{
    public async Task<Result<IReadOnlyList<DraftItem>>> HandleAsync(FindDrafts query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var rows = await db.Drafts
                .Where(d => (query.Policy == null || d.Policy == query.Policy) && (query.IsAll || (d.State != DraftState.Published && d.State != DraftState.Discarded)))
                .OrderByDescending(d => d.Id).Take(FindDrafts.DraftsMax).ToListAsync(cancel).ConfigureAwait(false);
            return rows.ConvertAll(DraftItem.Of);
        }
    }
}
