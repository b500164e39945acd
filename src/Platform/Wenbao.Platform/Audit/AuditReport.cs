using Wenbao.Kernel;

namespace Wenbao.Platform.Audit;

/// <summary>What a verification has proved.</summary>
/// <param name="Head">The last link; sequence 0 for an empty chain. All links up to it are there, unaltered and in order.</param>
/// <param name="HeadAt">Its moment in UTC; null for an empty chain.</param>
/// <param name="Anchors">The anchors held against the chain. With none, a cut tail would not have been seen.</param>
/// <param name="LastAnchor">The anchor nearest the end; null with none. What was cut behind it would not have been seen.</param>
/// <param name="Witnesses">What the modules' witnesses proved.</param>
public sealed record AuditReport(AuditAnchor Head, DateTimeOffset? HeadAt, int Anchors, KeptAnchor? LastAnchor, IReadOnlyList<AuditWitnessReport> Witnesses);

/// <summary>What one witness proved.</summary>
/// <param name="SubjectPrefix">The subjects it spoke of.</param>
/// <param name="Title">What its contents are called.</param>
/// <param name="Proved">The contents that are as they were sealed; all there are.</param>
public sealed record AuditWitnessReport(string SubjectPrefix, LocalizedText Title, long Proved);
