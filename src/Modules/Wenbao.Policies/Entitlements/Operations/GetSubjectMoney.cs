using Microsoft.EntityFrameworkCore;
using Wenbao.Funds;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;
using Wenbao.Policies.Entitlements;
using Wenbao.Policies.Persistence;
using Wenbao.Registry;

namespace Wenbao.Policies;

/// <summary>Where all the money of a subject is, entitlement by entitlement (我的资金). Money that was handed to the bank is never told as paid.</summary>
/// <param name="SubjectType">The subject's type.</param>
/// <param name="Subject">Its public id.</param>
[AllowedTo(Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetSubjectMoney(string SubjectType, string Subject) : IQuery<SubjectMoney>;

/// <summary>The money of a subject.</summary>
/// <param name="SubjectType">The subject's type.</param>
/// <param name="Subject">Its public id.</param>
/// <param name="Name">Its name, masked when it is personal.</param>
/// <param name="Received">Proven by a bank statement to have been paid to the subject.</param>
/// <param name="PaidForIt">Proven to have been paid to somebody who did or delivered something for the subject.</param>
/// <param name="UnderWay">Granted and not paid yet; what waits for money is not in it.</param>
/// <param name="Waiting">Decided and waiting for money.</param>
/// <param name="Booked">Reliefs booked.</param>
/// <param name="Lines">What each entitlement brings, the newest first.</param>
public sealed record SubjectMoney(
    string SubjectType, string Subject, string Name, Money Received, Money PaidForIt, Money UnderWay, Money Waiting, Money Booked, IReadOnlyList<SubjectMoneyLine> Lines);

/// <summary>The money of one entitlement.</summary>
/// <param name="Item">The entitlement.</param>
/// <param name="Place">Where the money is.</param>
/// <param name="Payment">What funds know of it; null where they know nothing.</param>
/// <param name="Position">The place in the queue for money, from 1; null when it does not wait.</param>
/// <param name="Reason">Why it stands so; null where nothing has to be said.</param>
/// <param name="History">What happened, earliest first.</param>
public sealed record SubjectMoneyLine(EntitlementItem Item, MoneyPlace Place, PaymentState? Payment, long? Position, LocalizedText? Reason, IReadOnlyList<SubjectMoneyStep> History);

/// <summary>Something that happened on the way.</summary>
/// <param name="On">The business day.</param>
/// <param name="What">What.</param>
/// <param name="Reason">Why; null where nothing has to be said.</param>
public sealed record SubjectMoneyStep(DateOnly On, EntitlementDeed What, LocalizedText? Reason);

internal sealed class GetSubjectMoneyHandler(Database database, RegistryDeclaration declaration, SubjectReader reader, SubjectNames subjectNames, EntitlementNames names, IOperationPipeline pipeline)
    : IQueryHandler<GetSubjectMoney, SubjectMoney>
{
    public async Task<Result<SubjectMoney>> HandleAsync(GetSubjectMoney query, OperationScope scope, CancellationToken cancel)
    {
        var subject = query.Subject.Trim();
        if (!scope.Covers(subject) || declaration.Find(query.SubjectType) is not { } type
            || !(await reader.NumbersAsync(type, [subject], cancel).ConfigureAwait(false)).TryGetValue(subject, out var number))
        {
            return PolicyProblems.SubjectNotFound.At(query.Subject, query.Subject);
        }

        var db = await database.ReadAsync<EntitlementsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var own = EntitlementViews.Visible(db.Entitlements.Where(e => e.SubjectType == type.Id && e.SubjectId == number), scope);
            var entitlements = await own.OrderByDescending(e => e.Id).ToListAsync(cancel).ConfigureAwait(false);
            var positions = await own.Where(e => e.State == EntitlementState.Waiting)
                .Select(e => new { e.Id, Place = db.Entitlements.LongCount(o => o.Line == e.Line && o.State == EntitlementState.Waiting && o.AcceptedNumber <= e.AcceptedNumber) })
                .ToDictionaryAsync(p => p.Id, p => p.Place, cancel).ConfigureAwait(false);
            var steps = (await db.Events.Where(s => own.Any(e => e.Id == s.EntitlementId)).OrderBy(s => s.EntitlementId).ThenBy(s => s.Version)
                .Select(s => new { s.EntitlementId, s.On, s.Deed, s.ReasonZh, s.ReasonEn }).ToListAsync(cancel).ConfigureAwait(false)).ToLookup(s => s.EntitlementId);
            var payments = await PaymentsAsync(pipeline, scope, entitlements, cancel).ConfigureAwait(false);
            var items = await names.ItemsAsync(entitlements, cancel).ConfigureAwait(false);
            var lines = entitlements.Zip(items, (entitlement, item) => new SubjectMoneyLine(
                item,
                MoneyPlaces.Of(item.State, item.IsHeld, entitlement.Settlement, payments.GetValueOrDefault(entitlement.Id)),
                payments.GetValueOrDefault(entitlement.Id),
                positions.TryGetValue(entitlement.Id, out var position) ? position : null,
                EntitlementTexts.Reason(entitlement),
                [.. steps[entitlement.Id].Select(s => new SubjectMoneyStep(s.On, s.Deed, EntitlementTexts.Reason(s.ReasonZh, s.ReasonEn)))])).ToList();
            var name = (await subjectNames.ReadAsync(type, [number], cancel).ConfigureAwait(false)).GetValueOrDefault(number, subject);
            return Summed(type.Id, subject, name.Length == 0 ? subject : name, entitlements, lines);
        }
    }

    /// <summary>Where the payments of some entitlements are, by entitlement, as far as the reader may know.</summary>
    internal static async Task<Dictionary<long, PaymentState>> PaymentsAsync(IOperationPipeline pipeline, OperationScope scope, IReadOnlyList<Entitlement> entitlements, CancellationToken cancel)
    {
        var payments = new Dictionary<long, PaymentState>();
        foreach (var some in entitlements.Where(e => e.ConcernsFunds).Select(e => e.Id).Chunk(FindPayments.EntitlementsMax))
        {
            var found = await pipeline.AskAsync(new FindPayments(some), new OperationContext(scope.Actor), cancel).ConfigureAwait(false);
            foreach (var payment in found.IsSuccess ? found.Value : [])
            {
                payments[payment.Entitlement] = payment;
            }
        }

        return payments;
    }

    private static SubjectMoney Summed(string type, string subject, string name, IReadOnlyList<Entitlement> entitlements, List<SubjectMoneyLine> lines)
    {
        var isForIt = entitlements.Where(e => e.Settlement == "supplier").Select(e => e.Id).ToHashSet();
        Money Sum(Func<SubjectMoneyLine, bool> which) => new(lines.Where(which).Sum(l => (l.Payment?.Amount ?? l.Item.Amount).Fen));
        return new SubjectMoney(
            type, subject, name,
            Sum(l => l.Place.IsPaid() && !isForIt.Contains(l.Item.Id)),
            Sum(l => l.Place.IsPaid() && isForIt.Contains(l.Item.Id)),
            Sum(l => l.Place.IsUnderWay()),
            Sum(l => l.Place is MoneyPlace.WaitsForMoney),
            Sum(l => l.Place is MoneyPlace.Booked),
            lines);
    }
}
