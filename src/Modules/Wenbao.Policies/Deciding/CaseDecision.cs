namespace Wenbao.Policies.Deciding;

/// <summary>The decision of one case: outcome, the conditions as bit masks (bit i is the condition at position i) and the amount.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Failed">Conditions that do not hold.</param>
/// <param name="Unknown">Those of them that could hold if missing data were there.</param>
/// <param name="AmountYuan">The amount in yuan; 0 unless eligible; null when the model failed to give one, which is a fault of the model.</param>
internal readonly record struct CaseDecision(Outcome Outcome, uint Failed, uint Unknown, decimal? AmountYuan)
{
    /// <summary>Whether exactly one condition fails, for certain, and nothing is missing.</summary>
    public bool HasSingleFailure => Outcome == Outcome.Ineligible && Unknown == 0 && System.Numerics.BitOperations.PopCount(Failed) == 1;

    /// <summary>Whether the single failure can be mended (差一点).</summary>
    /// <param name="mendable">The conditions that the subject can do something about.</param>
    public bool IsNearMiss(uint mendable) => HasSingleFailure && (Failed & mendable) != 0;

    /// <summary>The position of the only failing condition; meaningless unless <see cref="HasSingleFailure"/>.</summary>
    public int SingleFailure => System.Numerics.BitOperations.TrailingZeroCount(Failed);
}
