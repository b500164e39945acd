namespace Wenbao.Registry;

/// <summary>One subject with the origin of its values.</summary>
/// <param name="Type">The subject type.</param>
/// <param name="Row">Values and records.</param>
/// <param name="Name">The value of the display attribute; empty when it has none.</param>
/// <param name="Origins">Where each value of <see cref="SubjectRow.Values"/> comes from.</param>
public sealed record SubjectDetail(SubjectType Type, SubjectRow Row, string Name, IReadOnlyList<ValueOrigin> Origins);

/// <summary>Where a value comes from.</summary>
/// <param name="Source">Department and system; null when the pack declares none.</param>
/// <param name="AsOf">The day from which the value holds: of its last change, else of the file that brought the subject; null when neither is known.</param>
public sealed record ValueOrigin(AttributeSource? Source, DateOnly? AsOf);

/// <summary>Subjects that a search found.</summary>
/// <param name="Hits">One page of them, by name.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record SubjectPage(IReadOnlyList<SubjectHit> Hits, long Total);

/// <summary>A subject that a search found.</summary>
/// <param name="Id">The row's number.</param>
/// <param name="PublicId">The public id.</param>
/// <param name="Name">Its name; personal for persons.</param>
public sealed record SubjectHit(long Id, string PublicId, string Name);
