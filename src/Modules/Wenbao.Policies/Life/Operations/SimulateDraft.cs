using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Life;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Simulates a draft on the living registry (模拟): who would be found and what it would come to, beside the version in force. The result is kept until the next simulation of the draft.</summary>
/// <param name="Draft">The draft's number.</param>
/// <param name="Basis">How dates are taken.</param>
/// <param name="On">The day whose rules are compared (as if in force), or that is decided for (as dated); null for the first on which the draft differs, today at the earliest.</param>
[AllowedTo(Duty.PolicyOfficer)]
public sealed record SimulateDraft(long Draft, SimulationBasis Basis = SimulationBasis.AsIfInForce, DateOnly? On = null) : IOperation<SimulatedDraft>;

/// <summary>A draft that was simulated.</summary>
/// <param name="Draft">Its number.</param>
/// <param name="RowVersion">Its version, for the next edit.</param>
/// <param name="Simulation">The simulation's number.</param>
/// <param name="Result">What it came to.</param>
public sealed record SimulatedDraft(long Draft, long RowVersion, long Simulation, SimulationResult Result);

internal sealed class SimulateDraftHandler(DraftDesk desk, PolicySimulator simulator, BudgetReaches budget, TimeProvider time) : IOperationHandler<SimulateDraft, SimulatedDraft>
{
    public async Task<Result<SimulatedDraft>> HandleAsync(SimulateDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        var db = session.UnitOfWork.Context<PolicyLifeDb>();
        var folder = await desk.FolderAsync(db, draft.Id, cancel).ConfigureAwait(false);
        var reading = desk.Read(draft, folder);
        if (reading.Program is not { } program)
        {
            return PolicyLifeProblems.DraftFaulty.With(draft.Id, reading.Problems.Count) with { Details = reading.Problems };
        }

        var present = desk.InForce.Library.FindProgram(draft.Policy);
        var current = present.IsSuccess ? present.Value : null;
        var isRevision = current is not null && desk.NumberOf(draft, folder).Revision > 0;
        var day = operation.On ?? RulesDay.Of(current?.Policy, program.Policy, isRevision, session.Scope.Today);
        var isDated = operation.Basis == SimulationBasis.AsDated;
        var asOf = isDated ? day : session.Scope.Today;
        var started = time.GetTimestamp();
        var scan = await simulator.ScanAsync(isDated ? current : current?.WithRulesOf(day), isDated ? program : program.WithRulesOf(day), asOf, cancel).ConfigureAwait(false);
        if (!scan.IsSuccess)
        {
            return scan.Problem!;
        }

        var forecast = await budget.ForecastAsync(program.Policy, current?.Policy, scan.Value.Tally.Cases, new Dictionary<string, long>(), session.Scope.Actor, cancel).ConfigureAwait(false);
        var result = SimulationFigures.Of(scan.Value, operation.Basis, day, asOf, forecast, (long)time.GetElapsedTime(started).TotalMilliseconds, program.Policy);
        var row = await StoreAsync(session, draft, result, scan.Value, cancel).ConfigureAwait(false);
        draft.SimulatedDigest = draft.Digest;
        DraftDesk.Touch(session, draft, LifeEventKind.Simulated, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}: {result.Before.Found} → {result.After.Found}"));
        return new SimulatedDraft(draft.Id, draft.RowVersion, row.Id, result);
    }

    private static async Task<SimulationRow> StoreAsync(OperationSession session, DraftRow draft, SimulationResult result, PolicySimulator.Scan scan, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var db = work.Context<PolicyLifeDb>();
        var earlier = await db.Simulations.Where(s => s.DraftId == draft.Id).Select(s => s.Id).ToListAsync(cancel).ConfigureAwait(false);
        await db.Simulated.Where(s => earlier.Contains(s.SimulationId)).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.Simulations.Where(s => s.DraftId == draft.Id).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        var row = new SimulationRow
        {
            Policy = draft.Policy,
            DraftId = draft.Id,
            Digest = draft.Digest,
            StartedBy = session.Scope.Actor,
            CompletedAt = session.Scope.Now,
            Result = CellCodec.Compress(JsonSerializer.SerializeToUtf8Bytes(result)),
        };
        db.Simulations.Add(row);
        await work.SaveAsync(cancel).ConfigureAwait(false);
        await SimulatedLists.WriteAsync(work, row.Id, scan, cancel).ConfigureAwait(false);
        return row;
    }
}

