using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Policies;
using Wenbao.Registry;

namespace Wenbao.Server;

/// <summary>Brings the database of a district up to date: the modules' migrations, the registry's declared tables, the fund lines' capital.</summary>
public static class DistrictDatabase
{
    /// <summary>Migrates and makes what is missing.</summary>
    /// <returns>The problem when the tables do not fit the declaration and would lose data; else null.</returns>
    public static async Task<Problem?> PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancel).ConfigureAwait(false);
        var report = await RegistrySchema.EnsureAsync(
            services.GetRequiredService<Database>(), services.GetRequiredService<RegistryDeclaration>(), cancel).ConfigureAwait(false);
        return report.Problem
            ?? await FundsModule.StartAsync(services, cancel).ConfigureAwait(false)
            ?? await PoliciesModule.StartAsync(services, publishes: services.GetService<WenbaoOptions>() is not { AsOf: not null }, cancel).ConfigureAwait(false);
    }
}
