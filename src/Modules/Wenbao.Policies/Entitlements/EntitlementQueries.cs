using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Registers what is asked of entitlements, and what readers do with their inboxes.</summary>
internal static class EntitlementQueries
{
    /// <summary>Registers the queries.</summary>
    public static IServiceCollection AddEntitlementQueries(this IServiceCollection services)
    {
        services.TryAddSingleton<SubjectNames>();
        services.TryAddSingleton<InboxDoor>();
        services.AddQuery<FindEntitlements, EntitlementPage, FindEntitlementsHandler>();
        services.AddQuery<GetEntitlement, EntitlementDetail, GetEntitlementHandler>();
        services.AddQuery<GetSubjectMoney, SubjectMoney, GetSubjectMoneyHandler>();
        services.AddQuery<FindClaimOffers, ClaimOffers, FindClaimOffersHandler>();
        services.AddQuery<FindClaimQueue, ClaimQueue, FindClaimQueueHandler>();
        services.AddQuery<FindQueuedLines, IReadOnlyList<QueuedLine>, FindQueuedLinesHandler>();
        services.AddQuery<FindDecisionQueue, DecisionQueue, FindDecisionQueueHandler>();
        services.AddQuery<GetClaimFigures, IReadOnlyList<ClaimFigures>, GetClaimFiguresHandler>();
        services.AddQuery<GetPayouts, Payouts, GetPayoutsHandler>();
        services.AddQuery<FindLatePayments, LatePayments, FindLatePaymentsHandler>();
        services.AddQuery<FindNotices, NoticePage, FindNoticesHandler>();
        services.AddOperation<MarkNoticesRead, ReadNotices, MarkNoticesReadHandler>();
        services.AddOperation<SetNoticePreferences, NoticeWishes, SetNoticePreferencesHandler>();
        return services;
    }
}
