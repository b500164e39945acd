using Wenbao.Kernel;

namespace Wenbao.Platform.Jobs;

/// <summary>How far long work has come.</summary>
/// <param name="Phase">What is being done now.</param>
/// <param name="Done">The units of this phase that are done.</param>
/// <param name="Total">The units of this phase in all; null when not known.</param>
public sealed record JobStep(LocalizedText Phase, long Done, long? Total)
{
    /// <summary>Which of the works that it consists of is being done; null where it is no whole.</summary>
    public JobStep? Part { get; init; }

    /// <summary>The share done, 0 to 1; null when the total is not known.</summary>
    public double? Share => Total is > 0 and var total ? Math.Clamp((double)Done / total, 0, 1) : null;
}
