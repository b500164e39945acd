using Wenbao.Kernel;

namespace Wenbao.Platform.Audit;

/// <summary>A verification that was run.</summary>
/// <param name="At">When it ended, UTC.</param>
/// <param name="Actor">Who asked for it.</param>
/// <param name="Report">What it proved; null when it found a problem.</param>
/// <param name="Problem">The first bad link or content; null when there is none.</param>
public sealed record AuditVerification(DateTimeOffset At, string Actor, AuditReport? Report, Problem? Problem);
