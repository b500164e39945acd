using Wenbao.Kernel;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>An input of a policy's model.</summary>
/// <param name="Name">The catalogue name; the model's element id is <c>in.</c> and this name.</param>
/// <param name="Type">Its type.</param>
/// <param name="NullKind">What it means when it is null.</param>
/// <param name="NullMeans">The meaning of null in words; null for an input that is never null.</param>
/// <param name="Provenance">The sort of source, such as <c>registry</c> or <c>form</c>.</param>
/// <param name="Source">Where its value comes from when the registry is matched.</param>
/// <param name="Minimum">The least possible number when the value is missing; null for none.</param>
/// <param name="Maximum">The largest possible number when the value is missing; null for none.</param>
public sealed record PolicyInput(
    string Name,
    InputType Type,
    NullKind NullKind,
    LocalizedText? NullMeans,
    string Provenance,
    InputSource Source,
    decimal? Minimum,
    decimal? Maximum)
{
    /// <summary>Whether the policy is not judged for a subject that has no record of this input (没有记录就不产生判定).</summary>
    public bool NeedsRecord { get; init; }

    /// <summary>Its short name; null when the pack gives none.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>Its unit; null for dates, codes and truth values.</summary>
    public LocalizedText? Unit { get; init; }
}

/// <summary>The type of an input in the catalogue's terms.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Scale">Decimals of a number; 0 for whole numbers.</param>
/// <param name="Codes">The codes of an enumeration; empty for other kinds.</param>
/// <param name="Fields">The fields of a record list with their names in the model; empty for other kinds.</param>
public sealed record InputType(InputKind Kind, int Scale, IReadOnlyList<string> Codes, IReadOnlyList<InputField> Fields)
{
    /// <summary>A type without parts.</summary>
    public static InputType Of(InputKind kind, int scale = 0) => new(kind, scale, [], []);
}

/// <summary>A field of a record list.</summary>
/// <param name="Name">The catalogue name.</param>
/// <param name="ModelName">The component's name in the model.</param>
/// <param name="Type">Its type.</param>
public sealed record InputField(string Name, string ModelName, InputType Type);

/// <summary>Kinds of input values.</summary>
public enum InputKind
{
    /// <summary>A text or code.</summary>
    Text,

    /// <summary>A number with a fixed scale.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>One of given codes.</summary>
    Code,

    /// <summary>A list of texts.</summary>
    TextList,

    /// <summary>A list of records.</summary>
    RecordList,
}
