using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Life;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>A draft with its files, what is wrong with it, and how its examples come out as it stands (草稿).</summary>
/// <param name="Draft">Its number.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Auditor)]
public sealed record GetDraft(long Draft) : IQuery<DraftDetail>;

/// <summary>A draft in full.</summary>
/// <param name="Item">Its particulars.</param>
/// <param name="Files">The texts by file name.</param>
/// <param name="Findings">Everything that is wrong.</param>
/// <param name="Examples">How its examples come out; empty while something is wrong.</param>
/// <param name="Policy">The policy as the draft says it; null while something is wrong.</param>
/// <param name="Simulation">The number of its last simulation; null when it was never simulated.</param>
/// <param name="IsSimulationCurrent">Whether that simulation is of the draft as it stands.</param>
/// <param name="History">What happened, earliest first.</param>
public sealed record DraftDetail(
    DraftItem Item,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyList<DraftFinding> Findings,
    IReadOnlyList<ExampleResult> Examples,
    Policy? Policy,
    long? Simulation,
    bool IsSimulationCurrent,
    IReadOnlyList<PolicyLifeEvent> History);

/// <summary>Something that happened in a policy's life.</summary>
/// <param name="Kind">What.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="On">The business day.</param>
/// <param name="Note">Particulars.</param>
public sealed record PolicyLifeEvent(LifeEventKind Kind, string Actor, DateTimeOffset At, DateOnly On, string Note)
{
    internal static PolicyLifeEvent Of(LifeEventRow row) => new(row.Kind, row.Actor, row.At, row.On, row.Note);
}

internal sealed class GetDraftHandler(DraftDesk desk, Database database) : IQueryHandler<GetDraft, DraftDetail>
{
    public async Task<Result<DraftDetail>> HandleAsync(GetDraft query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PolicyLifeDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == query.Draft, cancel).ConfigureAwait(false) is not { } draft)
            {
                return PolicyLifeProblems.DraftNotFound.With(query.Draft);
            }

            var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
            var reading = desk.Read(draft, folder);
            var (findings, examples) = TestDraftHandler.Run(reading);
            var simulation = await db.Simulations.Where(s => s.DraftId == draft.Id).OrderByDescending(s => s.Id)
                .Select(s => new { s.Id, s.Digest }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var history = await db.Events.Where(e => e.DraftId == draft.Id).OrderBy(e => e.Id).ToListAsync(cancel).ConfigureAwait(false);
            return new DraftDetail(
                DraftItem.Of(draft), folder.Texts(), findings, examples, reading.Program?.Policy, simulation?.Id, simulation?.Digest == draft.Digest, history.ConvertAll(PolicyLifeEvent.Of));
        }
    }
}
