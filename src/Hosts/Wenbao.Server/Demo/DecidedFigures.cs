using System.Text.Json;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Policies;
using Wenbao.Registry;
using Wenbao.Synthesis;

namespace Wenbao.Server;

/// <summary>Gives the population report its figures of decided cases: all measured in one pass, then handed out.</summary>
internal sealed class DecidedFigures : IDecidedFigures
{
    private readonly Dictionary<string, decimal> figures;

    private DecidedFigures(Dictionary<string, decimal> figures) => this.figures = figures;

    /// <summary>Measures every decided figure of the pack's margins.</summary>
    public static async Task<Result<DecidedFigures>> MeasureAsync(IServiceProvider services, CancellationToken cancel)
    {
        var wanted = PopulationReport.DecidedMeasures(services.GetRequiredService<Pack>(), services.GetRequiredService<RegistryDeclaration>());
        if (!wanted.IsSuccess)
        {
            return wanted.Problem!;
        }

        var measures = wanted.Value.Select(w => w.Measure).DistinctBy(Key).ToList();
        var measured = await services.GetRequiredService<IOperationPipeline>().AskAsync(
            new MeasureFound(services.GetRequiredService<BusinessClock>().Today, [.. measures.Select(Translate)]),
            new OperationContext(DemoUsers.Operator),
            cancel).ConfigureAwait(false);
        return measured.Map(values => new DecidedFigures(measures.Zip(values).ToDictionary(p => Key(p.First), p => p.Second, StringComparer.Ordinal)));
    }

    /// <inheritdoc/>
    public Task<decimal?> MeasureAsync(DecidedMeasure measure, CancellationToken cancel) =>
        Task.FromResult<decimal?>(figures.TryGetValue(Key(measure), out var figure) ? figure : null);

    private static string Key(DecidedMeasure measure) => JsonSerializer.Serialize(measure);

    /// <summary>The measure as the policies module takes it.</summary>
    internal static FoundMeasure Translate(DecidedMeasure measure) => new(
        measure.Figure switch
        {
            DecidedFigure.Subjects => FoundFigure.Subjects,
            DecidedFigure.Cases => FoundFigure.Cases,
            DecidedFigure.Amount => FoundFigure.Amount,
            DecidedFigure.Distinct => FoundFigure.Distinct,
            DecidedFigure.AttributeSum => FoundFigure.AttributeSum,
            DecidedFigure.StepSum => FoundFigure.StepSum,
            _ => FoundFigure.StepPercent,
        },
        measure.Policies,
        measure.Where,
        measure.Attributes,
        measure.Steps,
        measure.LessSteps,
        measure.Input);
}
