using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Objections, those that nobody has decided first (异议清单). What was said may hold personal data, so officers alone see it.</summary>
/// <param name="IsOpenOnly">Whether those decided are left out.</param>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor)]
public sealed record FindObjections(bool IsOpenOnly = true, int Page = 1) : IQuery<FoundObjections>
{
    /// <summary>Objections a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of objections.</summary>
/// <param name="Total">Objections in all.</param>
/// <param name="Items">Those of the page.</param>
public sealed record FoundObjections(long Total, IReadOnlyList<ObjectionItem> Items);

/// <summary>An objection.</summary>
/// <param name="Objection">Its number.</param>
/// <param name="List">The list.</param>
/// <param name="Item">The item.</param>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Name">Who is on the list, as it was shown.</param>
/// <param name="Policy">Under which policy.</param>
/// <param name="Amount">How much.</param>
/// <param name="Text">What was said.</param>
/// <param name="RaisedOn">When.</param>
/// <param name="State">What came of it.</param>
/// <param name="ResolvedBy">Who decided it; null while open.</param>
/// <param name="Resolution">Why; null while open.</param>
public sealed record ObjectionItem(
    long Objection, long List, long Item, long Entitlement, string Name, LocalizedText Policy, Money Amount, string Text, DateOnly RaisedOn, ObjectionState State, string? ResolvedBy, string? Resolution);

internal sealed class FindObjectionsHandler(Database database) : IQueryHandler<FindObjections, FoundObjections>
{
    public async Task<Result<FoundObjections>> HandleAsync(FindObjections query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var wanted = db.Objections.Where(o => !query.IsOpenOnly || o.State == ObjectionState.Open);
            var total = await wanted.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await (
                from objection in wanted
                join item in db.PublicItems on new { objection.List, objection.Ordinal } equals new { item.List, item.Ordinal }
                join commitment in db.Commitments on objection.Commitment equals commitment.Id
                join basis in db.Bases on commitment.Basis equals basis.Id
                orderby objection.State != ObjectionState.Open, objection.Id descending
                select new { Objection = objection, item.ShownName, item.AmountFen, basis.TitleZh, basis.TitleEn })
                .Skip((Math.Max(1, query.Page) - 1) * FindObjections.PageSize).Take(FindObjections.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            return new FoundObjections(total, [.. rows.Select(r => new ObjectionItem(
                r.Objection.Id, r.Objection.List, r.Objection.Ordinal, r.Objection.Entitlement, r.ShownName, new LocalizedText(r.TitleZh, r.TitleEn), new Money(r.AmountFen),
                r.Objection.Text, r.Objection.RaisedOn, r.Objection.State, r.Objection.ResolvedBy, r.Objection.Resolution))]);
        }
    }
}
