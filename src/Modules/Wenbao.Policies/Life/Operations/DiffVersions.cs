using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>What differs between two versions of a policy (版本比较), clause by clause and condition by condition.</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="From">The earlier version.</param>
/// <param name="To">The later one.</param>
[AllowedTo]
public sealed record DiffVersions(string Policy, string From, string To) : IQuery<PolicyDiff>;

/// <summary>What a draft changes of the version it was copied from.</summary>
/// <param name="Draft">The draft's number.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Auditor)]
public sealed record DiffDraft(long Draft) : IQuery<PolicyDiff>;

internal sealed class DiffVersionsHandler(PolicyEngines engines) : IQueryHandler<DiffVersions, PolicyDiff>
{
    public Task<Result<PolicyDiff>> HandleAsync(DiffVersions query, OperationScope scope, CancellationToken cancel) => Task.FromResult(
        engines.FindProgram(query.Policy, query.From).Then(before => engines.FindProgram(query.Policy, query.To).Map(after => PolicyComparison.Of(before, after))));
}

internal sealed class DiffDraftHandler(DraftDesk desk, PolicyEngines engines, Database database) : IQueryHandler<DiffDraft, PolicyDiff>
{
    public async Task<Result<PolicyDiff>> HandleAsync(DiffDraft query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == query.Draft, cancel).ConfigureAwait(false) is not { } draft)
            {
                return PolicyLifeProblems.DraftNotFound.With(query.Draft);
            }

            var reading = desk.Read(draft, await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false));
            return reading.Program is { } after
                ? engines.FindProgram(draft.CopiedFrom ?? draft.Policy, draft.BaseVersion).Map(before => PolicyComparison.Of(before, after))
                : PolicyLifeProblems.DraftFaulty.With(draft.Id, reading.Problems.Count) with { Details = reading.Problems };
        }
    }
}
