using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>An open entitlement that a draft would change.</summary>
/// <param name="Entitlement">The entitlement as it stands.</param>
/// <param name="Kind">How it would change.</param>
/// <param name="FenBefore">Its amount by the version in force, in fen; nought where it is not entitled.</param>
/// <param name="FenAfter">By the draft, in fen.</param>
internal sealed record OpenChange(Entitlement Entitlement, OpenEffectKind Kind, long FenBefore, long FenAfter);

/// <summary>What a draft would do to entitlements that there are already.</summary>
/// <param name="Effect">The figures.</param>
/// <param name="Changes">Each that would change, the greatest loss first.</param>
/// <param name="HeldFen">What granted and settled entitlements hold of each fund line, in fen.</param>
internal sealed record OpenScan(OpenEffect Effect, IReadOnlyList<OpenChange> Changes, IReadOnlyDictionary<string, long> HeldFen);

/// <summary>Decides a policy's open entitlements by the version in force and by a draft, the way they will follow it when it comes into force, and tells where the two differ.</summary>
internal sealed class OpenSimulator(EngineInForce inForce, ClaimDecider decider, JobProgress progress)
{
    /// <summary>Decides them.</summary>
    /// <param name="reading">A unit of work to read with.</param>
    /// <param name="current">The version in force.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="on">The day it is decided for.</param>
    /// <param name="cancel">Stops the deciding.</param>
    /// <returns>What would change; or the problem of a program that cannot be bound.</returns>
    public async Task<Result<OpenScan>> ScanAsync(IUnitOfWork reading, DecisionProgram current, DecisionProgram draft, DateOnly on, CancellationToken cancel)
    {
        var before = inForce.Engine.ClaimPlanOf(current);
        var after = inForce.Engine.ClaimPlanOf(draft);
        if ((before.Problem ?? after.Problem) is { } problem)
        {
            return problem;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, progress.Cancel);
        var sides = (Before: await BatchAsync(reading, before.Value, on, stop.Token).ConfigureAwait(false), After: await BatchAsync(reading, after.Value, on, stop.Token).ConfigureAwait(false));
        var policy = draft.Policy.Id;
        var tally = new OpenTally();
        for (var last = 0L; ;)
        {
            var some = await sides.Before.Store.Query
                .Where(e => e.Policy == policy && e.Id > last && (e.State == EntitlementState.Notified || e.State == EntitlementState.Claimed || e.State == EntitlementState.Waiting))
                .OrderBy(e => e.Id).Take(ClaimDecider.SubjectsAtOnce).ToListAsync(stop.Token).ConfigureAwait(false);
            if (some.Count == 0)
            {
                break;
            }

            last = some[^1].Id;
            var was = await DecideAsync(sides.Before, some, stop.Token).ConfigureAwait(false);
            var becomes = await DecideAsync(sides.After, some, stop.Token).ConfigureAwait(false);
            foreach (var entitlement in some)
            {
                tally.Add(entitlement, was.GetValueOrDefault(entitlement.Id), becomes.GetValueOrDefault(entitlement.Id));
            }
        }

        var (kept, keptFen, held) = await KeptAsync(reading, policy, stop.Token).ConfigureAwait(false);
        return new OpenScan(tally.Effect(on, kept, keptFen), tally.Changes(), held);
    }

    private async Task<ClaimBatch> BatchAsync(IUnitOfWork reading, ClaimAudience audience, DateOnly on, CancellationToken cancel)
    {
        var store = new EntitlementStore(reading);
        var money = await decider.MoneyAsync(audience.Plans.Select(p => p.Policy), store, on, null, cancel).ConfigureAwait(false);
        return new ClaimBatch(audience, on, ClaimWish.Compare, money, store, new GrantReader(reading, inForce.Library));
    }

    private async Task<Dictionary<long, CaseToDecide>> DecideAsync(ClaimBatch batch, IReadOnlyList<Entitlement> some, CancellationToken cancel)
    {
        var targets = some.Select(e => new ClaimTarget(e.Policy, e.SubjectId, e)).ToList();
        var cases = await decider.DecideAsync(batch, targets, cancel).ConfigureAwait(false);
        // Where only the inputs tell a case's key, several are tried; the entitlement's own is meant.
        return cases.GroupBy(c => c.Target.Existing!.Id).ToDictionary(g => g.Key, g => g.FirstOrDefault(c => c.Judged?.CaseKey == c.Target.Existing!.CaseKey) ?? g.First());
    }

