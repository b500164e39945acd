using Wenbao.Kernel;

namespace Wenbao.Platform.Audit;

/// <summary>How the keeping of anchors stands in this process.</summary>
/// <param name="File">The file.</param>
/// <param name="Last">The youngest anchor in the file, as this process knows it; null when it has written and seen none.</param>
/// <param name="Problem">Why none can be added now; null when all is well.</param>
public sealed record AuditAnchorHealth(string File, KeptAnchor? Last, Problem? Problem);
