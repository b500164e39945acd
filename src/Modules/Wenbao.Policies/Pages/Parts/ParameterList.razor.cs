using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>Parameters with every value and the day it starts.</summary>
public sealed partial class ParameterList
{
    /// <summary>The policy they belong to.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    /// <summary>The parameters.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PolicyParameter> Parameters { get; set; } = [];

    [Inject]
    private ValueWords Words { get; set; } = null!;
}