    private static async Task<(long Kept, long KeptFen, IReadOnlyDictionary<string, long> Held)> KeptAsync(IUnitOfWork reading, string policy, CancellationToken cancel)
    {
        var sums = await reading.Context<EntitlementsDb>().Entitlements
            .Where(e => e.Policy == policy && (e.State == EntitlementState.Granted || e.State == EntitlementState.Settled))
            .GroupBy(e => e.Line).Select(g => new { Line = g.Key, Count = g.LongCount(), Fen = g.Sum(e => e.AmountFen) }).ToListAsync(cancel).ConfigureAwait(false);
        return (sums.Sum(s => s.Count), sums.Sum(s => s.Fen), sums.Where(s => s.Line is not null).ToDictionary(s => s.Line!, s => s.Fen, StringComparer.Ordinal));
    }
}

/// <summary>Adds up how open entitlements would change.</summary>
internal sealed class OpenTally
{
    private readonly SortedDictionary<(EntitlementState State, bool IsHeld), long[]> states = [];
    private readonly List<OpenChange> changes = [];

    /// <summary>Adds one.</summary>
    /// <param name="entitlement">The entitlement.</param>
    /// <param name="was">Its case by the version in force; null for none.</param>
    /// <param name="becomes">Its case by the draft; null for none.</param>
    public void Add(Entitlement entitlement, CaseToDecide? was, CaseToDecide? becomes)
    {
        var key = (entitlement.State, entitlement.IsHeld);
        var sums = states.TryGetValue(key, out var known) ? known : states[key] = new long[5];
        sums[0]++;
        sums[1] += entitlement.AmountFen;
        var (before, after) = (FenOf(was), FenOf(becomes));
        if (KindOf(was, becomes, before, after) is not { } kind)
        {
            return;
        }

        sums[2]++;
        sums[3] += before ?? 0;
        sums[4] += after ?? 0;
        changes.Add(new OpenChange(entitlement, kind, before ?? 0, after ?? 0));
    }

    /// <summary>The figures.</summary>
    public OpenEffect Effect(DateOnly on, long kept, long keptFen) => new(
        on,
        [.. states.Select(s => new OpenStateEffect(s.Key.State, s.Key.IsHeld, s.Value[0], s.Value[1], s.Value[2], s.Value[3], s.Value[4]))],
        [.. changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => new OpenEffectSum(g.Key, g.LongCount(), g.Sum(c => c.FenBefore), g.Sum(c => c.FenAfter)))],
        kept,
        keptFen);

    /// <summary>Each that would change, the greatest loss first.</summary>
    public IReadOnlyList<OpenChange> Changes() => [.. changes.OrderBy(c => c.FenAfter - c.FenBefore).ThenBy(c => c.Entitlement.Id)];

    private static OpenEffectKind? KindOf(CaseToDecide? was, CaseToDecide? becomes, long? before, long? after) => (before, after) switch
    {
        ({ } earlier, { } later) => later > earlier ? OpenEffectKind.More : later < earlier ? OpenEffectKind.Less : null,
        (null, { }) => OpenEffectKind.Begins,
        _ when becomes?.Verdict == ClaimVerdict.Undetermined && was?.Verdict != ClaimVerdict.Undetermined => OpenEffectKind.NeedsDatum,
        ({ }, null) => OpenEffectKind.Ends,
        // A claim that only waited for a datum has its answer, which is no.
        _ => was?.Verdict == ClaimVerdict.Undetermined && becomes?.Verdict != ClaimVerdict.Undetermined ? OpenEffectKind.Ends : null,
    };

    /// <summary>The amount of a case in fen; null when it is not entitled.</summary>
    private static long? FenOf(CaseToDecide? one) => one is { Judged: { IsEligible: true } judged } && one.Verdict != ClaimVerdict.EventTaken ? judged.Amount.Fen : null;
}
