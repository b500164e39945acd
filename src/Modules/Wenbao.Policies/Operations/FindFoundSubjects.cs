using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Whom a policy found, largest amount first, a page at a time (符合名单).</summary>
/// <param name="Policy">The policy's id.</param>
/// <param name="Filter">Which subjects.</param>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record FindFoundSubjects(string Policy, SubjectFilter Filter, int Page = 1) : IQuery<FoundPage>
{
    /// <summary>Subjects a page.</summary>
    public const int PageSize = 50;
}

/// <summary>Which subjects of a list.</summary>
/// <param name="Town">A division code, or null for all.</param>
/// <param name="Industry">A section of GB/T 4754, or null for all.</param>
/// <param name="Size">A size class, or null for all.</param>
public sealed record SubjectFilter(string? Town = null, string? Industry = null, string? Size = null)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool IsEmpty => Town is null && Industry is null && Size is null;
}

/// <summary>A page of found subjects.</summary>
/// <param name="Total">Subjects found under the filter.</param>
/// <param name="Amount">The sum of their amounts.</param>
/// <param name="Items">The subjects of this page.</param>
public sealed record FoundPage(long Total, Money Amount, IReadOnlyList<FoundItem> Items);

/// <summary>A found subject.</summary>
/// <param name="PublicId">Its public id.</param>
/// <param name="Name">Its name, masked when it is personal.</param>
/// <param name="Town">Its division code, or null.</param>
/// <param name="Industry">Its section, or null.</param>
/// <param name="Size">Its size class, or null.</param>
/// <param name="Cases">Eligible cases.</param>
/// <param name="Amount">The sum of their amounts.</param>
public sealed record FoundItem(string PublicId, string Name, string? Town, string? Industry, string? Size, int Cases, Money Amount);

internal sealed class FindFoundSubjectsHandler(PolicyLibrary library, RegistryDeclaration declaration, SubjectNames subjectNames, Database database)
    : IQueryHandler<FindFoundSubjects, FoundPage>
{
    public async Task<Result<FoundPage>> HandleAsync(FindFoundSubjects query, OperationScope scope, CancellationToken cancel)
    {
        var policy = library.Find(query.Policy);
        if (!policy.IsSuccess)
        {
            return policy.Problem!;
        }

        var db = await database.ReadAsync<PoliciesDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var found = Filtered(db.FoundSubjects.AsNoTracking().Where(f => f.Policy == query.Policy), query.Filter);
            var sums = await found.GroupBy(f => f.Policy).Select(g => new { Count = g.LongCount(), Fen = g.Sum(f => f.AmountFen) }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var rows = await found.OrderByDescending(f => f.AmountFen).ThenBy(f => f.SubjectId)
                .Skip((Math.Max(1, query.Page) - 1) * FindFoundSubjects.PageSize).Take(FindFoundSubjects.PageSize)
                .Select(f => new { f.SubjectId, f.PublicId, f.Town, f.Industry, f.Size, f.Cases, f.AmountFen })
                .ToListAsync(cancel).ConfigureAwait(false);
            var type = declaration.Find(policy.Value.Audience)!;
            var names = await subjectNames.ReadAsync(type, [.. rows.Select(r => r.SubjectId)], cancel).ConfigureAwait(false);
            return new FoundPage(
                sums?.Count ?? 0,
                new Money(sums?.Fen ?? 0),
                [.. rows.Select(r => new FoundItem(r.PublicId, names.GetValueOrDefault(r.SubjectId, r.PublicId), r.Town, r.Industry, r.Size, (int)r.Cases, new Money(r.AmountFen)))]);
        }
    }

    private static IQueryable<FoundSubject> Filtered(IQueryable<FoundSubject> found, SubjectFilter filter)
    {
        found = filter.Town is { } town ? found.Where(f => f.Town == town) : found;
        found = filter.Industry is { } industry ? found.Where(f => f.Industry == industry) : found;
        return filter.Size is { } size ? found.Where(f => f.Size == size) : found;
    }
}
