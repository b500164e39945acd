using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Policies.Deciding;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies.Life;

/// <summary>Judges everybody by the version in force and by a draft, in one scan that reads only what the two ask for.</summary>
internal sealed class PolicySimulator(MatchEngine engine, SubjectReader reader, JobProgress progress)
{
    // The two programs are of one policy; what one found must not count for the other.
    private const string DraftSuffix = "@draft";

    /// <summary>What a scan came to.</summary>
    /// <param name="Plan">The plan: the version in force, if any, then the draft.</param>
    /// <param name="Summaries">A summary a program.</param>
    /// <param name="Tally">Everything that was added up.</param>
    internal sealed record Scan(AudiencePlan Plan, IReadOnlyList<MatchSummary> Summaries, SimulationTally Tally)
    {
        /// <summary>The position of the draft in the plan.</summary>
        public int After => Plan.Plans.Count - 1;
    }

    /// <summary>Scans the audience.</summary>
    /// <param name="current">The version in force; null for a new policy.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="asOf">The day that cases are taken up to.</param>
    /// <param name="cancel">Stops the scan.</param>
    public async Task<Result<Scan>> ScanAsync(DecisionProgram? current, DecisionProgram draft, DateOnly asOf, CancellationToken cancel)
    {
        var named = draft.With(draft.Policy with { Id = draft.Policy.Id + DraftSuffix });
        var made = engine.PlanFor(current is null ? [named] : [current, named]);
        if (!made.IsSuccess)
        {
            return made.Problem!;
        }

        var plan = made.Value;
        var after = plan.Plans.Count - 1;
        var mendable = draft.Policy.MendableConditions();
        var tally = new SimulationTally(new SubjectDimensions(plan), after - 1, after, mendable);
        var summaries = await MatchAsync(
            plan,
            asOf,
            () => new SimulationListener(plan, after, mendable),
            batch =>
            {
                tally.Add(batch);
                return Task.CompletedTask;
            },
            cancel).ConfigureAwait(false);
        return new Scan(plan, summaries, tally);
    }

    /// <summary>Counts what one model comes to with each of several sets of parameters, in one scan and without compiling it again.</summary>
    /// <param name="variants">The model with other parameters each.</param>
    /// <param name="asOf">The day that cases are taken up to.</param>
    /// <param name="cancel">Stops the scan.</param>
    /// <returns>A summary a variant, in their order.</returns>
    public async Task<Result<IReadOnlyList<MatchSummary>>> SweepAsync(IReadOnlyList<DecisionProgram> variants, DateOnly asOf, CancellationToken cancel)
    {
        var named = variants.Select((v, i) => v.With(v.Policy with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{v.Policy.Id}@{i}") })).ToList();
        var made = engine.PlanFor(named);
        return made.IsSuccess
            ? Result<IReadOnlyList<MatchSummary>>.Of(await MatchAsync(made.Value, asOf, null, null, cancel).ConfigureAwait(false))
            : made.Problem!;
    }

    private async Task<IReadOnlyList<MatchSummary>> MatchAsync(
        AudiencePlan plan, DateOnly asOf, Func<IBatchListener>? listen, Func<PolicyMatcher.JudgedBatch, Task>? receive, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, progress.Cancel);
        progress.Begin(new LocalizedText($"模拟：{plan.Type.Title.Zh}", $"Simulating: {plan.Type.Title.En}"), await reader.CountAsync(plan.Type, stop.Token).ConfigureAwait(false));
        var before = 0L;
        return await new PolicyMatcher(reader).MatchAsync(
            plan, asOf, listen, receive, done => progress.Advance(done - Interlocked.Exchange(ref before, done)), changedBy: null, stop.Token).ConfigureAwait(false);
    }
}
