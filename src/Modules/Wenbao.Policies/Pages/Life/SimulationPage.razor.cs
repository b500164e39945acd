using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Pages.Claims;
using Wenbao.Policies.Pages.Parts;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;
using Wenbao.WebKit.Users;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What a draft would change (模拟结果): how many, how much, for whom, until when the money lasts, and what becomes of open entitlements.</summary>
public sealed partial class SimulationPage
{
    private const string OpenList = "open";

    /// <summary>The simulation.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private IOperationPipeline Pipeline { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    [Inject]
    private ValueWords Words { get; set; } = null!;

    [Inject]
    private CurrentUser User { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "list")]
    private string? ListText { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? AfterText { get; set; }

    private SimulationDetail? Detail { get; set; }

    private Policy? Policy { get; set; }

    private SimulatedPage? Page { get; set; }

    private SimulatedEntitlementPage? Entitlements { get; set; }

    private Problem? Problem { get; set; }

    /// <summary>Why the list cannot be shown, where the rest of the page can.</summary>
    private Problem? ListProblem { get; set; }

    private SimulationResult Result => Detail!.Result;

    private string Title => Policy?.Title.For() ?? Result.Policy;

    private long After => ClaimAddresses.Number(AfterText) ?? 0;

    private long? Next => Entitlements is not null ? Entitlements.Next : Page?.Next;

    /// <summary>The list shown: the one asked for, else the first that has anybody on it.</summary>
    private string Chosen => Tabs.Any(t => t.Key == ListText) ? ListText! : Tabs.FirstOrDefault(t => t.Count > 0)?.Key ?? Tabs[0].Key;

    private SimulatedList List => Chosen switch
    {
        "gains" => SimulatedList.Gains,
        "losses" => SimulatedList.Losses,
        _ => SimulatedList.NearMisses,
    };

    private string ListCaption => List switch
    {
        SimulatedList.Gains => LifeTexts.GainsCaption,
        SimulatedList.Losses => LifeTexts.LossesCaption,
        _ => LifeTexts.NearCaption,
    };

    private IReadOnlyList<Tab> Tabs =>
    [
        new("losses", LifeTexts.LossesTitle, Result.NoLongerFound + Result.GetLess),
        new("gains", LifeTexts.GainsTitle, Result.NewlyFound + Result.GetMore),
        new("near", LifeTexts.NearTitle, Result.After.NearMiss),
        .. Result.Open is { Open: > 0 } open ? new Tab[] { new(OpenList, LifeTexts.OpenListTitle, open.Changed) } : [],
    ];

    private IEnumerable<IGrouping<string, DimensionEffect>> Dimensions => Result.Dimensions.GroupBy(d => d.Dimension).OrderBy(g => g.Key switch { "town" => 0, "industry" => 1, _ => 2 }).Where(g => g.Any(d => d.Code is not null));

    private IReadOnlyList<BarRow> MonthRows => [.. Result.Months.Select(m => new BarRow(
        ReaderText.Month(new DateOnly(m.Month.Year, m.Month.Month, 1)), m.FenBefore, m.FenAfter, new Money(m.FenBefore).ForPeople(), new Money(m.FenAfter).ForPeople(), LifeWords.SignedMoney(m.FenAfter - m.FenBefore)))];

    private sealed record Tab(string Key, string Name, long Count);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var detail = await Pipeline.AskAsync(new GetSimulation(Id), User.Context);
        Problem = detail.Problem;
        if (Problem is not null)
        {
            return;
        }

        Detail = detail.Value;
        // The draft's own words; where it has faults by now, those in force.
        var draft = await Pipeline.AskAsync(new GetDraft(Detail.Draft), User.Context);
        Policy = draft is { IsSuccess: true, Value.Policy: { } drafted } ? drafted : Library.Find(Result.Policy) is { IsSuccess: true } inForce ? inForce.Value : null;
        if (Chosen == OpenList)
        {
            var entitlements = await Pipeline.AskAsync(new FindSimulatedEntitlements(Id, After), User.Context);
            ListProblem = entitlements.Problem;
            Entitlements = entitlements.IsSuccess ? entitlements.Value : null;
        }
        else
        {
            var page = await Pipeline.AskAsync(new FindSimulated(Id, List, After), User.Context);
            ListProblem = page.Problem;
            Page = page.IsSuccess ? page.Value : null;
        }
    }

    private string LabelOf(string condition)
    {
        if (Policy is null || Policy.IndexOfCondition(condition) is not (>= 0 and var at))
        {
            return condition;
        }

        var declared = Policy.Conditions[at];
        return ReaderText.IsChinese ? declared.Reason.Zh : declared.EnglishLabel ?? declared.Reason.En;
    }

    private IReadOnlyList<BarRow> CountRows(IEnumerable<DimensionEffect> effects) => [.. effects.OrderByDescending(e => Math.Max(e.FoundBefore, e.FoundAfter)).Select(e => new BarRow(
        NameOf(e), e.FoundBefore, e.FoundAfter, ReaderText.Count(e.FoundBefore), ReaderText.Count(e.FoundAfter), LifeWords.Signed(e.FoundAfter - e.FoundBefore)))];

    private IReadOnlyList<BarRow> MoneyRows(IEnumerable<DimensionEffect> effects) => [.. effects.OrderByDescending(e => Math.Max(e.FenBefore, e.FenAfter)).Select(e => new BarRow(
        NameOf(e), e.FenBefore, e.FenAfter, new Money(e.FenBefore).ForPeople(), new Money(e.FenAfter).ForPeople(), LifeWords.SignedMoney(e.FenAfter - e.FenBefore)))];

    private string NameOf(DimensionEffect effect) => Words.OfDimension(Result.Audience, effect.Dimension, effect.Code);
}
