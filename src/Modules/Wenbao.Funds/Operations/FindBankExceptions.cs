using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>What a person must look at in the bank's files (待核事项), open ones first.</summary>
/// <param name="IsOpenOnly">Whether those closed are left out.</param>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.BankOfficer)]
public sealed record FindBankExceptions(bool IsOpenOnly = true, int Page = 1) : IQuery<FoundBankExceptions>
{
    /// <summary>Exceptions a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of exceptions.</summary>
/// <param name="Total">Exceptions that fit the question.</param>
/// <param name="Items">Those of the page.</param>
public sealed record FoundBankExceptions(long Total, IReadOnlyList<BankExceptionItem> Items);

/// <summary>An exception.</summary>
/// <param name="Exception">Its number.</param>
/// <param name="Kind">Why it was raised.</param>
/// <param name="Reference">The bank's own identification.</param>
/// <param name="Message">The file that raised it.</param>
/// <param name="Entitlement">The entitlement; null when none is known.</param>
/// <param name="Amount">The amount; null when none is told.</param>
/// <param name="RaisedOn">When.</param>
/// <param name="ClosedBy">Who closed it; null while open.</param>
/// <param name="Note">What was found; null while open.</param>
public sealed record BankExceptionItem(
    long Exception, BankExceptionKind Kind, string Reference, long Message, long? Entitlement, Money? Amount, DateOnly RaisedOn, string? ClosedBy, string? Note);

internal sealed class FindBankExceptionsHandler(Database database) : IQueryHandler<FindBankExceptions, FoundBankExceptions>
{
    public async Task<Result<FoundBankExceptions>> HandleAsync(FindBankExceptions query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var wanted = db.BankExceptions.Where(e => !query.IsOpenOnly || e.ClosedBy == null);
            var total = await wanted.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await wanted.OrderBy(e => e.ClosedBy != null).ThenByDescending(e => e.Id)
                .Skip((Math.Max(1, query.Page) - 1) * FindBankExceptions.PageSize).Take(FindBankExceptions.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            return new FoundBankExceptions(total, [.. rows.Select(e => new BankExceptionItem(
                e.Id, e.Kind, e.Reference, e.Message, e.Entitlement, e.AmountFen is { } fen ? new Money(fen) : null, e.RaisedOn, e.ClosedBy, e.Note))]);
        }
    }
}
