using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;

namespace Wenbao.Policies;

/// <summary>Figures over what was granted, and over what the ledger says was paid or booked (按账计数): the counterpart of <see cref="MeasureFound"/>, read from entitlements and entries instead of decided.</summary>
/// <param name="Measures">The figures wanted.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.Auditor, Duty.Operator)]
public sealed record MeasureLedger(IReadOnlyList<EntitledMeasure> Measures) : IQuery<IReadOnlyList<decimal>>;

/// <summary>One figure over entitlements.</summary>
/// <param name="Of">What is counted or summed; its conditions on subjects are not looked at.</param>
/// <param name="Within">The days of the vouchers, or of the grants, that count.</param>
/// <param name="IsGranted">True counts what was granted, whether or not it is settled; false what is settled; null takes granted for policies where no money is paid or booked.</param>
/// <param name="Lines">Only what these fund lines paid; empty for all.</param>
public sealed record EntitledMeasure(FoundMeasure Of, Period Within, bool? IsGranted, IReadOnlyList<string> Lines)
{
    /// <summary>Whether the figure follows from number, subjects and money alone, without looking at the entitlements.</summary>
    internal bool IsPlain => Of.Figure is FoundFigure.Subjects or FoundFigure.Cases or FoundFigure.Amount;
}

internal sealed class MeasureLedgerHandler(PolicyLibrary library, IOperationPipeline pipeline, EntitledReader reader) : IQueryHandler<MeasureLedger, IReadOnlyList<decimal>>
{
    public async Task<Result<IReadOnlyList<decimal>>> HandleAsync(MeasureLedger query, OperationScope scope, CancellationToken cancel)
    {
        var figures = new decimal[query.Measures.Count];
        foreach (var within in query.Measures.Select((m, i) => (Measure: m, Index: i)).GroupBy(m => m.Measure.Within))
        {
            var measures = within.ToList();
            var asked = measures.Select(m => new SettledMeasure([.. m.Measure.Of.Policies.Where(p => !CountsGranted(m.Measure, p))], m.Measure.Lines, NeedsSingle(m.Measure))).ToList();
            var settled = await pipeline.AskAsync(new MeasureSettled(within.Key, asked), new OperationContext(scope.Actor), cancel).ConfigureAwait(false);
            if (!settled.IsSuccess)
            {
                return settled.Problem!;
            }

            for (var i = 0; i < measures.Count; i++)
            {
                figures[measures[i].Index] = await FigureAsync(measures[i].Measure, settled.Value[i], cancel).ConfigureAwait(false);
            }
        }

        return figures;
    }

    private bool CountsGranted(EntitledMeasure measure, string policy) =>
        measure.IsGranted ?? library.Find(policy) is { IsSuccess: true, Value.Settlement: "none" or "loan" };

    private bool NeedsSingle(EntitledMeasure measure) => !measure.IsPlain || measure.Of.Policies.Any(p => CountsGranted(measure, p));

    private async Task<decimal> FigureAsync(EntitledMeasure measure, SettledFigures settled, CancellationToken cancel)
    {
        if (!NeedsSingle(measure))
        {
            return measure.Of.Figure switch
            {
                FoundFigure.Subjects => settled.Subjects,
                FoundFigure.Cases => settled.Entitlements,
                _ => settled.Amount.Yuan,
            };
        }

        var entitled = await reader.ByNumberAsync(settled.Single, cancel).ConfigureAwait(false);
        var granted = await reader.GrantedAsync([.. measure.Of.Policies.Where(p => CountsGranted(measure, p))], measure.Lines, measure.Within, cancel).ConfigureAwait(false);
        entitled.AddRange(granted);
        return measure.Of.Figure switch
        {
            FoundFigure.Subjects => entitled.DistinctBy(e => (e.SubjectType, e.SubjectId)).Count(),
            FoundFigure.Cases => entitled.Count,
            FoundFigure.Amount => settled.Amount.Yuan + granted.Sum(e => e.Amount.Yuan),
            FoundFigure.Distinct => (await reader.AttributeAsync(entitled, measure.Of.Attributes, cancel).ConfigureAwait(false)).Select(Explaining.FeelDisplay.Plain).Distinct(StringComparer.Ordinal).Count(),
            FoundFigure.AttributeSum => (await reader.AttributeAsync(entitled, measure.Of.Attributes, cancel).ConfigureAwait(false)).Sum(v => v.AsNumber() ?? 0m),
            _ => await StepsAsync(measure.Of, entitled, cancel).ConfigureAwait(false),
        };
    }

    private async Task<decimal> StepsAsync(FoundMeasure measure, List<EntitledReader.Entitled> entitled, CancellationToken cancel)
    {
        var (sum, whole) = (0m, 0m);
        foreach (var decision in await reader.DecisionsAsync(entitled, cancel).ConfigureAwait(false))
        {
            sum += measure.Steps.Sum(s => decision.Step(s)) - measure.LessSteps.Sum(s => decision.Step(s));
            whole += measure.Input is { } input ? decision.Input(input) : 0m;
        }

        return measure.Figure == FoundFigure.StepSum ? sum : whole == 0m ? 0m : 100m * sum / whole;
    }
}
