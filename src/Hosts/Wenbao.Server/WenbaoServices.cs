using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Packs;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Server;

/// <summary>Puts pack, database and modules together; the command line and the web server stand on the same services.</summary>
public static class WenbaoServices
{
    /// <summary>Adds everything but the web.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">What to work on.</param>
    /// <param name="progress">Told how far long work is; null when nobody watches.</param>
    /// <param name="bulk">Whether this process only makes data that can be made again, so that SQLite need not wait for the disk at every commit.</param>
    /// <returns>The pack's registry; or every problem of the pack at once.</returns>
    public static Result<RegistryCatalogue> AddWenbao(this IServiceCollection services, WenbaoOptions options, JobProgress? progress = null, bool bulk = false)
    {
        ArgumentNullException.ThrowIfNull(options);
        var pack = PackLoader.Load(options.PackDirectory);
        if (!pack.IsSuccess)
        {
            return pack.Problem!;
        }

        var registry = RegistryCatalogue.Read(pack.Value);
        var library = PolicyLibrary.Load(pack.Value);
        var lines = FundLines.Read(pack.Value);
        var rules = PaymentRules.Read(pack.Value);
        var parties = Parties.Read(pack.Value);
        if ((registry.Problem ?? library.Problem ?? lines.Problem ?? rules.Problem ?? parties.Problem) is { } defective)
        {
            return defective;
        }

        if (PoliciesModule.CheckMoney(library.Value, lines.Value, rules.Value, parties.Value).Problem is { } unfit)
        {
            return unfit;
        }

        services.AddSingleton(options);
        services.AddPlatform(pack.Value, Open(options, bulk), options.AsOf ?? MovedDay(options, pack.Value));
        services.AddAuditAnchors(options.AnchorFile);
        services.AddRegistry(registry.Value);
        services.AddFunds(lines.Value, rules.Value, parties.Value);
        services.Replace(ServiceDescriptor.Singleton(progress ?? JobProgress.None));
        var added = services.AddPolicies(library.Value, registry.Value.Declaration);
        return added.IsSuccess ? registry.Value : added.Problem!;
    }

    /// <summary>The day that made-up data have been moved to; null when they have not.</summary>
    private static DateOnly? MovedDay(WenbaoOptions options, Pack pack)
    {
        try
        {
            return pack.Manifest.SyntheticLabel is not null && DemoDistrict.Find(options.DataDirectory) is { } state && state.Pack == pack.Id ? state.Today : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // whoever opens the folder is told what is wrong with it
        }
    }

    private static Database Open(WenbaoOptions options, bool bulk)
    {
        if (options.ConnectionString is { Length: > 0 } connection)
        {
            return new Database(DatabaseKind.PostgreSql, connection);
        }

        Directory.CreateDirectory(options.DataDirectory);
        return Database.InFile(options.DatabaseFile, bulk ? SqliteSynchronous.Off : SqliteSynchronous.Full);
    }
}
