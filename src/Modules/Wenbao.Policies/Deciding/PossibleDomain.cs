using Wenbao.Feel;
using Wenbao.Feel.Possibilities;

namespace Wenbao.Policies.Deciding;

/// <summary>Which values a missing input could have, from its declared type and range.</summary>
internal static class PossibleDomain
{
    /// <summary>The domain of an input. Source: catalogue rules G10 (amounts and counts are not negative unless a clause says otherwise) and G13.</summary>
    public static ValueDomain Of(PolicyInput input) => input.Type.Kind switch
    {
        InputKind.Number => ValueDomain.Numbers(input.Minimum, input.Maximum, input.Type.Scale),
        InputKind.Boolean => ValueDomain.Booleans,
        InputKind.Date => ValueDomain.Dates(null, null),
        InputKind.Code => ValueDomain.Codes(input.Type.Codes),
        InputKind.Text => ValueDomain.Strings,
        _ => ValueDomain.AnyOf(FeelType.Any),
    };
}
