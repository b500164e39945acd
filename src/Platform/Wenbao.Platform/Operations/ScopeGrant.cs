using Wenbao.Kernel;

namespace Wenbao.Platform.Operations;

/// <summary>What a <see cref="IScopeProvider"/> finds about somebody; the pipeline makes the scope of it.</summary>
/// <param name="Actor">The id.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Duties">What he acts as.</param>
/// <param name="Subjects">Public ids of the subjects he acts for; null for everybody, empty for none.</param>
/// <param name="Departments">Departments whose matters he sees; null for all.</param>
public sealed record ScopeGrant(string Actor, LocalizedText Name, IReadOnlyList<Duty> Duties, IReadOnlyList<string>? Subjects = null, IReadOnlyList<string>? Departments = null);

/// <summary>Finds what somebody may do. Filled by demo users until the Access module takes over.</summary>
public interface IScopeProvider
{
    /// <summary>The grant of an actor; null when there is no such actor.</summary>
    /// <param name="actor">The id; null for somebody not signed in.</param>
    /// <param name="cancel">Stops the search.</param>
    ValueTask<ScopeGrant?> FindAsync(string? actor, CancellationToken cancel);
}
