using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Payments;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Payments that the bank rejected or sent back and that wait to be mended or returned to the budget (退回待处理), the oldest first.</summary>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.DepartmentOfficer, Duty.Auditor)]
public sealed record FindReturnedPayments(int Page = 1) : IQuery<ReturnedPayments>
{
    /// <summary>Payments a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of returned payments.</summary>
/// <param name="Total">How many in all.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="Items">Those of the page.</param>
public sealed record ReturnedPayments(long Total, Money Amount, IReadOnlyList<ReturnedPayment> Items);

/// <summary>A returned payment.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Policy">Under which policy.</param>
/// <param name="PartyType">The payee's type: a subject type, or <c>party</c>.</param>
/// <param name="PartyId">The payee's public id.</param>
/// <param name="PayeeName">The payee, masked where it is a person.</param>
/// <param name="AccountTail">The last four characters of the account that failed.</param>
/// <param name="BankName">Its bank.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">The bank's reason.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsMasked">Whether the name is masked, so that whoever mends it must know it.</param>
public sealed record ReturnedPayment(
    long Entitlement, LocalizedText Policy, string PartyType, string PartyId, string PayeeName, string AccountTail, string BankName, Money Amount, LocalizedText Reason, DateOnly Since, int Attempts, bool IsMasked);

internal sealed class FindReturnedPaymentsHandler(Database database) : IQueryHandler<FindReturnedPayments, ReturnedPayments>
{
    public async Task<Result<ReturnedPayments>> HandleAsync(FindReturnedPayments query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var wanted = db.Commitments.Where(c => c.Stage == PaymentStage.Returned);
            var sums = await wanted.GroupBy(c => c.Stage).Select(g => new { Count = g.LongCount(), Fen = g.Sum(c => c.AmountFen) }).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
            var rows = await (
                from commitment in wanted
                join basis in db.Bases on commitment.Basis equals basis.Id
                orderby commitment.Since, commitment.Id
                select new { Commitment = commitment, basis.TitleZh, basis.TitleEn })
                .Skip((Math.Max(1, query.Page) - 1) * FindReturnedPayments.PageSize).Take(FindReturnedPayments.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            return new ReturnedPayments(sums?.Count ?? 0, new Money(sums?.Fen ?? 0), [.. rows.Select(r => Item(r.Commitment, new LocalizedText(r.TitleZh, r.TitleEn)))]);
        }
    }

    private static ReturnedPayment Item(CommitmentRow c, LocalizedText policy)
    {
        var name = ShownName.OfPayee(c.PayeeName!, c.PartyType!, c.SubjectType, c.SubjectIsPerson);
        return new ReturnedPayment(
            c.Entitlement,
            policy,
            c.PartyType!,
            c.PartyId!,
            name,
            Payee.Tail(c.AccountNumber!),
            c.BankName!,
            new Money(c.AmountFen),
            BankReasons.Describe(c.Reason),
            c.Since,
            (int)c.Attempts,
            name != c.PayeeName);
    }
}
