using Microsoft.AspNetCore.Components;
using Wenbao.WebKit.Users;

namespace Wenbao.WebKit.Controls;

/// <summary>The choice of demo user, a plain form that works without scripts.</summary>
public sealed partial class DemoUserChoice
{
    /// <summary>The address to come back to.</summary>
    [Parameter, EditorRequired]
    public string Back { get; set; } = "";

    [Inject]
    private CurrentUser User { get; set; } = null!;
}
