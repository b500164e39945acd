using Microsoft.Extensions.DependencyInjection;
using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Puts the registry together for a host.</summary>
public static class RegistryModule
{
    /// <summary>Adds the registry's reader and operations; call it after <c>AddPlatform</c>. The host makes the tables with <see cref="RegistrySchema.EnsureAsync"/>.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="registry">The pack's registry, read with <see cref="RegistryCatalogue.Read(Wenbao.Platform.Packs.Pack)"/>.</param>
    public static IServiceCollection AddRegistry(this IServiceCollection services, RegistryCatalogue registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        services.AddSingleton(registry);
        services.AddSingleton(registry.Declaration);
        services.AddSingleton<SubjectReader>();
        services.AddSingleton<SubjectNames>();
        services.AddOperation<ImportSubjects, ImportResult, ImportSubjectsHandler>();
        services.AddOperation<ImportRecords, ImportResult, ImportRecordsHandler>();
        services.AddQuery<ExportSubjects, ExportResult, ExportSubjectsHandler>();
        return services;
    }
}
