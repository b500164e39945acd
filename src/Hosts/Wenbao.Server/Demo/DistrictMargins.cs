using Wenbao.Kernel;
using Wenbao.Platform.Packs;
using Wenbao.Registry;
using Wenbao.Synthesis;

namespace Wenbao.Server;

/// <summary>The population report of an opened district.</summary>
public static class DistrictMargins
{
    /// <summary>Measures every margin of the pack on the registry, by deciding, and, where the past months were played, in entitlements and ledger.</summary>
    /// <param name="services">Services on the district's database.</param>
    /// <param name="options">The data folder.</param>
    /// <param name="cancel">Stops the measuring.</param>
    public static async Task<Result<IReadOnlyList<MarginFigure>>> ReportAsync(IServiceProvider services, WenbaoOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        var decided = await DecidedFigures.MeasureAsync(services, cancel).ConfigureAwait(false);
        if (!decided.IsSuccess)
        {
            return decided.Problem!;
        }

        LedgerFigures? ledger = null;
        if (DemoDistrict.Find(options.DataDirectory) is { PlayedThrough: not null })
        {
            var measured = await LedgerFigures.MeasureAsync(services, cancel).ConfigureAwait(false);
            if (!measured.IsSuccess)
            {
                return measured.Problem!;
            }

            ledger = measured.Value;
        }

        return await PopulationReport.MakeAsync(
            services.GetRequiredService<Pack>(), services.GetRequiredService<RegistryDeclaration>(), services.GetRequiredService<SubjectReader>(), decided.Value, ledger, cancel).ConfigureAwait(false);
    }
}
