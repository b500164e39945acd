using Wenbao.Feel.Possibilities;

namespace Wenbao.Policies.Deciding;

/// <summary>Which values a missing input could have, from its declared type and range.</summary>
internal static class PossibleDomain
{
    /// <summary>The domain of an input. Source: catalogue rules G10 (amounts and counts are not negative unless a clause says otherwise) and G13.</summary>
    public static ValueDomain Of(PolicyInput input) => input.Type.Kind switch
    {
        InputKind.Number => ValueDomain.Decimals(input.Type.Scale, input.Minimum ?? -ValueDomain.GreatestNumber, input.Maximum),
        InputKind.Boolean => ValueDomain.Boolean,
        InputKind.Date => ValueDomain.Dates(),
        InputKind.Code => ValueDomain.Enumeration(input.Type.Codes),
        InputKind.Text => ValueDomain.Text,
        _ => throw new System.Diagnostics.UnreachableException($"A list cannot be missing: {input.Name}."),
    };
}
