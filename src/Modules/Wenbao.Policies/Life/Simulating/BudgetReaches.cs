using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Policies.Life;

/// <summary>How far the money of a policy's fund lines goes.</summary>
internal sealed class BudgetReaches(IOperationPipeline pipeline)
{
    /// <summary>A forecast for each line with a ceiling that amounts are taken from; none where uses of a revolving fund take it up.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="current">The version in force; null for a new policy.</param>
    /// <param name="cases">The eligible cases of both sides.</param>
    /// <param name="heldFen">What the policy already holds of its lines, by line, in fen.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyList<BudgetForecast>> ForecastAsync(
        Policy draft, Policy? current, IReadOnlyList<SimulatedCase> cases, IReadOnlyDictionary<string, long> heldFen, string actor, CancellationToken cancel)
    {
        var ids = draft.Funding.Concat(current?.Funding ?? []).Select(f => f.Line).ToHashSet(StringComparer.Ordinal);
        if (ids.Count == 0 || draft.ConsumesOutstandingUse)
        {
            return [];
        }

        var asked = await pipeline.AskAsync(new GetFundLines(), new OperationContext(actor), cancel).ConfigureAwait(false);
        var lines = asked.IsSuccess ? asked.Value.Where(l => l.Line.Kind is FundLineKind.Budget or FundLineKind.Compensation) : [];
        return [.. lines.Where(l => ids.Contains(l.Line.Id)).Select(line => Forecast(line, cases.Where(c => c.Line == line.Line.Id).ToList(), heldFen.GetValueOrDefault(line.Line.Id)))];
    }

    /// <summary>The longest run of cases that the money reaches.</summary>
    public static BudgetReach Reach(IEnumerable<SimulatedCase> cases, long availableFen)
    {
        var (needed, covered, count) = (0L, 0L, 0L);
        DateOnly? endsOn = null;
        foreach (var decided in cases.OrderBy(c => c.On).ThenBy(c => c.SubjectId))
        {
            count++;
            needed = checked(needed + decided.Fen);
            if (endsOn is null && needed <= availableFen)
            {
                covered++;
            }
            else
            {
                endsOn ??= decided.On;
            }
        }

        return new BudgetReach(needed, count, covered, endsOn);
    }

    private static BudgetForecast Forecast(FundLineState line, IReadOnlyList<SimulatedCase> cases, long heldFen)
    {
        // A line that nothing was appropriated to yet has what the pack declares for it.
        var isFromLedger = line.Appropriated > Money.Zero;
        var available = isFromLedger ? line.Free.Fen + heldFen : (line.Line.Capital ?? Money.Zero).Fen;
        return new BudgetForecast(line.Line.Id, line.Line.Name, available, isFromLedger, Reach(cases.Where(c => !c.IsAfter), available), Reach(cases.Where(c => c.IsAfter), available));
    }
}
