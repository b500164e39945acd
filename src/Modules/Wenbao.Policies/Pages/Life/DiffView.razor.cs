using Microsoft.AspNetCore.Components;
using Wenbao.Policies.Pages.Texts;

namespace Wenbao.Policies.Pages.Life;

/// <summary>What differs between two versions: parameters by day, clauses, conditions, steps, inputs and terms, piece by piece.</summary>
public sealed partial class DiffView
{
    /// <summary>The difference.</summary>
    [Parameter, EditorRequired]
    public PolicyDiff Diff { get; set; } = null!;

    /// <summary>What the earlier side is called; null for the present rules.</summary>
    [Parameter]
    public string? Before { get; set; }

    /// <summary>What the later side is called; null for the draft.</summary>
    [Parameter]
    public string? After { get; set; }

    private string BeforeName => Before ?? LifeTexts.AtPresent;

    private string AfterName => After ?? LifeTexts.DraftWord;

    private IEnumerable<(string Title, IReadOnlyList<ItemDiff> Items, bool IsChinese)> Groups =>
        new (string, IReadOnlyList<ItemDiff>, bool)[] { (LifeTexts.Clauses, Diff.Clauses, true), (LifeTexts.Conditions, Diff.Conditions, false), (LifeTexts.Steps, Diff.Steps, false), (LifeTexts.Inputs, Diff.Inputs, false) }
            .Where(g => g.Item2.Count > 0);

    private static string WithUnit(string? value, ParameterDiff parameter) => value is null ? "—" : parameter.Unit is { } unit ? value + " " + unit.For() : value;
}
