namespace Wenbao.Policies.Pages.Parts;

/// <summary>A row of a chart: two figures side by side.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Before">The first figure, not negative.</param>
/// <param name="After">The second figure, not negative.</param>
/// <param name="BeforeText">The first figure as people read it.</param>
/// <param name="AfterText">The second figure likewise.</param>
/// <param name="Difference">The difference as people read it.</param>
public sealed record BarRow(string Label, long Before, long After, string BeforeText, string AfterText, string Difference);
