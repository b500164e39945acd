using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages;
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
    ];

    /// <summary>Maps what the forms of the pages post to, and the files they hand out.</summary>
    public static IEndpointRouteBuilder MapPolicyForms(this IEndpointRouteBuilder routes) => routes;

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
