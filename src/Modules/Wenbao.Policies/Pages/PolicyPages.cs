using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages;
using Wenbao.Policies.Pages.Claims;
using Wenbao.Policies.Pages.Life;
using Wenbao.Policies.Pages.PaidOut;
using Wenbao.Policies.Pages.Texts;
using Wenbao.Registry;
using Wenbao.WebKit;

namespace Wenbao.Policies;

/// <summary>Puts the pages of policies together for a host.</summary>
public static class PolicyPages
{
    /// <summary>The entries of the main navigation.</summary>
    public static IReadOnlyList<NavigationEntry> Navigation { get; } =
    [
        new("/", PageTexts.Both(nameof(PageTexts.Home))),
        new(Addresses.Library, PageTexts.Both(nameof(PageTexts.Library))),
        new(LifeAddresses.Desk, LifeTexts.Both(nameof(LifeTexts.DeskTitle)), [Duty.PolicyOfficer]),
        new(ClaimAddresses.Decisions, ClaimTexts.Both(nameof(ClaimTexts.DecisionsTitle)), [Duty.PolicyOfficer, Duty.DepartmentOfficer]),
        new(ClaimAddresses.Entitlements, ClaimTexts.Both(nameof(ClaimTexts.EntitlementsTitle)), [Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator]),
        new(PayoutChoice.Totals, ClaimTexts.Both(nameof(ClaimTexts.PayoutsTitle)), [Duty.PolicyOfficer, Duty.Operator]),
        new(ClaimAddresses.InboxOf(Duty.PolicyOfficer), ClaimTexts.Both(nameof(ClaimTexts.InboxTitle)), [Duty.PolicyOfficer]),
        new(ClaimAddresses.InboxOf(Duty.DepartmentOfficer), ClaimTexts.Both(nameof(ClaimTexts.InboxTitle)), [Duty.DepartmentOfficer]),
    ];

    /// <summary>Maps what the forms of the pages post to, and the files they hand out.</summary>
    public static IEndpointRouteBuilder MapPolicyForms(this IEndpointRouteBuilder routes)
    {
        ClaimForms.Map(routes);
        LifeForms.Map(routes);
        PayoutFiles.Map(routes);
        return routes;
    }

    /// <summary>Adds what the pages need beyond the module itself.</summary>
    public static IServiceCollection AddPolicyPages(this IServiceCollection services)
    {
        services.TryAddSingleton<SubjectNames>();
        services.AddScoped<ValueWords>();
        services.AddSingleton<FilterChoices>();
        services.AddQuery<FindSubjects, FoundSubjects, FindSubjectsHandler>();
        return services;
    }
}
