using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Texts;
using Wenbao.Registry;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages;

/// <summary>Whom a policy found (符合名单), largest amount first.</summary>
public sealed partial class FoundListPage
{
    /// <summary>The policy's id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private RegistryDeclaration Declaration { get; set; } = null!;

    [Inject]
    private ValueWords Words { get; set; } = null!;

    [Inject]
    private IScopeProvider Scopes { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "town")]
    private string? Town { get; set; }

    [SupplyParameterFromQuery(Name = "industry")]
    private string? Industry { get; set; }

    [SupplyParameterFromQuery(Name = "size")]
    private string? Size { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    private string? PageText { get; set; }

    private Policy? Policy { get; set; }

    private FoundPage? Found { get; set; }

    private Problem? Problem { get; set; }

    private bool IsDecided { get; set; }

    /// <summary>Whether the reader may tell those on the list; the operation checks it again.</summary>
    private bool MayTell { get; set; }

    private SubjectFilter Filter => Filters.Of(Town, Industry, Size);

    // A page number that is none is the first page, not an error: people edit addresses.
    private int PageNumber => int.TryParse(PageText, out var page) && page > 0 ? page : 1;

    private long LastPage => Found is null ? 1 : (Found.Total + FindFoundSubjects.PageSize - 1) / FindFoundSubjects.PageSize;

    private bool HasCases => Policy?.Decide is not DecidePlan.OncePerSubject;

    private IReadOnlyList<(string Dimension, string Title)> Dimensions
    {
        get
        {
            var declared = Declaration.Find(Policy!.Audience)?.Dimensions;
            return [.. new[] { ("town", PageTexts.Town), ("industry", PageTexts.Industry), ("size", PageTexts.Size) }.Where(d => declared?.ContainsKey(d.Item1) == true)];
        }
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var policy = Library.Find(Id);
        Problem = policy.Problem;
        if (!policy.IsSuccess)
        {
            return;
        }

        Policy = policy.Value;
        var overview = await Pipeline.AskAsync(new GetPolicyOverview(), User.Context);
        IsDecided = overview is { IsSuccess: true, Value.AsOf: not null };
        var found = await Pipeline.AskAsync(new FindFoundSubjects(Id, Filter, PageNumber), User.Context);
        Problem = found.Problem;
        Found = found.IsSuccess ? found.Value : null;
        MayTell = await Scopes.FindAsync(User.Actor, CancellationToken.None) is { } reader && reader.Duties.Any(d => d is Duty.PolicyOfficer or Duty.DepartmentOfficer or Duty.Operator);
    }

    private static string? CodeOf(FoundItem item, string dimension) => dimension switch
    {
        "town" => item.Town,
        "industry" => item.Industry,
        _ => item.Size,
    };
}
