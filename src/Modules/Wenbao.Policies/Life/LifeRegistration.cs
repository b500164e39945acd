using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Matching;
using Wenbao.Policies.Packs;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies.Life;

/// <summary>Registers the life of policies.</summary>
internal static class LifeRegistration
{
    /// <summary>Registers what is in force, and the operations on drafts, versions and changes.</summary>
    /// <param name="services">The services.</param>
    /// <param name="packEngine">The pack's policies, bound to the registry.</param>
    public static IServiceCollection AddPolicyLife(this IServiceCollection services, MatchEngine packEngine)
    {
        services.AddSingleton<PolicyMoney>();
        services.AddSingleton(provider => new PolicyEngines(
            packEngine, provider.GetRequiredService<PolicyMoney>(), provider.GetRequiredService<Database>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<PolicyEngines>>()));
        // One scope sees one state of what is in force, from its first look to its end.
        services.AddScoped(provider => provider.GetRequiredService<PolicyEngines>().Current());
        services.AddScoped(provider => provider.GetRequiredService<EngineInForce>().Library);
        services.AddScoped(provider => provider.GetRequiredService<EngineInForce>().Engine);
        services.AddScoped(provider => provider.GetRequiredService<EngineInForce>().Standings);
        services.AddScoped<DraftDesk>();
        services.AddScoped<ChangeDesk>();
        services.AddScoped<PolicySimulator>();
        services.AddScoped<OpenSimulator>();
        services.AddScoped<BudgetReaches>();
        services.AddMigratedContext<PolicyLifeDb>();
        services.AddOperation<CreateDraft, CreatedDraft, CreateDraftHandler>();
        services.AddOperation<EditDraftFile, EditedDraft, EditDraftFileHandler>();
        services.AddOperation<SetDraftParameter, EditedDraft, SetDraftParameterHandler>();
        services.AddOperation<SetDraftExpectation, EditedDraft, SetDraftExpectationHandler>();
        services.AddOperation<EditDraftExample, EditedDraft, EditDraftExampleHandler>();
        services.AddOperation<TestDraft, TestedDraft, TestDraftHandler>();
        services.AddOperation<SimulateDraft, SimulatedDraft, SimulateDraftHandler>();
        services.AddOperation<SubmitDraft, SubmittedDraft, SubmitDraftHandler>();
        services.AddOperation<WithdrawDraft, EditedDraft, WithdrawDraftHandler>();
        services.AddOperation<DiscardDraft, EditedDraft, DiscardDraftHandler>();
        services.AddOperation<ApproveVersion, DecidedDraft, ApproveVersionHandler>();
        services.AddOperation<RejectVersion, DecidedDraft, RejectVersionHandler>();
        services.AddOperation<PublishDueVersions, PublishedVersions, PublishDueVersionsHandler>();
        services.AddOperation<SuspendPolicy, RequestedChange, SuspendPolicyHandler>();
        services.AddOperation<ResumePolicy, RequestedChange, ResumePolicyHandler>();
        services.AddOperation<ExtendPolicy, RequestedChange, ExtendPolicyHandler>();
        services.AddOperation<EndPolicy, RequestedChange, EndPolicyHandler>();
        services.AddOperation<ApprovePolicyChange, DecidedChange, ApprovePolicyChangeHandler>();
        services.AddOperation<RejectPolicyChange, DecidedChange, RejectPolicyChangeHandler>();
        services.AddQuery<FindDrafts, IReadOnlyList<DraftItem>, FindDraftsHandler>();
        services.AddQuery<GetDraft, DraftDetail, GetDraftHandler>();
        services.AddQuery<FindPolicyVersions, PolicyVersions, FindPolicyVersionsHandler>();
        services.AddQuery<GetPolicyVersion, PolicyVersionDetail, GetPolicyVersionHandler>();
        services.AddQuery<GetSimulation, SimulationDetail, GetSimulationHandler>();
        services.AddQuery<FindSimulated, SimulatedPage, FindSimulatedHandler>();
        services.AddQuery<FindSimulatedEntitlements, SimulatedEntitlementPage, FindSimulatedEntitlementsHandler>();
        services.AddQuery<SweepParameter, IReadOnlyList<SweptValue>, SweepParameterHandler>();
        services.AddQuery<DiffVersions, PolicyDiff, DiffVersionsHandler>();
        services.AddQuery<DiffDraft, PolicyDiff, DiffDraftHandler>();
        services.AddQuery<FindPolicyDesk, PolicyDesk, FindPolicyDeskHandler>();
        services.AddEventHandler<BusinessDayBegan, PublishAsDayBegins>();
        services.AddEventHandler<PolicyVersionPublished, DecidePublishedPolicy>();
        return services;
    }
}
