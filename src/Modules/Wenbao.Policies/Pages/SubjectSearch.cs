using Wenbao.Kernel;
using Wenbao.Platform.Operations;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Finds subjects by a part of their name or the beginning of their public id (查找对象). Types whose names are personal are found by the whole public id only.</summary>
/// <param name="Text">What was typed; at least two characters, else nothing is found.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record FindSubjects(string Text) : IQuery<FoundSubjects>
{
    /// <summary>The least characters searched for.</summary>
    public const int LengthMin = 2;

    /// <summary>Hits shown of one subject type.</summary>
    public const int HitsMax = 20;
}

/// <summary>What a search found.</summary>
/// <param name="Hits">The first hits of each subject type.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record FoundSubjects(IReadOnlyList<FoundName> Hits, long Total);

/// <summary>A subject that was found.</summary>
/// <param name="SubjectType">Its type's id.</param>
/// <param name="TypeTitle">Its type's title.</param>
/// <param name="PublicId">Its public id.</param>
/// <param name="Name">Its name; the public id again where the name is personal.</param>
public sealed record FoundName(string SubjectType, LocalizedText TypeTitle, string PublicId, string Name);

internal sealed class FindSubjectsHandler(RegistryDeclaration declaration, SubjectReader reader) : IQueryHandler<FindSubjects, FoundSubjects>
{
    public async Task<Result<FoundSubjects>> HandleAsync(FindSubjects query, OperationScope scope, CancellationToken cancel)
    {
        var text = query.Text.Trim();
        var hits = new List<FoundName>();
        var total = 0L;
        if (text.Length < FindSubjects.LengthMin)
        {
            return new FoundSubjects(hits, 0);
        }

        foreach (var type in declaration.SubjectTypes)
        {
            var page = type.Display.IsMasked
                ? await WholeIdAsync(type, text, cancel).ConfigureAwait(false)
                : await reader.SearchAsync(type, text, 0, FindSubjects.HitsMax, cancel).ConfigureAwait(false);
            var visible = page.Hits.Where(h => scope.Covers(h.PublicId)).ToList();
            total += page.Total - (page.Hits.Count - visible.Count);
            hits.AddRange(visible.Select(h => new FoundName(type.Id, type.Title, h.PublicId, h.Name.Length == 0 ? h.PublicId : h.Name)));
        }

        return new FoundSubjects(hits, total);
    }

    private async Task<SubjectPage> WholeIdAsync(SubjectType type, string text, CancellationToken cancel)
    {
        if (type.PublicId.IsMasked)
        {
            return new SubjectPage([], 0);
        }

        var page = await reader.SearchAsync(type, text, 0, 1, cancel).ConfigureAwait(false);
        return page.Hits is [var hit] && string.Equals(hit.PublicId, text, StringComparison.OrdinalIgnoreCase)
            ? new SubjectPage([hit with { Name = hit.PublicId }], 1)
            : new SubjectPage([], 0);
    }
}
