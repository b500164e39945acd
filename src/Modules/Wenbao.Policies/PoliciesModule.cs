using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Packs;
using Wenbao.Platform.Time;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Life;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Packs;
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

    /// <summary>Whether what the policies say about money fits the pack's fund lines, payment rules and parties.</summary>
    /// <returns>Nothing to object; or one problem with every finding.</returns>
    public static Result<Unit> CheckMoney(PolicyLibrary library, FundLines lines, PaymentRules rules, Parties parties)
    {
        ArgumentNullException.ThrowIfNull(library);
        var findings = new PolicyMoneyCheck(library.Policies, lines, rules, parties).Find();
        return findings.Count == 0 ? default(Unit) : PackProblems.Defective.At(library.Pack.Id, findings.Count) with { Details = findings };
    }

    /// <summary>Takes up what is in force when a host has prepared its database: stored versions are loaded, and those whose day came while no host ran are published.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="publishes">Whether what is due is published; not where the business day is only supposed (<c>--as-of</c>).</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The problem of a stored version that cannot be loaded; null when all is in force.</returns>
    public static async Task<Problem?> StartAsync(IServiceProvider services, bool publishes = true, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(services);
        var engines = services.GetRequiredService<PolicyEngines>();
        if (engines.Refresh() is { } unloadable)
        {
            return unloadable;
        }

        if (!publishes)
        {
            return null;
        }

        await engines.KeepPackAsync(services.GetRequiredService<Database>(), cancel).ConfigureAwait(false);
        if (!engines.IsAnyDue(services.GetRequiredService<BusinessClock>().Today))
        {
            return null;
        }

        var published = await services.GetRequiredService<IOperationPipeline>().SendAsync(new PublishDueVersions(), new OperationContext(DemoUsers.Operator), cancel).ConfigureAwait(false);
        return published.IsSuccess ? engines.Refresh() : published.Problem;
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

        services.AddPolicyLife(engine.Value);
        services.AddScoped<CaseRunner>();
        services.AddSingleton<DimensionReader>();
        services.AddSingleton<DimensionNames>();
        services.AddSingleton<DimensionCache>();
        services.TryAddSingleton(JobProgress.None);
        services.AddMigratedContext<PoliciesDb>();
        services.AddOperation<DecideRegistry, DecidedRegistry, DecideRegistryHandler>();
        services.AddQuery<MatchPolicies, IReadOnlyList<MatchSummary>, MatchPoliciesHandler>();
        services.AddQuery<MeasureFound, IReadOnlyList<decimal>, MeasureFoundHandler>();
        services.AddSingleton<Entitlements.EntitledReader>();
        services.AddQuery<MeasureLedger, IReadOnlyList<decimal>, MeasureLedgerHandler>();
        services.AddQuery<ExplainSubject, SubjectExplanation, ExplainSubjectHandler>();
        services.AddQuery<GetPolicyOverview, PolicyOverview, GetPolicyOverviewHandler>();
        services.AddQuery<FindFoundSubjects, FoundPage, FindFoundSubjectsHandler>();
        services.AddQuery<GetFunnel, Funnel, GetFunnelHandler>();
        services.AddEventHandler<SubjectsChanged, DecideChangedSubjects>();
        services.AddEntitlements();
        return Result<IServiceCollection>.Of(services);
    }
}