/// <summary>Puts the figures of a scan together.</summary>
internal static class SimulationFigures
{
    /// <summary>The result.</summary>
    public static SimulationResult Of(
        PolicySimulator.Scan scan, SimulationBasis basis, DateOnly rulesOn, DateOnly asOf, IReadOnlyList<BudgetForecast> budgets, long milliseconds, Policy draft)
    {
        var tally = scan.Tally;
        var after = scan.Summaries[scan.After];
        var before = scan.After > 0 ? scan.Summaries[0] : null;
        var current = scan.After > 0 ? scan.Plan.Plans[0].Program.Policy : null;
        return new SimulationResult(
            draft.Id,
            current?.Version,
            draft.Version,
            draft.Audience,
            basis,
            rulesOn,
            asOf,
            before is null ? SimulationSide.None : SimulationSide.Of(before),
            SimulationSide.Of(after),
            tally.Changes.Count(c => c.IsFound && !c.WasFound),
            tally.Changes.Count(c => c.WasFound && !c.IsFound),
            tally.Changes.Count(c => c.WasFound && c.IsFound && c.FenAfter > c.FenBefore),
            tally.Changes.Count(c => c.WasFound && c.IsFound && c.FenAfter < c.FenBefore),
            tally.Dimensions(),
            tally.Months(),
            [.. draft.Conditions.Select((condition, i) => new ConditionEffect(
                condition.Id,
                current?.IndexOfCondition(condition.Id) is >= 0 and var at ? before!.Failures[at] : null,
                after.Failures[i],
                tally.NearMissesAt(i)))],
            budgets,
            milliseconds);
    }
}

/// <summary>Writes the lists of a simulation.</summary>
internal static class SimulatedLists
{
    /// <summary>The most near misses kept, nearest first of each condition.</summary>
    public const int NearMissesMax = 5000;

    private static readonly Column[] Columns =
    [
        new("simulation_id", ColumnType.Integer), new("list", ColumnType.Text), new("place", ColumnType.Integer), new("subject_id", ColumnType.Integer), new("public_id", ColumnType.Text),
        new("town", ColumnType.Text), new("industry", ColumnType.Text), new("size", ColumnType.Text), new("was_found", ColumnType.Boolean), new("is_found", ColumnType.Boolean),
        new("fen_before", ColumnType.Integer), new("fen_after", ColumnType.Integer), new("condition", ColumnType.Text), new("actual", ColumnType.Text), new("threshold", ColumnType.Text),
    ];

    /// <summary>Writes who gains, who loses and who just misses the draft.</summary>
    public static async Task WriteAsync(IUnitOfWork work, long simulation, PolicySimulator.Scan scan, CancellationToken cancel)
    {
        var changes = scan.Tally.Changes;
        var conditions = scan.Plan.Plans[scan.After].Program.Policy.Conditions;
        var gains = changes.Where(c => c.FenAfter > c.FenBefore || (c.IsFound && !c.WasFound)).OrderByDescending(c => c.FenAfter - c.FenBefore).ThenBy(c => c.SubjectId);
        var losses = changes.Where(c => c.FenAfter < c.FenBefore || (c.WasFound && !c.IsFound)).OrderBy(c => c.FenAfter - c.FenBefore).ThenBy(c => c.SubjectId);
        var near = scan.Tally.NearMisses.OrderBy(n => n.Condition).ThenBy(n => n.Gap?.Distance is null).ThenBy(n => n.Gap?.Distance).ThenBy(n => n.SubjectId).Take(NearMissesMax);
        var writer = await work.BulkAsync("pol_simulated", Columns, cancel).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var (list, ordered) in new[] { (SimulatedList.Gains, gains), (SimulatedList.Losses, losses) })
            {
                var place = 0L;
                foreach (var c in ordered)
                {
                    await writer.WriteAsync(
                        [simulation, list.ToString(), ++place, c.SubjectId, c.PublicId, c.Town, c.Industry, c.Size, c.WasFound, c.IsFound, c.FenBefore, c.FenAfter, null, null, null], cancel).ConfigureAwait(false);
                }
            }

            var nearPlace = 0L;
            foreach (var n in near)
            {
                await writer.WriteAsync(
                    [simulation, nameof(SimulatedList.NearMisses), ++nearPlace, n.SubjectId, n.PublicId, n.Town, n.Industry, n.Size, n.WasFound, false, n.FenBefore, 0L, conditions[n.Condition].Id, n.Gap?.Actual, n.Gap?.Threshold],
                    cancel).ConfigureAwait(false);
            }

            await writer.CompleteAsync(cancel).ConfigureAwait(false);
        }
    }
}
