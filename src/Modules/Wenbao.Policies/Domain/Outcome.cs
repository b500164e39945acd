namespace Wenbao.Policies;

/// <summary>The outcome of deciding one policy for one subject (判定结果).</summary>
/// <remarks>Source: catalogue rule G13.</remarks>
public enum Outcome : byte
{
    /// <summary>A condition definitely does not hold (不符合).</summary>
    Ineligible,

    /// <summary>Every condition that does not hold could hold if a missing datum were there (未定).</summary>
    Undetermined,

    /// <summary>All conditions hold (符合).</summary>
    Eligible,
}
