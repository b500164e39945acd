namespace Wenbao.Policies.Persistence;

/// <summary>A version of a policy that is or was in force. Append-only: the database refuses anything else.</summary>
internal sealed class VersionRow
{
    public long Id { get; set; }

    public required string Policy { get; set; }

    /// <summary>Number and digest, such as <c>1.1-0a1b2c3d4e</c>.</summary>
    public required string Version { get; set; }

    public required VersionOrigin Origin { get; set; }

    /// <summary>The draft or change it came from; null for the pack's.</summary>
    public long? SourceId { get; set; }

    /// <summary>The version it took the place of; null for a policy's first.</summary>
    public string? Previous { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly InForceOn { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    /// <summary>A digest of all five files.</summary>
    public required string Digest { get; set; }

    /// <summary>The five files as compressed JSON.</summary>
    public required byte[] Files { get; set; }

    /// <summary>Who submitted it; null for the pack's.</summary>
    public string? Author { get; set; }

    /// <summary>Who approved it; null for the pack's.</summary>
    public string? Approver { get; set; }

    /// <summary>What was said about it.</summary>
    public string? Note { get; set; }
}

/// <summary>A draft.</summary>
internal sealed class DraftRow
{
    public long Id { get; set; }

    public required string Policy { get; set; }

    /// <summary>The version it was copied from; for a new policy, of the policy copied.</summary>
    public required string BaseVersion { get; set; }

    /// <summary>The policy it was copied from, when that is another; null for a draft of the policy itself.</summary>
    public string? CopiedFrom { get; set; }

    public required DraftState State { get; set; }

    /// <summary>Grows with each change, from 1; what editors must have seen.</summary>
    public long RowVersion { get; set; }

    public required string Note { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public required string ChangedBy { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>A digest of all five files as they stand.</summary>
    public required string Digest { get; set; }

    /// <summary>The digest whose examples all passed; null before.</summary>
    public string? TestedDigest { get; set; }

    /// <summary>The digest that was simulated last; null before.</summary>
    public string? SimulatedDigest { get; set; }

    public string? SubmittedBy { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    /// <summary>The first day it shall be in force; null before it is submitted.</summary>
    public DateOnly? InForceOn { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecisionNote { get; set; }

    /// <summary>The version it became; null before.</summary>
    public string? PublishedVersion { get; set; }
}

/// <summary>A file of a draft.</summary>
internal sealed class DraftFileRow
{
    public long DraftId { get; set; }

    public required string Name { get; set; }

    public required string Text { get; set; }
}

/// <summary>A change of a policy that needs no draft: suspend, resume, extend, end.</summary>
internal sealed class ChangeRow
{
    public long Id { get; set; }

    public required string Policy { get; set; }

    public required PolicyChangeKind Kind { get; set; }

    public required PolicyChangeState State { get; set; }

    public long RowVersion { get; set; }

    /// <summary>The first day of the change.</summary>
    public DateOnly On { get; set; }

    /// <summary>The new last day of validity; null for suspensions.</summary>
    public DateOnly? LastDay { get; set; }

    public required string ReasonZh { get; set; }

    public required string ReasonEn { get; set; }

    public required string RequestedBy { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public string? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public string? DecisionNote { get; set; }

    /// <summary>Ids of examples that no longer hold under the new last day and are left out, separated by commas.</summary>
    public required string DroppedExamples { get; set; }

    /// <summary>The version it made; null for suspensions and before.</summary>
    public string? PublishedVersion { get; set; }
}

/// <summary>A simulation of a draft, with its figures.</summary>
internal sealed class SimulationRow
{
    public long Id { get; set; }

    public required string Policy { get; set; }

    public long DraftId { get; set; }

    /// <summary>The digest of the draft that was simulated.</summary>
    public required string Digest { get; set; }

    public required string StartedBy { get; set; }

    public DateTimeOffset CompletedAt { get; set; }

    /// <summary>The subject type.</summary>
    public required string Audience { get; set; }

    /// <summary>The figures as compressed JSON.</summary>
    public required byte[] Result { get; set; }
}

/// <summary>A subject on a list of a simulation.</summary>
internal sealed class SimulatedRow
{
    public long SimulationId { get; set; }

    public required SimulatedList List { get; set; }

    /// <summary>Its place on the list, from 1.</summary>
    public long Place { get; set; }

    public long SubjectId { get; set; }

    public required string PublicId { get; set; }

    public string? Town { get; set; }

    public string? Industry { get; set; }

    public string? Size { get; set; }

    public bool WasFound { get; set; }

    public bool IsFound { get; set; }

    public long FenBefore { get; set; }

    public long FenAfter { get; set; }

    /// <summary>For near misses, the only condition that fails.</summary>
    public string? Condition { get; set; }

    /// <summary>For near misses, the value there is and the threshold, as text; null where the condition is no single comparison.</summary>
    public string? Actual { get; set; }

    public string? Threshold { get; set; }
}

/// <summary>An open entitlement that a simulated draft would change.</summary>
internal sealed class SimulatedEntitlementRow
{
    public long SimulationId { get; set; }

    /// <summary>Its place on the list, from 1.</summary>
    public long Place { get; set; }

    public long EntitlementId { get; set; }

    public long SubjectId { get; set; }

    /// <summary>The subject's public id.</summary>
    public required string Subject { get; set; }

    public required string CaseKey { get; set; }

    /// <summary>The state it stood in.</summary>
    public required EntitlementState State { get; set; }

    public bool IsHeld { get; set; }

    /// <summary>The amount it stood at.</summary>
    public long FenNow { get; set; }

    public required OpenEffectKind Kind { get; set; }

    /// <summary>Its amount by the version in force.</summary>
    public long FenBefore { get; set; }

    /// <summary>Its amount by the draft.</summary>
    public long FenAfter { get; set; }
}

/// <summary>Something that happened in a policy's life. Append-only: the database refuses anything else.</summary>
internal sealed class LifeEventRow
{
    public long Id { get; set; }

    public required string Policy { get; set; }

    public long? DraftId { get; set; }

    public long? ChangeId { get; set; }

    public required LifeEventKind Kind { get; set; }

    public required string Actor { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The business day.</summary>
    public DateOnly On { get; set; }

    /// <summary>Particulars: a file, a parameter, a version, a note.</summary>
    public required string Note { get; set; }
}

/// <summary>How often the policies in force were changed: other processes see by it that theirs are no longer those.</summary>
internal sealed class GenerationRow
{
    public long Id { get; set; }

    public long Number { get; set; }
}
