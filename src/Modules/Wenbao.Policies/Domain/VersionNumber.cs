using System.Globalization;

namespace Wenbao.Policies;

/// <summary>The number of a policy's version (版本号): <c>2</c> where the model or the policy's terms changed, <c>1.1</c> where only parameters, examples or text did.</summary>
/// <param name="Major">From 1; the pack's version is 1.</param>
/// <param name="Revision">From 0; 0 is not written.</param>
public readonly record struct VersionNumber(int Major, int Revision) : IComparable<VersionNumber>
{
    /// <summary>The pack's version.</summary>
    public static readonly VersionNumber First = new(1, 0);

    /// <summary>The number that comes after.</summary>
    /// <param name="isRevision">Whether only parameters, examples or text changed.</param>
    public VersionNumber Next(bool isRevision) => isRevision ? this with { Revision = Revision + 1 } : new VersionNumber(Major + 1, 0);

    /// <summary>The number in front of a version's digest, such as <c>1.1</c> of <c>1.1-0a1b2c3d4e</c>.</summary>
    /// <returns>False when the text is no version.</returns>
    public static bool TryOf(string version, out VersionNumber number)
    {
        ArgumentNullException.ThrowIfNull(version);
        var dash = version.IndexOf('-', StringComparison.Ordinal);
        var parts = (dash < 0 ? version : version[..dash]).Split('.');
        number = default;
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < 1)
        {
            return false;
        }

        var revision = 0;
        if (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out revision))
        {
            return false;
        }

        number = new VersionNumber(major, revision);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(VersionNumber other) => Major != other.Major ? Major.CompareTo(other.Major) : Revision.CompareTo(other.Revision);

    /// <inheritdoc/>
    public override string ToString() => Revision == 0
        ? Major.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Major}.{Revision}");

    /// <summary>Whether the one comes before the other.</summary>
    public static bool operator <(VersionNumber left, VersionNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether the one comes after the other.</summary>
    public static bool operator >(VersionNumber left, VersionNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether the one does not come after the other.</summary>
    public static bool operator <=(VersionNumber left, VersionNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the one does not come before the other.</summary>
    public static bool operator >=(VersionNumber left, VersionNumber right) => left.CompareTo(right) >= 0;
}
