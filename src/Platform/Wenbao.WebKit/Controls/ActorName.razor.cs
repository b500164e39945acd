using Microsoft.AspNetCore.Components;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.WebKit.Controls;

/// <summary>Who did something, by name instead of id; the id itself for somebody who is no longer known.</summary>
public sealed partial class ActorName
{
    private static readonly LocalizedText System = new("系统", "System");

    /// <summary>The id.</summary>
    [Parameter, EditorRequired]
    public string Actor { get; set; } = "";

    [Inject]
    private IScopeProvider Scopes { get; set; } = null!;

    private string Name { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync() =>
        Name = Actor == "system" ? System.For() : (await Scopes.FindAsync(Actor, CancellationToken.None))?.Name.For() ?? Actor;
}
