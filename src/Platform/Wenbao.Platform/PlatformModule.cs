using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;

namespace Wenbao.Platform;

/// <summary>Puts the platform together for a host.</summary>
public static class PlatformModule
{
    /// <summary>Adds packs, database, clock, pipeline, outbox and migrator. Modules add their operations and contexts after it.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="pack">The district.</param>
    /// <param name="database">The database; the host disposes it.</param>
    /// <param name="asOf">The fixed business day; null to take the pack's, or to follow the clock when it has none.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, Pack pack, Database database, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(database);
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(pack);
        services.AddSingleton(database);
        services.AddSingleton(provider => new BusinessClock(provider.GetRequiredService<TimeProvider>(), pack.Manifest.TimeZone, asOf ?? pack.Manifest.AsOf));
        services.TryAddSingleton<IScopeProvider, DemoUsers>();
        services.AddSingleton<OperationRoutes>();
        services.AddSingleton(provider =>
        {
            // Anchors are kept from the first commit on, where the host keeps any.
            provider.GetService<AuditAnchorKeeper>();
            return ActivatorUtilities.CreateInstance<OperationPipeline>(provider);
        });
        services.AddSingleton<IOperationPipeline>(provider => provider.GetRequiredService<OperationPipeline>());
        services.AddSingleton(provider => new OutboxDispatcher(
            provider,
            database,
            provider.GetRequiredService<BusinessClock>(),
            provider.GetServices<EventRoute>(),
            provider.GetRequiredService<ILogger<OutboxDispatcher>>()));
        services.AddHostedService<OutboxWorker>();
        services.TryAddSingleton(JobProgress.None);
        services.AddSingleton<AuditWatch>();
        services.AddQuery<VerifyAudit, AuditReport, VerifyAuditHandler>();
        services.AddQuery<FindAuditLinks, AuditPage, FindAuditLinksHandler>();
        services.AddQuery<GetAuditState, AuditState, GetAuditStateHandler>();
        services.AddOperation<RecordAuditVerification, AuditAnchor, RecordAuditVerificationHandler>();
        services.AddSingleton(_ => PackReference.Holidays(pack, new PackReader()));
        services.AddOperation<BeginBusinessDay, DateOnly, BeginBusinessDayHandler>();
        services.AddMigratedContext<PlatformDb>();
        services.AddSingleton<DatabaseMigrator>();
        return services;
    }

    /// <summary>Has a server begin each business day when the calendar day changes. Hosts that run commands leave it out.</summary>
    public static IServiceCollection AddBusinessDayKeeper(this IServiceCollection services) => services.AddHostedService<BusinessDayKeeper>();
}
