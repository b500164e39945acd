namespace Wenbao.Policies;

/// <summary>How other subjects' grants are found that concern a policy: a household's for its member, a person's for the firm that has the same loan (跨对象关联).</summary>
/// <param name="Policies">The ids of the policies whose grants count.</param>
/// <param name="Kind">What joins the subjects.</param>
/// <param name="Attribute">The reference attribute that joins them; empty for <see cref="PolicyLinkKind.SameRecord"/>.</param>
/// <param name="Fields">The fields of the records judged that are equal on both sides; empty for the other kinds.</param>
/// <remarks>Source: catalogue rules G7 and G12, and the notes of the inputs <c>granted</c> and <c>tekun_member</c>.</remarks>
public sealed record PolicyLink(IReadOnlyList<string> Policies, PolicyLinkKind Kind, string Attribute, IReadOnlyList<string> Fields);

/// <summary>What joins a subject to another one whose grants count.</summary>
public enum PolicyLinkKind
{
    /// <summary>An attribute of this subject names the other one.</summary>
    Refers,

    /// <summary>An attribute of the other subject names this one.</summary>
    ReferredBy,

    /// <summary>Both have a record with equal fields: the same loan, whoever claims for it.</summary>
    SameRecord,
}
