using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The filter of a policy's funnel and found list, by the dimensions that its audience has.</summary>
public sealed partial class FilterForm
{
    /// <summary>The policy.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    /// <summary>The filter in force.</summary>
    [Parameter, EditorRequired]
    public SubjectFilter Filter { get; set; } = null!;

    /// <summary>The page that the form leads to.</summary>
    [Parameter, EditorRequired]
    public string Action { get; set; } = "";

    [Inject]
    private FilterChoices Known { get; set; } = null!;

    private IReadOnlyList<(string Code, string Name)> Towns { get; set; } = [];

    private IReadOnlyList<(string Code, string Name)> Industries { get; set; } = [];

    private IReadOnlyList<(string Code, string Name)> Sizes { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Towns = Known.Of(Policy.Audience, "town");
        Industries = Known.Of(Policy.Audience, "industry");
        Sizes = Known.Of(Policy.Audience, "size");
    }
}
