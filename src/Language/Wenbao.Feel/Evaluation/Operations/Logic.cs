namespace Wenbao.Feel.Evaluation;

/// <summary>Three-valued logic; whatever is no boolean counts as null.</summary>
/// <remarks>Source: DMN 1.5 §10.3.2.5, tables 38 and 39.</remarks>
internal static class Logic
{
    public static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    public static bool? Or(bool? left, bool? right) => left == true || right == true ? true : left is null || right is null ? null : false;
}
