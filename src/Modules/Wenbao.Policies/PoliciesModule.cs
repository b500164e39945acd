using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>The policies module (政策): policies as decision models, matching against the registry, explanations.</summary>
public static class PoliciesModule
{
    /// <summary>Whether every input of every policy is bound to something that the registry declares.</summary>
    public static Result<Unit> Check(PolicyLibrary library, RegistryDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(declaration);
        return MatchEngine.Make(library, declaration).Map(_ => default(Unit));
    }

    /// <summary>Registers the module.</summary>
    /// <param name="services">The services.</param>
    /// <param name="library">The policies of the pack.</param>
    /// <param name="declaration">The registry's declaration, which the policies' inputs are bound to.</param>
    /// <returns>The services; or the problem of an input that the registry does not declare.</returns>
    public static Result<IServiceCollection> AddPolicies(this IServiceCollection services, PolicyLibrary library, RegistryDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(library);
        var engine = MatchEngine.Make(library, declaration);
        if (!engine.IsSuccess)
        {
            return engine.Problem!;
        }

        services.AddSingleton(library);
        services.AddSingleton(engine.Value);
        services.AddSingleton<CaseRunner>();
        services.AddSingleton<DimensionCache>();
        services.TryAddSingleton(JobProgress.None);
        services.AddMigratedContext<PoliciesDb>();
        services.AddOperation<DecideRegistry, DecidedRegistry, DecideRegistryHandler>();
        services.AddQuery<MatchPolicies, IReadOnlyList<MatchSummary>, MatchPoliciesHandler>();
        services.AddQuery<MeasureFound, IReadOnlyList<decimal>, MeasureFoundHandler>();
        services.AddQuery<ExplainSubject, SubjectExplanation, ExplainSubjectHandler>();
        services.AddQuery<GetPolicyOverview, PolicyOverview, GetPolicyOverviewHandler>();
        services.AddQuery<FindFoundSubjects, FoundPage, FindFoundSubjectsHandler>();
        services.AddQuery<GetFunnel, Funnel, GetFunnelHandler>();
        services.AddEventHandler<SubjectsChanged, DecideChangedSubjects>();
        services.AddEntitlements();
        return Result<IServiceCollection>.Of(services);
    }
}
