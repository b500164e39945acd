using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Platform.Data;

namespace Wenbao.Platform.Audit;

/// <summary>How a module takes part in the audit.</summary>
public static class AuditRegistration
{
    /// <summary>Registers a witness, which every verification of the chain hears.</summary>
    public static IServiceCollection AddAuditWitness<TWitness>(this IServiceCollection services)
        where TWitness : class, IAuditWitness => services.AddSingleton<IAuditWitness, TWitness>();

    /// <summary>Keeps anchors of the chain in a file outside the database, as long as the process runs and once more when its services are disposed.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="file">The file; made with the first anchor.</param>
    public static IServiceCollection AddAuditAnchors(this IServiceCollection services, string file) => services.AddSingleton(provider => new AuditAnchorKeeper(
        provider.GetRequiredService<Database>(),
        new AuditAnchorFile(file),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<AuditAnchorKeeper>>()));

    /// <summary>Adds to the health checks that anchors are kept and that no verification found the audit broken.</summary>
    public static IHealthChecksBuilder AddAuditCheck(this IHealthChecksBuilder builder) => builder.AddCheck<AuditAnchorCheck>("audit");
}
