using Wenbao.Platform.Operations;

namespace Wenbao.WebKit;

/// <summary>How the pages of a host behave.</summary>
public sealed record WebKitOptions
{
    /// <summary>The demo user that a visitor without a choice acts as; null for a visitor without any duty. Never null only with made-up data.</summary>
    public string? DefaultDemoUser { get; init; } = DemoUsers.All[1].Actor;

    /// <summary>The entries of the main navigation, in order.</summary>
    public IReadOnlyList<NavigationEntry> Navigation { get; init; } = [];
}
