using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>Hides personal and secret values in files and messages.</summary>
internal static class Masking
{
    /// <summary>The text as it may be shown: masked when the attribute is personal or secret. A masked text always holds an asterisk.</summary>
    public static string Show(RegistryAttribute attribute, string text) =>
        !attribute.IsMasked || text.Length == 0 ? text
        : attribute.Check == IdentifierCheck.IdentityNumber && text.Length == 18 ? IdentityNumber.Mask(text)
        : attribute.Sensitivity == Sensitivity.Personal && text.Length > 1 ? string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[0]) ? 2 : 1), "**")
        : "****";

    /// <summary>Whether a cell holds a masked value: it says nothing about the value and leaves it.</summary>
    public static bool IsMasked(RegistryAttribute attribute, string? cell) => attribute.IsMasked && cell is not null && cell.Contains('*', StringComparison.Ordinal);
}
