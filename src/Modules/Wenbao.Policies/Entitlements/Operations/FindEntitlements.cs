using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Entitlements, the newest first, a page at a time (权益清单).</summary>
/// <param name="Filter">Which.</param>
/// <param name="Before">Only those with a smaller number: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record FindEntitlements(EntitlementFilter Filter, long? Before = null) : IQuery<EntitlementPage>
{
    /// <summary>Entitlements a page.</summary>
    public const int PageSize = 50;
}

/// <summary>Which entitlements of a list. Every part that is null leaves nothing out.</summary>
/// <param name="State">The state.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="Subject">The subject's public id.</param>
/// <param name="Department">The department in charge, by its Chinese name.</param>
/// <param name="Line">The fund line.</param>
/// <param name="OnlyHeld">Whether only held ones are wanted.</param>
/// <param name="Text">What somebody typed: an entitlement's number, a receipt's, or a subject's public id, in full.</param>
public sealed record EntitlementFilter(
    EntitlementState? State = null, string? Policy = null, string? Subject = null, string? Department = null, string? Line = null, bool OnlyHeld = false, string? Text = null);

/// <summary>A page of entitlements.</summary>
/// <param name="Items">The entitlements.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
/// <param name="Counts">How many there are in each state under the other parts of the filter, and their amount.</param>
public sealed record EntitlementPage(IReadOnlyList<EntitlementItem> Items, long? Next, IReadOnlyList<StateCount> Counts);

/// <summary>How many entitlements are in a state.</summary>
public sealed record StateCount(EntitlementState State, long Count, Money Amount);

/// <summary>An entitlement in a list.</summary>
/// <param name="Id">The number.</param>
/// <param name="Policy">The policy's id.</param>
/// <param name="PolicyTitle">Its title.</param>
/// <param name="SubjectType">The subject's type.</param>
/// <param name="Subject">Its public id.</param>
/// <param name="SubjectName">Its name, masked when it is personal.</param>
/// <param name="CaseKey">The period or event.</param>
/// <param name="State">The state.</param>
/// <param name="IsHeld">Whether it is held.</param>
/// <param name="Amount">The amount.</param>
/// <param name="Line">The fund line; null where none is concerned yet.</param>
/// <param name="ClaimedOn">The day of the claim; null until then.</param>
/// <param name="Receipt">The receipt; null until claimed.</param>
/// <param name="Version">The version, for edits.</param>
public sealed record EntitlementItem(
    long Id, string Policy, LocalizedText PolicyTitle, string SubjectType, string Subject, string SubjectName, string CaseKey, EntitlementState State, bool IsHeld, Money Amount, string? Line,
    DateOnly? ClaimedOn, string? Receipt, long Version);

internal sealed class FindEntitlementsHandler(Database database, EntitlementNames names) : IQueryHandler<FindEntitlements, EntitlementPage>
{
    // Credit codes may be all digits too, and are longer than any number of an entitlement.
    private const int NumberDigitsMax = 12;

