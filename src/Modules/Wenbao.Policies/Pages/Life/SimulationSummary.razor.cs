using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Policies.Pages.Parts;
using Wenbao.Policies.Pages.Texts;
using Wenbao.WebKit;

namespace Wenbao.Policies.Pages.Life;

/// <summary>The figures of a simulation that decide whether it is approved: how many, how much, until when the money lasts, what becomes of open entitlements.</summary>
public sealed partial class SimulationSummary
{
    /// <summary>The simulation.</summary>
    [Parameter, EditorRequired]
    public SimulationDetail Detail { get; set; } = null!;

    private SimulationResult Result => Detail.Result;

    private string Sentence => LifeTexts.Fill(
        LifeTexts.SimulationSentence,
        ReaderText.Day(Result.RulesOn),
        ReaderText.Count(Result.Before.Found),
        ReaderText.Count(Result.After.Found),
        LifeWords.MoreOrFewer(Result.After.Found - Result.Before.Found),
        new Money(Result.Before.AmountFen).ForPeople(),
        new Money(Result.After.AmountFen).ForPeople(),
        LifeWords.MoreOrLess(Result.After.AmountFen - Result.Before.AmountFen));

    private string Basis => LifeTexts.Fill(Result.Basis == SimulationBasis.AsIfInForce ? LifeTexts.BasisAllAlongNote : LifeTexts.BasisDatedNote, ReaderText.Day(Result.AsOf));

    private static string ReachOf(BudgetReach reach) => reach.EndsOn is { } day
        ? LifeTexts.Fill(LifeTexts.MoneyEnds, new Money(reach.NeededFen).ForPeople(), ReaderText.Day(day), ReaderText.Count(reach.CasesCovered), ReaderText.Count(reach.Cases))
        : LifeTexts.Fill(LifeTexts.MoneySuffices, new Money(reach.NeededFen).ForPeople(), ReaderText.Count(reach.Cases));

    private static IReadOnlyList<BarRow> BudgetRows(BudgetForecast budget)
    {
        var available = new Money(budget.AvailableFen).ForPeople();
        return
        [
            new BarRow(LifeTexts.Needed, budget.Before.NeededFen, budget.After.NeededFen, new Money(budget.Before.NeededFen).ForPeople(), new Money(budget.After.NeededFen).ForPeople(), LifeWords.SignedMoney(budget.After.NeededFen - budget.Before.NeededFen)),
            new BarRow(LifeTexts.Available, budget.AvailableFen, budget.AvailableFen, available, available, LifeWords.SignedMoney(0)),
        ];
    }
}
