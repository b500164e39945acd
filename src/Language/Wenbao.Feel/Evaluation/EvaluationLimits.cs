namespace Wenbao.Feel.Evaluation;

/// <summary>Sizes beyond which a result is null, so that no expression exhausts memory or time by itself.</summary>
/// <remarks>Source: product decision; the models in use stay far below.</remarks>
internal static class EvaluationLimits
{
    /// <summary>Turns of one <c>for</c>, <c>some</c> or <c>every</c>.</summary>
    public const int TurnsMax = 1_000_000;

    /// <summary>Turns of a <c>for</c> that uses <c>partial</c>, whose cost grows with the square.</summary>
    public const int PartialTurnsMax = 10_000;

    /// <summary>UTF-16 units of a text.</summary>
    public const int TextMax = 10_000_000;

    /// <summary>Items of a list put together from others.</summary>
    public const int ItemsMax = 1_000_000;
}
