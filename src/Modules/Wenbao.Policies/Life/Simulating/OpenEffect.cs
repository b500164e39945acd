namespace Wenbao.Policies;

/// <summary>What a draft would do to entitlements that there are already (对在办权益的影响): those not granted yet follow it on its first day, granted ones keep what they have.</summary>
/// <param name="On">The day for which they were decided: the first of the draft's rules.</param>
/// <param name="States">Those not granted yet, by state and whether they are held.</param>
/// <param name="Effects">What would change of them, by kind.</param>
/// <param name="Kept">Granted or settled entitlements; they keep the version that decided them.</param>
/// <param name="KeptFen">Their amounts, in fen.</param>
public sealed record OpenEffect(DateOnly On, IReadOnlyList<OpenStateEffect> States, IReadOnlyList<OpenEffectSum> Effects, long Kept, long KeptFen)
{
    /// <summary>Entitlements not granted yet.</summary>
    public long Open => States.Sum(s => s.Count);

    /// <summary>Those of them that would change.</summary>
    public long Changed => States.Sum(s => s.Changed);
}

/// <summary>Entitlements of one state that are not granted yet.</summary>
/// <param name="State">The state.</param>
/// <param name="IsHeld">Whether they are held.</param>
/// <param name="Count">How many.</param>
/// <param name="FenNow">The amounts they stand at, in fen.</param>
/// <param name="Changed">How many would change.</param>
/// <param name="FenBefore">The amounts of those that would change by the version in force, in fen.</param>
/// <param name="FenAfter">By the draft, in fen.</param>
public sealed record OpenStateEffect(EntitlementState State, bool IsHeld, long Count, long FenNow, long Changed, long FenBefore, long FenAfter);

/// <summary>Open entitlements that would change in one way.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Count">How many.</param>
/// <param name="FenBefore">Their amounts by the version in force, in fen.</param>
/// <param name="FenAfter">By the draft, in fen.</param>
public sealed record OpenEffectSum(OpenEffectKind Kind, long Count, long FenBefore, long FenAfter);

/// <summary>How an open entitlement would change (变化方式).</summary>
public enum OpenEffectKind
{
    /// <summary>It gets more (增加).</summary>
    More,

    /// <summary>It gets less (减少).</summary>
    Less,

    /// <summary>It is entitled now, and was not (转为符合).</summary>
    Begins,

    /// <summary>It is no longer entitled: it lapses or is refused (不再符合).</summary>
    Ends,

    /// <summary>A datum is missing that was not asked for before (缺数据).</summary>
    NeedsDatum,
}
