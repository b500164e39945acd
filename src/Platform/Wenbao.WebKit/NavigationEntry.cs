using Wenbao.Kernel;

namespace Wenbao.WebKit;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Address">The address, from the root.</param>
/// <param name="Title">Its title.</param>
public sealed record NavigationEntry(string Address, LocalizedText Title);

/// <summary>The main navigation; the host says what is in it, so that the layout knows no module.</summary>
/// <param name="Entries">The entries, in order.</param>
public sealed record SiteNavigation(IReadOnlyList<NavigationEntry> Entries);
