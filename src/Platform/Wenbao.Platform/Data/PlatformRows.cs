namespace Wenbao.Platform.Data;

/// <summary>A link of the audit chain.</summary>
internal sealed record AuditRow(long Sequence, DateTimeOffset At, string Actor, string Operation, string Subject, string Digest, string PreviousHash, string Hash);

/// <summary>A key already used, and what it led to.</summary>
internal sealed record IdempotencyRow(string IdempotencyKey, string Actor, string Operation, string Digest, string? Outcome, DateTimeOffset StoredAt);

/// <summary>An event to be handed out.</summary>
internal sealed record OutboxRow(long Id, string Event, string Content, DateTimeOffset RaisedAt, int Attempts, DateTimeOffset NextAttemptAt, DateTimeOffset? DoneAt, string? LastError);

/// <summary>A handler that has handled a message.</summary>
internal sealed record ProcessedRow(long MessageId, string Handler, DateTimeOffset ProcessedAt);
