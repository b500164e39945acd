using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Budget changes, the newest first, a page at a time (预算调整).</summary>
/// <param name="State">Only those that stand so; null for all.</param>
/// <param name="Line">Only those that touch the line; null for all.</param>
/// <param name="Page">The page, from 1.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetBudgetChanges(ApprovalState? State = null, string? Line = null, int Page = 1) : IQuery<BudgetChangePage>
{
    /// <summary>Changes a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of budget changes.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Total">All there are.</param>
public sealed record BudgetChangePage(IReadOnlyList<BudgetChange> Changes, long Total);

/// <summary>A budget change.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Kind">What is wanted.</param>
/// <param name="Line">The line that gets, or gives for transfers and cuts.</param>
/// <param name="ToLine">For transfers, the line that gets.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why; of a recovery the bank's reference of the incoming money.</param>
/// <param name="FromCut">The cut whose money is used; null for other money.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedOn">The business day.</param>
/// <param name="DecidedBy">Who decided; null until then.</param>
/// <param name="DecidedOn">The business day; null until then.</param>
/// <param name="Note">Why it was rejected; else null.</param>
/// <param name="Voucher">The voucher; null unless approved.</param>
/// <param name="Version">Its version, which a decision expects.</param>
/// <param name="Recovery">What a recovery on a compensated loan belongs to and how it is shared; null for other changes.</param>
public sealed record BudgetChange(
    long Id, BudgetChangeKind Kind, string Line, string? ToLine, Money Amount, string Reason, long? FromCut, ApprovalState State, string ProposedBy, DateOnly ProposedOn,
    string? DecidedBy, DateOnly? DecidedOn, string? Note, long? Voucher, long Version, CompensationTerms? Recovery = null);

/// <summary>What a recovery on a compensated loan belongs to, and how it is shared besides the line's own percent.</summary>
/// <param name="Entitlement">The compensated entitlement.</param>
/// <param name="InsurerPercent">The insurer's share.</param>
/// <param name="BankPercent">The bank's share.</param>
public sealed record CompensationTerms(long Entitlement, decimal InsurerPercent, decimal BankPercent);

internal sealed class GetBudgetChangesHandler(Database database) : IQueryHandler<GetBudgetChanges, BudgetChangePage>
{
    public async Task<Result<BudgetChangePage>> HandleAsync(GetBudgetChanges query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<FundsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var found = db.BudgetChanges.Where(c =>
                (query.State == null || c.State == query.State) && (query.Line == null || c.Line == query.Line || c.ToLine == query.Line));
            var rows = await found.OrderByDescending(c => c.Id).Skip((Math.Max(1, query.Page) - 1) * GetBudgetChanges.PageSize).Take(GetBudgetChanges.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            return new BudgetChangePage([.. rows.Select(Of)], await found.LongCountAsync(cancel).ConfigureAwait(false));
        }
    }

    /// <summary>A row as others see it.</summary>
    public static BudgetChange Of(BudgetChangeRow row) => new(
        row.Id, row.Kind, row.Line, row.ToLine, new Money(row.AmountFen), row.Reason, row.FromCut, row.State, row.ProposedBy, row.ProposedOn, row.DecidedBy, row.DecidedOn, row.Note, row.VoucherId, row.Version,
        row.Entitlement is { } entitlement ? new CompensationTerms(entitlement, row.InsurerPercent ?? 0, row.BankPercent ?? 0) : null);
}
