using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Registry;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages;

/// <summary>The policy library (政策库): every policy, found by words and filters, with the figures of the last pass.</summary>
public sealed partial class PolicyLibraryPage
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

    [SupplyParameterFromQuery(Name = "audience")]
    private string? Audience { get; set; }

    [SupplyParameterFromQuery(Name = "department")]
    private string? Department { get; set; }

    [SupplyParameterFromQuery(Name = "mode")]
    private string? Mode { get; set; }

    [SupplyParameterFromQuery(Name = "level")]
    private string? Level { get; set; }

    private PolicyOverview? Overview { get; set; }

    private IReadOnlyList<Policy> Shown { get; set; } = [];

    private IReadOnlyList<(string Code, string Name)> Audiences =>
        [.. Library.Policies.Select(p => p.Audience).Distinct().Order(StringComparer.Ordinal).Select(a => (a, TypeTitle(a)))];

    private IReadOnlyList<(string Code, string Name)> Departments =>
        [.. Library.Policies.Select(p => p.Department).DistinctBy(d => d.Zh).OrderBy(d => d.Zh, StringComparer.Ordinal).Select(d => (d.Zh, d.For()))];

    private static IReadOnlyList<(string Code, string Name)> Modes => [.. PolicyWords.Modes.Select(m => (m, PolicyWords.Mode(m)))];

    private static IReadOnlyList<(string Code, string Name)> Levels => [.. PolicyWords.Levels.Select(l => (l, PolicyWords.Level(l)))];

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var overview = await Pipeline.AskAsync(new GetPolicyOverview(), User.Context);
        Overview = overview.IsSuccess ? overview.Value : null;
        Shown = [.. Library.Policies.Where(IsShown)];
    }

    private bool IsShown(Policy policy) =>
        Fits(Audience, policy.Audience) && Fits(Department, policy.Department.Zh) && Fits(Mode, policy.Mode) && Fits(Level, policy.Level)
        && (Text ?? "").Split(' ', '\u3000').Where(word => word.Length > 0).All(word => Holds(policy, word));

    private static bool Fits(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;

    // Every word must stand somewhere in the policy: its titles, summary, department or clauses, in either language.
    private static bool Holds(Policy policy, string word)
    {
        return Has(policy.Title.Zh) || Has(policy.Title.En) || Has(policy.Summary.Zh) || Has(policy.Summary.En)
            || Has(policy.Department.Zh) || Has(policy.Department.En) || Has(policy.Id)
            || policy.Clauses.Any(c => Has(c.Text)) || Has(policy.ClausesEnglishSummary);

        bool Has(string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private string TypeTitle(string type) => Declaration.Find(type)?.Title.For() ?? type;

    private static string Figure(long? count) => count is { } number ? ReaderText.Count(number) : "—";
}
