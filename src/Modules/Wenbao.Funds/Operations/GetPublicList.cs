using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>A published list with its items as they were shown, a page at a time (公示名单). Anybody may ask; names of persons are masked.</summary>
/// <param name="List">The list.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Item">One item only; null for the page.</param>
[AllowedTo]
public sealed record GetPublicList(long List, int Page = 1, long? Item = null) : IQuery<PublicListPage>
{
    /// <summary>Items a page.</summary>
    public const int PageSize = 100;
}

/// <summary>A page of a list.</summary>
/// <param name="Summary">The list.</param>
/// <param name="Items">The items of the page.</param>
public sealed record PublicListPage(PublicListSummary Summary, IReadOnlyList<PublicItem> Items);

/// <summary>What became of an item.</summary>
public enum PublicItemState
{
    /// <summary>Anybody may object.</summary>
    Open,

    /// <summary>Somebody objected.</summary>
    Held,

    /// <summary>The time to object is over.</summary>
    Over,

    /// <summary>The decision was withdrawn.</summary>
    Withdrawn,
}

/// <summary>An item.</summary>
/// <param name="Item">Its number on the list.</param>
/// <param name="Name">Who gets it, masked where it is a person.</param>
/// <param name="Policy">Under which policy.</param>
/// <param name="Period">For which year or month; null for single events.</param>
/// <param name="Amount">How much.</param>
/// <param name="State">What became of it.</param>
/// <param name="PolicyId">The policy's id.</param>
/// <param name="Version">The version of the policy that decided.</param>
/// <param name="Clause">The anchor of the clause that the amount follows from.</param>
public sealed record PublicItem(long Item, string Name, LocalizedText Policy, string? Period, Money Amount, PublicItemState State, string PolicyId, string Version, string Clause);

internal sealed class GetPublicListHandler(Database database, FundLines lines) : IQueryHandler<GetPublicList, PublicListPage>
{
    public async Task<Result<PublicListPage>> HandleAsync(GetPublicList query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var list = await db.PublicLists.FirstOrDefaultAsync(l => l.Id == query.List, cancel).ConfigureAwait(false);
            if (list is null)
            {
                return FundsProblems.PublicListNotFound.With(query.List);
            }

            var first = (Math.Max(1, query.Page) - 1L) * GetPublicList.PageSize;
            var (from, to) = query.Item is { } one ? (one, one) : (first + 1, first + GetPublicList.PageSize);
            var rows = await (
                from item in db.PublicItems
                join commitment in db.Commitments on item.Commitment equals commitment.Id
                join basis in db.Bases on commitment.Basis equals basis.Id
                where item.List == query.List && item.Ordinal >= @from && item.Ordinal <= to
                orderby item.Ordinal
                select new { Item = item, basis.TitleZh, basis.TitleEn, basis.Policy, basis.Version, basis.Clause, commitment.Period, commitment.Stage, commitment.IsHeld }).ToListAsync(cancel).ConfigureAwait(false);
            if (query.Item is not null && rows.Count == 0)
            {
                return FundsProblems.PublicItemNotFound.With(query.List, query.Item);
            }

            var objections = await db.Objections.CountAsync(o => o.List == list.Id && o.State == ObjectionState.Open, cancel).ConfigureAwait(false);
            var titles = await FindPublicListsHandler.TitlesAsync(db, [.. new[] { list.Policy }.OfType<string>()], cancel).ConfigureAwait(false);
            return new PublicListPage(
                FindPublicListsHandler.Summary(list, objections, titles, lines, scope.Today),
                [.. rows.Select(r => new PublicItem(
                    r.Item.Ordinal, r.Item.ShownName, new LocalizedText(r.TitleZh, r.TitleEn), PaymentNames.ShownPeriod(r.Period), new Money(r.Item.AmountFen), State(r.Stage, r.IsHeld, list.Until, scope.Today), r.Policy, r.Version, r.Clause))]);
        }
    }

    private static PublicItemState State(PaymentStage stage, bool isHeld, DateOnly until, DateOnly today) =>
        stage == PaymentStage.Released ? PublicItemState.Withdrawn
        : isHeld ? PublicItemState.Held
        : today <= until ? PublicItemState.Open
        : PublicItemState.Over;
}
