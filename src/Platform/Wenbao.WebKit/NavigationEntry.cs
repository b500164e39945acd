using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.WebKit;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Address">The address, from the root.</param>
/// <param name="Title">Its title.</param>
/// <param name="Duties">Who sees it: whoever has one of the duties; null for everybody.</param>
public sealed record NavigationEntry(string Address, LocalizedText Title, IReadOnlyList<Duty>? Duties = null);

/// <summary>The main navigation; the host says what is in it, so that the layout knows no module.</summary>
/// <param name="Entries">The entries, in order.</param>
public sealed record SiteNavigation(IReadOnlyList<NavigationEntry> Entries);
