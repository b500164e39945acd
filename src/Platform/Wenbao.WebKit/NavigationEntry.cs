using Wenbao.Kernel;

namespace Wenbao.WebKit;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Address">The address, from the root.</param>
/// <param name="Title">Its title.</param>
public sealed record NavigationEntry(string Address, LocalizedText Title);
