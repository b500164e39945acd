using Wenbao.Kernel;

namespace Wenbao.WebKit.Layout;

/// <summary>A link of the main navigation.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Href">Its address within the site, starting with <c>/</c>.</param>
public sealed record SiteLink(LocalizedText Text, string Href);

/// <summary>The main navigation; the host says what is in it, so that the layout knows no module.</summary>
/// <param name="links">The links in their order.</param>
public sealed class SiteNavigation(params IReadOnlyList<SiteLink> links)
{
    /// <summary>The links in their order; empty shows no navigation.</summary>
    public IReadOnlyList<SiteLink> Links { get; } = links;
}
