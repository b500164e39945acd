namespace Wenbao.Platform.Audit;

/// <summary>What the audit keeps of one operation.</summary>
/// <param name="At">The moment in UTC, whole microseconds.</param>
/// <param name="Actor">Who.</param>
/// <param name="Operation">What, by the operation's name.</param>
/// <param name="Subject">On what, such as <c>enterprise/9137…</c>; empty when it has no single subject. No personal data.</param>
/// <param name="Digest">The SHA-256 of the content in hexadecimal; for bulk work one digest over all rows.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Operation, string Subject, string Digest);

/// <summary>One link of the audit chain as stored.</summary>
/// <param name="Sequence">Its number, from 1 without gaps.</param>
/// <param name="Entry">What it says.</param>
/// <param name="PreviousHash">The hash of the link before; 64 zeros before the first.</param>
/// <param name="Hash">The SHA-256 over all of it, in hexadecimal.</param>
public sealed record AuditLink(long Sequence, AuditEntry Entry, string PreviousHash, string Hash);

/// <summary>The end of the chain at some moment; kept elsewhere it shows later whether the tail was cut.</summary>
/// <param name="Sequence">The number of the last link; 0 for an empty chain.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditAnchor(long Sequence, string Hash);

/// <summary>An anchor as it is kept outside the database.</summary>
/// <param name="Anchor">The end of the chain then.</param>
/// <param name="At">The moment it was written, UTC, whole microseconds.</param>
public sealed record KeptAnchor(AuditAnchor Anchor, DateTimeOffset At);
