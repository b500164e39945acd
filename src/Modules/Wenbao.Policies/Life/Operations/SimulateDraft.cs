using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Entitlements;
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

internal sealed class SimulateDraftHandler(DraftDesk desk, PolicyEngines engines, PolicySimulator simulator, OpenSimulator open, BudgetReaches budget, Database database, TimeProvider time)
    : IPreparedOperationHandler<SimulateDraft, SimulatedDraft>
{
    private Simulated? simulated;

    /// <summary>A simulation that is not stored yet.</summary>
    private sealed record Simulated(string Digest, Policy? Current, SimulationResult Result, PolicySimulator.Scan Scan, OpenScan? Open);

    /// <summary>Decides everybody, while others go on writing.</summary>
    public async Task<Problem?> PrepareAsync(SimulateDraft operation, OperationPreparation preparation, CancellationToken cancel)
    {
        var reading = await database.BeginReadingAsync(cancel).ConfigureAwait(false);
        await using (reading.ConfigureAwait(false))
        {
            var found = await DraftDesk.FindOpenAsync(reading, preparation.ExpectedVersion, operation.Draft, cancel).ConfigureAwait(false);
            if (!found.IsSuccess)
            {
                return found.Problem;
            }

            var draft = found.Value;
            var folder = await desk.FolderAsync(reading.Context<PolicyLifeDb>(), draft.Id, cancel).ConfigureAwait(false);
            var read = desk.Read(draft, folder);
            if (read.Program is not { } program)
            {
                return PolicyLifeProblems.DraftFaulty.With(draft.Id, read.Problems.Count) with { Details = read.Problems };
            }

            var present = desk.InForce.Library.FindProgram(draft.Policy);
            var current = present.IsSuccess ? present.Value : null;
            var isRevision = current is not null && desk.NumberOf(draft, folder).Revision > 0;
            var day = operation.On ?? RulesDay.Of(current?.Policy, program.Policy, isRevision, preparation.Scope.Today);
            var made = await SimulateAsync(reading, operation.Basis, day, draft.Digest, current, program, preparation.Scope, cancel).ConfigureAwait(false);
            simulated = made.IsSuccess ? made.Value : null;
            return made.Problem;
        }
    }

    /// <summary>Stores what was found, when the draft and what it is compared with still are the same.</summary>
    public async Task<Result<SimulatedDraft>> HandleAsync(SimulateDraft operation, OperationSession session, CancellationToken cancel)
    {
        var found = await DraftDesk.FindOpenAsync(session, operation.Draft, cancel).ConfigureAwait(false);
        if (!found.IsSuccess)
        {
            return found.Problem!;
        }

        var draft = found.Value;
        var (digest, current, result, scan, effect) = simulated!;
        var now = engines.Current().Library.Find(draft.Policy);
        if (draft.Digest != digest || current?.Version != (now.IsSuccess ? now.Value.Version : null))
        {
            return OperationProblems.ChangedMeanwhile.At($"draft/{draft.Id}", session.ExpectedVersion?.Number, draft.RowVersion);
        }

        var row = await StoreAsync(session, draft, result, scan, effect, cancel).ConfigureAwait(false);
        draft.SimulatedDigest = draft.Digest;
        DraftDesk.Touch(session, draft, LifeEventKind.Simulated, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{result.RulesOn:yyyy-MM-dd}: {result.Before.Found} → {result.After.Found}"));
        return new SimulatedDraft(draft.Id, draft.RowVersion, row.Id, result);
    }

    private async Task<Result<Simulated>> SimulateAsync(
        IUnitOfWork reading, SimulationBasis basis, DateOnly day, string digest, DecisionProgram? current, DecisionProgram program, OperationScope scope, CancellationToken cancel)
    {
        var isDated = basis == SimulationBasis.AsDated;
        var asOf = isDated ? day : scope.Today;
        var started = time.GetTimestamp();
        var scan = await simulator.ScanAsync(isDated ? current : current?.WithRulesOf(day), isDated ? program : program.WithRulesOf(day), asOf, cancel).ConfigureAwait(false);
        if (!scan.IsSuccess)
        {
            return scan.Problem!;
        }

        OpenScan? effect = null;
        if (current is not null)
        {
            // What is open follows the draft on the first day of its rules, each case by the rules of its own date.
            var opened = await open.ScanAsync(reading, current, program, day > scope.Today ? day : scope.Today, cancel).ConfigureAwait(false);
            if (!opened.IsSuccess)
            {
                return opened.Problem!;
            }

            effect = opened.Value;
        }

        var held = effect?.HeldFen ?? new Dictionary<string, long>();
        var forecast = await budget.ForecastAsync(program.Policy, current?.Policy, scan.Value.Tally.Cases, held, scope.Actor, cancel).ConfigureAwait(false);
        var milliseconds = (long)time.GetElapsedTime(started).TotalMilliseconds;
        return new Simulated(digest, current?.Policy, SimulationFigures.Of(scan.Value, basis, day, asOf, forecast, effect?.Effect, milliseconds, program.Policy), scan.Value, effect);
    }

    private static async Task<SimulationRow> StoreAsync(OperationSession session, DraftRow draft, SimulationResult result, PolicySimulator.Scan scan, OpenScan? open, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var db = work.Context<PolicyLifeDb>();
        var earlier = await db.Simulations.Where(s => s.DraftId == draft.Id).Select(s => s.Id).ToListAsync(cancel).ConfigureAwait(false);
        await db.Simulated.Where(s => earlier.Contains(s.SimulationId)).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.SimulatedEntitlements.Where(s => earlier.Contains(s.SimulationId)).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        await db.Simulations.Where(s => s.DraftId == draft.Id).ExecuteDeleteAsync(cancel).ConfigureAwait(false);
        var row = new SimulationRow
        {
            Policy = draft.Policy,
            DraftId = draft.Id,
            Digest = draft.Digest,
            StartedBy = session.Scope.Actor,
            CompletedAt = session.Scope.Now,
            Audience = result.Audience,
            Result = CellCodec.Compress(JsonSerializer.SerializeToUtf8Bytes(result)),
        };
        db.Simulations.Add(row);
        await work.SaveAsync(cancel).ConfigureAwait(false);
        await SimulatedLists.WriteAsync(work, row.Id, scan, cancel).ConfigureAwait(false);
        await SimulatedLists.WriteAsync(work, row.Id, open?.Changes ?? [], cancel).ConfigureAwait(false);
        return row;
    }
}

/// <summary>Puts the figures of a scan together.</summary>
internal static class SimulationFigures
{
    /// <summary>The result.</summary>
    public static SimulationResult Of(
        PolicySimulator.Scan scan, SimulationBasis basis, DateOnly rulesOn, DateOnly asOf, IReadOnlyList<BudgetForecast> budgets, OpenEffect? open, long milliseconds, Policy draft)
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
            open,
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

    private static readonly Column[] EntitlementColumns =
    [
        new("simulation_id", ColumnType.Integer), new("place", ColumnType.Integer), new("entitlement_id", ColumnType.Integer), new("subject_id", ColumnType.Integer), new("subject", ColumnType.Text),
        new("case_key", ColumnType.Text), new("state", ColumnType.Text), new("is_held", ColumnType.Boolean), new("fen_now", ColumnType.Integer), new("kind", ColumnType.Text),
        new("fen_before", ColumnType.Integer), new("fen_after", ColumnType.Integer),
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

    /// <summary>Writes the open entitlements that would change.</summary>
    public static Task WriteAsync(IUnitOfWork work, long simulation, IReadOnlyList<OpenChange> changes, CancellationToken cancel) => work.WriteAsync(
        "pol_simulated_entitlement",
        EntitlementColumns,
        changes.Select((c, i) => (object?[])[
            simulation, i + 1L, c.Entitlement.Id, c.Entitlement.SubjectId, c.Entitlement.Subject, c.Entitlement.CaseKey, c.Entitlement.State.ToString(), c.Entitlement.IsHeld,
            c.Entitlement.AmountFen, c.Kind.ToString(), c.FenBefore, c.FenAfter]),
        cancel);
}
