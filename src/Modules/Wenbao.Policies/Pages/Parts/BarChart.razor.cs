using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>Two figures a row as bars, told apart by outline and filling and not by colour alone, with the same figures as a table. Drawn without inline style and without scripts.</summary>
public sealed partial class BarChart
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>What a row is, such as a town.</summary>
    [Parameter, EditorRequired]
    public string RowName { get; set; } = "";

    /// <summary>What the first figure is.</summary>
    [Parameter, EditorRequired]
    public string BeforeName { get; set; } = "";

    /// <summary>What the second figure is.</summary>
    [Parameter, EditorRequired]
    public string AfterName { get; set; } = "";

    /// <summary>The rows, in the order of the table.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<BarRow> Rows { get; set; } = [];

    /// <summary>The most rows drawn; the table has them all.</summary>
    [Parameter]
    public int RowsMax { get; set; } = 12;

    private IReadOnlyList<BarRow> Shown => [.. Rows.Take(RowsMax)];

    private long Longest => Rows.Count == 0 ? 0 : Rows.Max(r => Math.Max(r.Before, r.After));

    private string Spoken => Title + ". " + string.Join("; ", Shown.Select(r => $"{r.Label}: {r.BeforeText} → {r.AfterText}"));

    // What is there but too small to see is drawn half a percent wide.
    private string Width(long figure) => (Longest <= 0 || figure <= 0 ? 0m : Math.Clamp(100m * figure / Longest, 0.5m, 100m)).ToString("0.##", CultureInfo.InvariantCulture);
}
