using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The published lists, the latest first, a page at a time (公示列表). Anybody may ask.</summary>
/// <param name="Page">The page, from 1.</param>
[AllowedTo]
public sealed record FindPublicLists(int Page = 1) : IQuery<PublicLists>
{
    /// <summary>Lists a page.</summary>
    public const int PageSize = 20;
}

/// <summary>A page of lists.</summary>
/// <param name="Total">Lists in all.</param>
/// <param name="Lists">Those of the page.</param>
public sealed record PublicLists(long Total, IReadOnlyList<PublicListSummary> Lists);

/// <summary>A published list.</summary>
/// <param name="List">Its number.</param>
/// <param name="Scope">What it was gathered from: a line's or a policy's name; null for everything.</param>
/// <param name="PublishedOn">The day it was published.</param>
/// <param name="Until">The last day on which anybody may object.</param>
/// <param name="Items">How many items.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="Objections">Objections nobody has decided yet.</param>
/// <param name="IsOpen">Whether anybody may still object.</param>
public sealed record PublicListSummary(long List, LocalizedText? Scope, DateOnly PublishedOn, DateOnly Until, long Items, Money Amount, int Objections, bool IsOpen);

internal sealed class FindPublicListsHandler(Database database, FundLines lines) : IQueryHandler<FindPublicLists, PublicLists>
{
    public async Task<Result<PublicLists>> HandleAsync(FindPublicLists query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var total = await db.PublicLists.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await db.PublicLists.OrderByDescending(l => l.Id).Skip((Math.Max(1, query.Page) - 1) * FindPublicLists.PageSize).Take(FindPublicLists.PageSize)
                .Select(l => new { Row = l, Open = db.Objections.Count(o => o.List == l.Id && o.State == ObjectionState.Open) }).ToListAsync(cancel).ConfigureAwait(false);
            var titles = await TitlesAsync(db, [.. rows.Select(r => r.Row.Policy).OfType<string>()], cancel).ConfigureAwait(false);
            return new PublicLists(total, [.. rows.Select(r => Summary(r.Row, r.Open, titles, lines, scope.Today))]);
        }
    }

    internal static PublicListSummary Summary(PublicListRow row, int objections, Dictionary<string, LocalizedText> titles, FundLines lines, DateOnly today) => new(
        row.Id,
        row.Policy is { } policy ? titles.GetValueOrDefault(policy, new LocalizedText(policy, policy)) : row.Line is { } line ? lines.Find(line)?.Name ?? new LocalizedText(line, line) : null,
        row.PublishedOn,
        row.Until,
        row.Items,
        new Money(row.AmountFen),
        objections,
        today <= row.Until);

    /// <summary>The titles of policies, as their latest decisions gave them.</summary>
    internal static async Task<Dictionary<string, LocalizedText>> TitlesAsync(PaymentsDb db, IReadOnlyList<string> policies, CancellationToken cancel)
    {
        var rows = await db.Bases.Where(b => policies.Contains(b.Policy)).OrderBy(b => b.Id).Select(b => new { b.Policy, b.TitleZh, b.TitleEn }).ToListAsync(cancel).ConfigureAwait(false);
        return rows.GroupBy(r => r.Policy).ToDictionary(g => g.Key, g => new LocalizedText(g.Last().TitleZh, g.Last().TitleEn), StringComparer.Ordinal);
    }
}
