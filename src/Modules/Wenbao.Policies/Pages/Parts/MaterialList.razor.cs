using Microsoft.AspNetCore.Components;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>The documents that a policy asks for, and which of them a register already has.</summary>
public sealed partial class MaterialList
{
    /// <summary>The documents.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<PolicyMaterial> Materials { get; set; } = [];
}
