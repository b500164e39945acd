using System.Text.Json;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Policies;
using Wenbao.Registry;
using Wenbao.Synthesis;

namespace Wenbao.Server;

/// <summary>Gives the population report its figures of entitlements and ledger: all measured at once, then handed out.</summary>
internal sealed class LedgerFigures : ILedgerFigures
{
    private readonly Dictionary<string, decimal> figures;

    private LedgerFigures(Dictionary<string, decimal> figures) => this.figures = figures;

    /// <summary>Measures every figure of the pack's margins that entitlements and ledger give.</summary>
    public static async Task<Result<LedgerFigures>> MeasureAsync(IServiceProvider services, CancellationToken cancel)
    {
        var wanted = PopulationReport.LedgerMeasures(services.GetRequiredService<Pack>(), services.GetRequiredService<RegistryDeclaration>());
        if (!wanted.IsSuccess)
        {
            return wanted.Problem!;
        }

        var pipeline = services.GetRequiredService<IOperationPipeline>();
        var figures = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var today = services.GetRequiredService<BusinessClock>().Today;
        var measures = wanted.Value.Select(w => w.Measure).Where(m => m.Of is not null).DistinctBy(Key).ToList();
        var measured = await pipeline.AskAsync(new MeasureLedger([.. measures.Select(m => Translate(m, today))]), new OperationContext(DemoUsers.Operator), cancel).ConfigureAwait(false);
        if (!measured.IsSuccess)
        {
            return measured.Problem!;
        }

        foreach (var (measure, figure) in measures.Zip(measured.Value))
        {
            figures[Key(measure)] = figure;
        }

        foreach (var capital in wanted.Value.Select(w => w.Measure).Where(m => m.CapitalOf is not null))
        {
            var balance = await pipeline.AskAsync(new GetTrialBalance(On: (capital.Within ?? ThisYear(today)).To, Line: capital.CapitalOf), new OperationContext(DemoUsers.Operator), cancel).ConfigureAwait(false);
            if (!balance.IsSuccess)
            {
                return balance.Problem!;
            }

            figures[Key(capital)] = balance.Value.Rows.Where(r => r.Account.Stage == FundStage.Appropriated).Sum(r => r.Balance.Yuan);
        }

        return new LedgerFigures(figures);
    }

    /// <inheritdoc/>
    public Task<decimal?> MeasureAsync(LedgerMeasure measure, CancellationToken cancel) =>
        Task.FromResult<decimal?>(figures.TryGetValue(Key(measure), out var figure) ? figure : null);

    private static string Key(LedgerMeasure measure) => JsonSerializer.Serialize(measure);

    private static EntitledMeasure Translate(LedgerMeasure measure, DateOnly today) => new(
        DecidedFigures.Translate(measure.Of!),
        measure.Within ?? ThisYear(today),
        measure.Stage switch { LedgerStage.Granted => true, LedgerStage.Settled => false, _ => null },
        measure.Lines);

    private static Period ThisYear(DateOnly today) => new(new DateOnly(today.Year, 1, 1), today);
}
