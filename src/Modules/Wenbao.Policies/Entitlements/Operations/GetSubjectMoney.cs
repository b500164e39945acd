using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;

namespace Wenbao.Policies;

/// <summary>Where the money of a subject is (资金到哪一步): each entitlement with its step, and what has been received and is under way.</summary>
/// <param name="Subject">The public id.</param>
/// <param name="Before">Only entitlements with a smaller number: the last of the page before; null for the first page.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetSubjectMoney(string Subject, long? Before = null) : IQuery<SubjectMoney>
{
    /// <summary>Entitlements a page.</summary>
    public const int PageSize = 100;
}

/// <summary>The money of a subject.</summary>
/// <param name="SubjectType">Its type.</param>
/// <param name="Subject">Its public id.</param>
/// <param name="Name">Its name, masked when it is personal.</param>
/// <param name="Received">Paid as a statement proves, not returned or recovered; of all entitlements.</param>
/// <param name="Relieved">Booked as relief.</param>
/// <param name="UnderWay">Granted and not yet paid.</param>
/// <param name="Queued">Waiting for money.</param>
/// <param name="Claimable">Told of and not yet claimed.</param>
/// <param name="Items">The entitlements, the newest first.</param>
/// <param name="Next">Where the next page begins; null behind the last.</param>
public sealed record SubjectMoney(
    string SubjectType, string Subject, string Name, Money Received, Money Relieved, Money UnderWay, Money Queued, Money Claimable, IReadOnlyList<MoneyItem> Items, long? Next);

/// <summary>An entitlement and where its money is.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Settlement">How its policy is settled.</param>
/// <param name="Payment">Where the money is; null where funds know nothing of it yet.</param>
/// <param name="Position">The place in the queue of its line, from 1; null when it does not wait.</param>
/// <param name="Reason">Why it stands as it does; null where nothing has to be said.</param>
/// <param name="ClaimableUntil">The last day on which it can be claimed; null for no limit.</param>
/// <param name="Settled">The day it was settled or ended; null until then.</param>
public sealed record MoneyItem(EntitlementItem Entitlement, string Settlement, PaymentState? Payment, long? Position, LocalizedText? Reason, DateOnly? ClaimableUntil, DateOnly? Settled);

internal sealed class GetSubjectMoneyHandler(Database database, EntitlementNames names, IOperationPipeline pipeline) : IQueryHandler<GetSubjectMoney, SubjectMoney>
{
    public async Task<Result<SubjectMoney>> HandleAsync(GetSubjectMoney query, OperationScope scope, CancellationToken cancel)
    {
        var number = scope.Covers(query.Subject) ? await names.NumbersAsync(query.Subject, cancel).ConfigureAwait(false) : null;
        if (number is not var (type, id))
        {
            return PolicyProblems.SubjectNotFound.At(query.Subject, query.Subject);
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var all = db.Entitlements.Where(e => e.SubjectType == type && e.SubjectId == id);
            var sums = await all.GroupBy(e => new { e.State, e.Settlement }).Select(g => new { g.Key.State, g.Key.Settlement, Fen = g.Sum(e => e.AmountFen) }).ToListAsync(cancel).ConfigureAwait(false);
            Money Of(Func<EntitlementState, string, bool> which) => new(sums.Where(s => which(s.State, s.Settlement)).Sum(s => s.Fen));
            var rows = await all.Where(e => query.Before == null || e.Id < query.Before).OrderByDescending(e => e.Id).Take(GetSubjectMoney.PageSize + 1).ToListAsync(cancel).ConfigureAwait(false);
            var shown = rows.Take(GetSubjectMoney.PageSize).ToList();
            return new SubjectMoney(
                type,
                query.Subject.Trim(),
                await names.NameAsync(type, id, query.Subject, cancel).ConfigureAwait(false),
                Of((state, settlement) => state == EntitlementState.Settled && (settlement is "pay" or "supplier")),
                Of((state, settlement) => state.IsGranted() && (settlement is "book_only" or "loan")),
                Of((state, settlement) => state == EntitlementState.Granted && (settlement is "pay" or "supplier")),
                Of((state, _) => state == EntitlementState.Waiting),
                Of((state, _) => state == EntitlementState.Notified),
                await ItemsAsync(db, shown, cancel).ConfigureAwait(false),
                rows.Count > shown.Count ? shown[^1].Id : null);
        }
    }

    private async Task<IReadOnlyList<MoneyItem>> ItemsAsync(EntitlementsDb db, List<Entitlement> shown, CancellationToken cancel)
    {
        var payments = await pipeline.AskAsync(new FindPayments([.. shown.Select(e => e.Id)]), new OperationContext(null), cancel).ConfigureAwait(false);
        var byEntitlement = payments.IsSuccess ? payments.Value.ToDictionary(p => p.Entitlement) : [];
        var items = await names.ItemsAsync(shown, cancel).ConfigureAwait(false);
        var result = new List<MoneyItem>(shown.Count);
        for (var i = 0; i < shown.Count; i++)
        {
            var entitlement = shown[i];
            var position = entitlement is { State: EntitlementState.Waiting, Line: { } line }
                ? await db.Entitlements.LongCountAsync(e => e.Line == line && e.State == EntitlementState.Waiting && e.AcceptedNumber <= entitlement.AcceptedNumber, cancel).ConfigureAwait(false)
                : (long?)null;
            result.Add(new MoneyItem(
                items[i], entitlement.Settlement, byEntitlement.GetValueOrDefault(entitlement.Id), position, EntitlementTexts.Reason(entitlement), entitlement.ClaimableUntil, entitlement.EndedOn));
        }

        return result;
    }
}
