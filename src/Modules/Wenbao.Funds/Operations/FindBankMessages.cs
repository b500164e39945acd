using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The bank's files that were read, the latest first (银行报文列表).</summary>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.BankOfficer)]
public sealed record FindBankMessages(int Page = 1) : IQuery<FoundBankMessages>
{
    /// <summary>Messages a page.</summary>
    public const int PageSize = 20;
}

/// <summary>A page of messages.</summary>
/// <param name="Total">Messages in all.</param>
/// <param name="Items">Those of the page.</param>
public sealed record FoundBankMessages(long Total, IReadOnlyList<BankMessageItem> Items);

/// <summary>A message.</summary>
/// <param name="Message">Our number for it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="MessageId">The bank's name for it.</param>
/// <param name="ReceivedOn">When it was read.</param>
/// <param name="ReceivedBy">By whom.</param>
/// <param name="Answers">Payments and movements that it speaks of.</param>
/// <param name="NewFacts">Things it said that were not known.</param>
/// <param name="Exceptions">Exceptions that it raised.</param>
public sealed record BankMessageItem(long Message, BankMessageKind Kind, string MessageId, DateOnly ReceivedOn, string ReceivedBy, long Answers, long NewFacts, long Exceptions);

internal sealed class FindBankMessagesHandler(Database database) : IQueryHandler<FindBankMessages, FoundBankMessages>
{
    public async Task<Result<FoundBankMessages>> HandleAsync(FindBankMessages query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<PaymentsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var total = await db.BankMessages.LongCountAsync(cancel).ConfigureAwait(false);
            var rows = await db.BankMessages.OrderByDescending(m => m.Id).Skip((Math.Max(1, query.Page) - 1) * FindBankMessages.PageSize).Take(FindBankMessages.PageSize)
                .Select(m => new BankMessageItem(m.Id, m.Kind, m.MessageId, m.ReceivedOn, m.ReceivedBy, m.Answers, m.NewFacts, m.NewExceptions)).ToListAsync(cancel).ConfigureAwait(false);
            return new FoundBankMessages(total, rows);
        }
    }
}
