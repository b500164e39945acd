using Wenbao.Platform.Operations;

namespace Wenbao.Registry;

/// <summary>Subjects were created or changed; they are read with <see cref="SubjectQuery.ChangedBy"/>.</summary>
/// <param name="SubjectType">The subject type.</param>
/// <param name="Batch">The batch that changed them.</param>
/// <param name="Count">How many.</param>
public sealed record SubjectsChanged(string SubjectType, long Batch, long Count) : IDomainEvent;
