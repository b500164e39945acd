using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Registry;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages;

/// <summary>The start page: find a subject, see what the last pass came to, go on to one's own work.</summary>
public sealed partial class HomePage
{
    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private RegistryDeclaration Declaration { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "q")]
    private string? Text { get; set; }

    private PolicyOverview? Overview { get; set; }

    private FoundSubjects? Found { get; set; }

    private Problem? SearchProblem { get; set; }

    private IReadOnlyList<(string Type, string Title)> Audiences =>
        [.. Library.Policies.Select(p => p.Audience).Distinct().Order(StringComparer.Ordinal).Select(a => (a, Declaration.Find(a)?.Title.For() ?? a))];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var overview = await Pipeline.AskAsync(new GetPolicyOverview(), User.Context);
        Overview = overview.IsSuccess ? overview.Value : null;
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var found = await Pipeline.AskAsync(new FindSubjects(Text), User.Context);
            Found = found.IsSuccess ? found.Value : null;
            SearchProblem = found.Problem;
        }
    }

    private long Sum(Func<MatchSummary, long> part) => Overview!.Summaries.Values.Sum(part);

    private Money AmountOf(string kind) => new(Library.Policies
        .Where(p => p.AmountKind == kind)
        .Sum(p => Overview!.Summaries.GetValueOrDefault(p.Id)?.AmountFen ?? 0));
}
