using Wenbao.Feel;
using Wenbao.Kernel;

namespace Wenbao.Registry;

/// <summary>An attribute of a subject type, or a field of a record list, as the pack declares it (属性、字段).</summary>
public sealed class RegistryAttribute
{
    /// <summary>The id: column name, header of files, name in policies.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people; also a header of files.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The type of its values.</summary>
    public required AttributeType Type { get; init; }

    /// <summary>The position among the attributes of its type or the fields of its list, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The unit, such as 元; null where there is none.</summary>
    public LocalizedText? Unit { get; init; }

    /// <summary>Where the values come from; a field takes its list's source, null where nothing is declared.</summary>
    public AttributeSource? Source { get; init; }

    /// <summary>Who may see the values.</summary>
    public Sensitivity Sensitivity { get; init; }

    /// <summary>What an empty value means.</summary>
    public NullKind NullKind { get; init; } = NullKind.Unknown;

    /// <summary>The meaning of an empty value in words; null when it is never empty or nothing is said.</summary>
    public LocalizedText? NullMeans { get; init; }

    /// <summary>The value of a subject of which the source has no record; null is a value too.</summary>
    public FeelValue NoRecord { get; init; }

    /// <summary>Which standard the text must satisfy.</summary>
    public IdentifierCheck Check { get; init; }

    /// <summary>The labels of the codes of a choice.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Labels { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>How the value follows from other attributes; null when it comes from a source.</summary>
    public AttributeDerivation? Derivation { get; init; }

    /// <summary>The smallest value allowed, a number or a day; null is unbounded.</summary>
    public FeelValue Min { get; init; }

    /// <summary>The largest value allowed, a number or a day; null is unbounded.</summary>
    public FeelValue Max { get; init; }

    /// <summary>Whether the value is hidden in files and messages.</summary>
    public bool IsMasked => Sensitivity is Sensitivity.Personal or Sensitivity.Secret;

    /// <summary>Whether a new row without a value is refused.</summary>
    public bool IsRequired => NullKind == NullKind.Never && NoRecord.IsNull && Derivation is null;
}
