using Microsoft.Extensions.DependencyInjection;
using Wenbao.Funds;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Platform.Time;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies.Entitlements;

/// <summary>Registers entitlements: claims, decisions, queues, notices.</summary>
internal static class EntitlementsModule
{
    public static IServiceCollection AddEntitlements(this IServiceCollection services)
    {
        services.AddMigratedContext<EntitlementsDb>();
        services.AddScoped<ClaimDecider>();
        services.AddScoped<Follower>();
        services.AddScoped<FrozenExplainer>();
        services.AddScoped<EntitlementNames>();
        services.AddOperation<NotifyFound, NotifiedFound, NotifyFoundHandler>();
        services.AddOperation<ClaimEntitlement, ClaimReceipt, ClaimEntitlementHandler>();
        services.AddOperation<ClaimFound, ClaimedFound, ClaimFoundHandler>();
        services.AddOperation<GrantClaims, GrantedClaims, GrantClaimsHandler>();
        services.AddOperation<RefuseClaim, ChangedEntitlement, RefuseClaimHandler>();
        services.AddOperation<RevokeGrant, ChangedEntitlement, RevokeGrantHandler>();
        services.AddOperation<HoldEntitlement, ChangedEntitlement, HoldEntitlementHandler>();
        services.AddOperation<UnholdEntitlement, ChangedEntitlement, UnholdEntitlementHandler>();
        services.AddOperation<AnswerHold, ChangedEntitlement, AnswerHoldHandler>();
        services.AddOperation<ServeQueue, ServedQueue, ServeQueueHandler>();
        services.AddOperation<ReviseAccruals, RevisedAccruals, ReviseAccrualsHandler>();
        services.AddOperation<LapseEntitlements, LapsedEntitlements, LapseEntitlementsHandler>();
        services.AddQuery<ReplayDecision, ReplayedDecision, ReplayDecisionHandler>();
        services.AddEventHandler<SubjectsChanged, FollowFacts>();
        services.AddEventHandler<PolicyVersionPublished, FollowVersion>();
        services.AddEventHandler<PolicyStandingChanged, FollowStanding>();
        services.AddEventHandler<FundsFreed, ServeFreedQueue>();
        services.AddEventHandler<PaymentsMade, SettlePaid>();
        services.AddEventHandler<PaymentsReturned, ReopenReturned>();
        services.AddEventHandler<CommitmentsReleased, RevokeReleased>();
        services.AddEventHandler<GrantRecovered, EndRecovered>();
        services.AddEventHandler<PaymentHeldChanged, HoldWithPayment>();
        services.AddEventHandler<UseReturned, SettleReturnedUse>();
        services.AddEventHandler<BusinessDayBegan, LapseOnBusinessDay>();
        services.AddEventHandler<BusinessDayBegan, TellFoundOnBusinessDay>();
        services.AddEntitlementQueries();
        return services;
    }
}
