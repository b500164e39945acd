namespace Wenbao.Policies.Persistence;

/// <summary>A pass over the registry whose results are kept.</summary>
internal sealed class MatchRun
{
    public long Id { get; set; }

    /// <summary>The day decided for.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset CompletedAt { get; set; }

    /// <summary>A digest of the versions of all policies: results of other versions are stale.</summary>
    public required string PolicyDigest { get; set; }

    /// <summary>A digest of every cell, the one that the audit event of the run carries.</summary>
    public required string ResultDigest { get; set; }

    /// <summary>Whether only changed subjects were decided again.</summary>
    public bool IsPartial { get; set; }
}

/// <summary>The summary of a policy.</summary>
internal sealed class StoredSummary
{
    public required string Policy { get; set; }

    public required string Version { get; set; }

    public long Audience { get; set; }

    public long Found { get; set; }

    public long FoundCases { get; set; }

    public long NearMiss { get; set; }

    public long Undetermined { get; set; }

    public long Ineligible { get; set; }

    public long AmountFen { get; set; }

    /// <summary>The day decided for, when it is another than the run's: a version that came into force is decided on its own; null for the run's.</summary>
    public DateOnly? AsOf { get; set; }

    /// <summary>Subjects that remain after each condition, separated by commas.</summary>
    public required string Remaining { get; set; }

    /// <summary>Subjects that fail each condition, separated by commas.</summary>
    public required string Failures { get; set; }
}

/// <summary>Which subjects the cells of a chunk belong to.</summary>
internal sealed class SubjectChunk
{
    public required string SubjectType { get; set; }

    public long Number { get; set; }

    /// <summary>The ids, ascending, as differences of variable length.</summary>
    public required byte[] Ids { get; set; }
}

/// <summary>The cells of one policy for the subjects of a chunk, compressed: outcome and condition masks, no inputs.</summary>
internal sealed class CellChunk
{
    public required string Policy { get; set; }

    public long Number { get; set; }

    public required byte[] Cells { get; set; }
}

/// <summary>A subject found for a policy, with everything needed to decide it again to the same result.</summary>
internal sealed class FoundSubject
{
    public required string Policy { get; set; }

    public long SubjectId { get; set; }

    public required string SubjectType { get; set; }

    public required string PublicId { get; set; }

    public required string Version { get; set; }

    public string? Town { get; set; }

    public string? Industry { get; set; }

    public string? Size { get; set; }

    /// <summary>Eligible cases.</summary>
    public long Cases { get; set; }

    public long AmountFen { get; set; }

    /// <summary>Inputs and steps of each eligible case, as compressed JSON.</summary>
    public required byte[] Detail { get; set; }
}
