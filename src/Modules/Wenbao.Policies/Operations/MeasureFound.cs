using Wenbao.Kernel;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Matching;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Figures over everything that is found as of a day, all in one pass; a found policy shuts out those it excludes, in order of day and catalogue (按判定计数).</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Measures">The figures wanted.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.Operator)]
public sealed record MeasureFound(DateOnly AsOf, IReadOnlyList<FoundMeasure> Measures) : IQuery<IReadOnlyList<decimal>>;

/// <summary>One figure over found cases.</summary>
/// <param name="Figure">What is counted or summed.</param>
/// <param name="Policies">Over the found cases of which policies.</param>
/// <param name="Where">For some of the policies, FEEL over the subject's attributes: only those subjects count.</param>
/// <param name="Attributes">For figures over an attribute, the attribute's id by policy.</param>
/// <param name="Steps">For figures over steps, the steps added.</param>
/// <param name="LessSteps">The steps taken off.</param>
/// <param name="Input">For a percentage, the input whose sum is the whole.</param>
public sealed record FoundMeasure(
    FoundFigure Figure,
    IReadOnlyList<string> Policies,
    IReadOnlyDictionary<string, string> Where,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<string> Steps,
    IReadOnlyList<string> LessSteps,
    string? Input);

/// <summary>What a figure over found cases counts or sums.</summary>
public enum FoundFigure
{
    /// <summary>Different subjects.</summary>
    Subjects,

    /// <summary>Cases: months, terms and events each.</summary>
    Cases,

    /// <summary>Amounts, in yuan.</summary>
    Amount,

    /// <summary>Different values of an attribute.</summary>
    Distinct,

    /// <summary>An attribute, summed over different subjects.</summary>
    AttributeSum,

    /// <summary>Steps, summed.</summary>
    StepSum,

    /// <summary>Steps as percent of the sum of an input.</summary>
    StepPercent,
}

internal sealed class MeasureFoundHandler(MatchEngine engine, SubjectReader reader, JobProgress progress) : IQueryHandler<MeasureFound, IReadOnlyList<decimal>>
{
    public async Task<Result<IReadOnlyList<decimal>>> HandleAsync(MeasureFound query, OperationScope scope, CancellationToken cancel)
    {
        var policies = query.Measures.SelectMany(m => m.Policies).ToHashSet(StringComparer.Ordinal);
        var plans = engine.PlansFor([.. engine.Library.Policies.Select(p => p.Id).Where(policies.Contains)], inOrder: true);
        if (!plans.IsSuccess)
        {
            return plans.Problem!;
        }

        var totals = query.Measures.Select(m => new FoundTally(m)).ToList();
        foreach (var audience in plans.Value)
        {
            var bound = FoundMeasurePlan.Make(audience, query.Measures);
            if (!bound.IsSuccess)
            {
                return bound.Problem!;
            }

            progress.Begin(MatchTexts.Deciding(audience.Type.Title), await reader.CountAsync(audience.Type, cancel).ConfigureAwait(false));
            var before = 0L;
            await new PolicyMatcher(reader).MatchAsync(
                audience,
                query.AsOf,
                () => new FoundMeter(bound.Value, query.Measures),
                batch =>
                {
                    ((FoundMeter)batch.Kept!).AddTo(totals);
                    return Task.CompletedTask;
                },
                done => progress.Advance(done - Interlocked.Exchange(ref before, done)),
                changedBy: null,
                cancel).ConfigureAwait(false);
        }

        return totals.Select(t => t.Result).ToArray();
    }
}