    public async Task<Result<EntitlementPage>> HandleAsync(FindEntitlements query, OperationScope scope, CancellationToken cancel)
    {
        if (query.Filter.Subject is { } subject && !scope.Covers(subject))
        {
            return PolicyProblems.SubjectNotFound.At(subject, subject);
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var wanted = await FilteredAsync(db.Entitlements, query.Filter, scope, cancel).ConfigureAwait(false);
            var counts = await wanted.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.LongCount(), Fen = g.Sum(e => e.AmountFen) }).ToListAsync(cancel).ConfigureAwait(false);
            var page = query.Filter.State is { } state ? wanted.Where(e => e.State == state) : wanted;
            page = query.Before is { } before ? page.Where(e => e.Id < before) : page;
            var rows = await page.OrderByDescending(e => e.Id).Take(FindEntitlements.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(FindEntitlements.PageSize).ToList();
            return new EntitlementPage(
                await names.ItemsAsync(shown, cancel).ConfigureAwait(false),
                rows.Count > shown.Count ? shown[^1].Id : null,
                [.. counts.OrderBy(c => c.Key).Select(c => new StateCount(c.Key, c.Count, new Money(c.Fen)))]);
        }
    }

    private async Task<IQueryable<Entitlement>> FilteredAsync(IQueryable<Entitlement> all, EntitlementFilter filter, OperationScope scope, CancellationToken cancel)
    {
        all = filter.Policy is { } policy ? all.Where(e => e.Policy == policy) : all;
        all = filter.Department is { } department ? all.Where(e => e.Department == department) : all;
        all = filter.Line is { } line ? all.Where(e => e.Line == line) : all;
        all = filter.OnlyHeld ? all.Where(e => e.IsHeld) : all;
        all = EntitlementViews.Visible(all, scope);
        if (filter.Text is { } text)
        {
            all = await TypedAsync(all, text.Trim(), cancel).ConfigureAwait(false);
        }

        return filter.Subject is { } subject ? await OfSubjectAsync(all, subject, cancel).ConfigureAwait(false) : all;
    }

    /// <summary>Each thing that can be typed has an index: nothing is searched for in the middle of a text.</summary>
    private async Task<IQueryable<Entitlement>> TypedAsync(IQueryable<Entitlement> all, string text, CancellationToken cancel)
    {
        if (text.Length <= NumberDigitsMax && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return all.Where(e => e.Id == id);
        }

        return await names.NumbersAsync(text, cancel).ConfigureAwait(false) is null ? all.Where(e => e.Receipt == text) : await OfSubjectAsync(all, text, cancel).ConfigureAwait(false);
    }

    private async Task<IQueryable<Entitlement>> OfSubjectAsync(IQueryable<Entitlement> all, string subject, CancellationToken cancel)
    {
        // The index is on the subject's number; its public id leads there.
        var numbers = await names.NumbersAsync(subject, cancel).ConfigureAwait(false);
        return numbers is var (type, number) ? all.Where(e => e.SubjectType == type && e.SubjectId == number) : all.Where(e => e.Subject == subject);
    }
}

/// <summary>Titles and names for lists of entitlements.</summary>
internal sealed class EntitlementNames(Matching.MatchEngine engine, RegistryDeclaration declaration, SubjectReader reader, SubjectNames subjectNames)
{
    /// <summary>The items of a list.</summary>
    public async Task<IReadOnlyList<EntitlementItem>> ItemsAsync(IReadOnlyList<Entitlement> entitlements, CancellationToken cancel)
    {
        var names = await NamesAsync(entitlements, cancel).ConfigureAwait(false);
        return [.. entitlements.Select(e => new EntitlementItem(
            e.Id, e.Policy, TitleOf(e.Policy), e.SubjectType, e.Subject, names.GetValueOrDefault((e.SubjectType, e.SubjectId), e.Subject), e.CaseKey, e.State, e.IsHeld, e.Amount, e.Line, e.ClaimedOn,
            e.Receipt, e.Version))];
    }

    /// <summary>The names of the subjects of some entitlements, masked where they are personal.</summary>
    public async Task<Dictionary<(string Type, long Id), string>> NamesAsync(IReadOnlyList<Entitlement> entitlements, CancellationToken cancel)
    {
        var names = new Dictionary<(string, long), string>();
        foreach (var type in entitlements.GroupBy(e => e.SubjectType))
        {
            if (declaration.Find(type.Key) is { } declared)
            {
                foreach (var (id, name) in await subjectNames.ReadAsync(declared, [.. type.Select(e => e.SubjectId).Distinct()], cancel).ConfigureAwait(false))
                {
                    names[(type.Key, id)] = name;
                }
            }
        }

        return names;
    }

    /// <summary>The name of one subject, masked when it is personal.</summary>
    public async Task<string> NameAsync(string type, long id, string otherwise, CancellationToken cancel) => declaration.Find(type) is { } declared
        ? (await subjectNames.ReadAsync(declared, [id], cancel).ConfigureAwait(false)).GetValueOrDefault(id, otherwise)
        : otherwise;

    /// <summary>A policy's title; its id when it is no longer in the library.</summary>
    public LocalizedText TitleOf(string policy) => engine.Library.Find(policy) is { IsSuccess: true, Value: { } found } ? found.Title : new LocalizedText(policy, policy);

    /// <summary>The type and number of a subject; null when the registry does not have it.</summary>
    public async Task<(string Type, long Number)?> NumbersAsync(string publicId, CancellationToken cancel)
    {
        foreach (var type in declaration.SubjectTypes)
        {
            if ((await reader.NumbersAsync(type, [publicId.Trim()], cancel).ConfigureAwait(false)).TryGetValue(publicId.Trim(), out var number))
            {
                return (type.Id, number);
            }
        }

        return null;
    }
}
