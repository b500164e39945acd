using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>What policy officers have on their desk (政策工作台): drafts being written, what waits for approval, what waits for its day.</summary>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record FindPolicyDesk : IQuery<PolicyDesk>;

/// <summary>The desk.</summary>
/// <param name="Drafts">Every draft that is not published or given up, the latest first.</param>
/// <param name="Changes">Every change that waits for approval or for its day, the latest first.</param>
public sealed record PolicyDesk(IReadOnlyList<DraftItem> Drafts, IReadOnlyList<PolicyChangeItem> Changes);

internal sealed class FindPolicyDeskHandler(Database database) : IQueryHandler<FindPolicyDesk, PolicyDesk>
{
    public async Task<Result<PolicyDesk>> HandleAsync(FindPolicyDesk query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var drafts = await db.Drafts.Where(d => d.State != DraftState.Published && d.State != DraftState.Discarded)
                .OrderByDescending(d => d.Id).Take(FindDrafts.DraftsMax).ToListAsync(cancel).ConfigureAwait(false);
            var changes = await db.Changes.Where(c => c.State == PolicyChangeState.Waiting || c.State == PolicyChangeState.Scheduled)
                .OrderByDescending(c => c.Id).Take(FindDrafts.DraftsMax).ToListAsync(cancel).ConfigureAwait(false);
            return new PolicyDesk(drafts.ConvertAll(DraftItem.Of), changes.ConvertAll(PolicyChangeItem.Of));
        }
    }
}
