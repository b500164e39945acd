using Microsoft.Extensions.DependencyInjection;

namespace Wenbao.Platform.Audit;

/// <summary>How a module takes part in the audit.</summary>
public static class AuditRegistration
{
    /// <summary>Registers a witness, which every verification of the chain hears.</summary>
    public static IServiceCollection AddAuditWitness<TWitness>(this IServiceCollection services)
        where TWitness : class, IAuditWitness => services.AddSingleton<IAuditWitness, TWitness>();
}
