using Microsoft.AspNetCore.Components;
using Wenbao.Registry;

namespace Wenbao.Policies.Pages.Parts;

/// <summary>What is said of a policy besides its rules.</summary>
public sealed partial class PolicyFacts
{
    private const int VersionLength = 12;

    /// <summary>The policy.</summary>
    [Parameter, EditorRequired]
    public Policy Policy { get; set; } = null!;

    [Inject]
    private RegistryDeclaration Declaration { get; set; } = null!;

    [Inject]
    private PolicyLibrary Library { get; set; } = null!;

    private string AudienceTitle => Declaration.Find(Policy.Audience)?.Title.For() ?? Policy.Audience;

    private string ShortVersion => Policy.Version.Length > VersionLength ? Policy.Version[..VersionLength] : Policy.Version;

    private string TitleOf(string policy) => Library.Find(policy) is { IsSuccess: true } found ? found.Value.Title.For() : policy;
}
