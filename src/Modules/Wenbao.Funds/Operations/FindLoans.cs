using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Which uses of a revolving line are meant.</summary>
public enum LoanFilter
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Some money is out.</summary>
    Outstanding,

    /// <summary>Some money is out after its due day.</summary>
    Overdue,

    /// <summary>All of it came back.</summary>
    Returned,
}

/// <summary>Uses of a revolving line, those due first in front, with the line's figures (循环资金使用情况).</summary>
/// <param name="Line">A revolving line.</param>
/// <param name="Filter">Which uses.</param>
/// <param name="Page">The page, from 1.</param>
/// <remarks>Source: mechanism S22 (outstanding, turns, overdue).</remarks>
[AllowedTo(Duty.FinanceOfficer, Duty.BankOfficer, Duty.Auditor, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record FindLoans(string Line, LoanFilter Filter = LoanFilter.All, int Page = 1) : IQuery<LoanPage>
{
    /// <summary>Uses a page.</summary>
    public const int PageSize = 50;
}

/// <summary>A page of uses.</summary>
/// <param name="Figures">The figures of the line, whatever the filter.</param>
/// <param name="Loans">The uses.</param>
/// <param name="Total">All uses that the filter lets through.</param>
public sealed record LoanPage(RevolvingFigures Figures, IReadOnlyList<FundLoan> Loans, long Total);

/// <summary>The figures of a revolving line.</summary>
/// <param name="Capital">Given to it; what is out together is never more.</param>
/// <param name="Outstanding">Out now.</param>
/// <param name="Free">May still be lent.</param>
/// <param name="Uses">Uses so far.</param>
/// <param name="Turnover">Lent so far, all uses together.</param>
/// <param name="OverdueUses">Uses with money out after the due day.</param>
/// <param name="Overdue">That money.</param>
/// <param name="AverageDays">The mean of the days from lending to full return; null while none came back in full.</param>
public sealed record RevolvingFigures(Money Capital, Money Outstanding, Money Free, long Uses, Money Turnover, long OverdueUses, Money Overdue, decimal? AverageDays)
{
    /// <summary>How often the capital was turned over, to two decimals; null without capital.</summary>
    public decimal? Turns => Capital <= Money.Zero ? null : decimal.Round(Turnover.Yuan / Capital.Yuan, 2);
}

/// <summary>A use of a revolving line.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Amount">Lent.</param>
/// <param name="Outstanding">Still out.</param>
/// <param name="LentOn">The business day.</param>
/// <param name="DueOn">The day by which it must be back.</param>
/// <param name="ReturnedOn">The day the last of it came back; null while some is out.</param>
/// <param name="DaysOverdue">Days after the due day, until today or the return; 0 in time.</param>
/// <param name="BorrowerType">The borrower's subject type.</param>
/// <param name="Borrower">The borrower's public id.</param>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Contract">The bank's loan contract.</param>
/// <param name="Voucher">The voucher that lent it.</param>
/// <param name="DaysOut">Days from lending to full return, or until today.</param>
public sealed record FundLoan(
    long Id, Money Amount, Money Outstanding, DateOnly LentOn, DateOnly DueOn, DateOnly? ReturnedOn, int DaysOverdue, string BorrowerType, string Borrower, long Entitlement, string Contract, long Voucher, int DaysOut);

internal sealed class FindLoansHandler(FundLines lines, Database database) : IQueryHandler<FindLoans, LoanPage>
{
    public async Task<Result<LoanPage>> HandleAsync(FindLoans query, OperationScope scope, CancellationToken cancel)
    {
        var line = FundUses.FindLine(lines, query.Line, FundLineKind.Revolving);
        if (line.Problem is { } problem)
        {
            return problem;
        }

        var db = await database.ReadAsync<FundsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var today = scope.Today;
            var all = db.Loans.Where(l => l.Line == query.Line);
            var wanted = query.Filter switch
            {
                LoanFilter.Outstanding => all.Where(l => l.ReturnedOn == null),
                LoanFilter.Overdue => all.Where(l => l.ReturnedOn == null && l.DueOn < today),
                LoanFilter.Returned => all.Where(l => l.ReturnedOn != null),
                _ => all,
            };
            var rows = await wanted.OrderBy(l => l.ReturnedOn != null).ThenBy(l => l.DueOn).ThenBy(l => l.Id)
                .Skip((Math.Max(1, query.Page) - 1) * FindLoans.PageSize).Take(FindLoans.PageSize).ToListAsync(cancel).ConfigureAwait(false);
            var figures = await FiguresAsync(all, query.Line, today, cancel).ConfigureAwait(false);
            return new LoanPage(figures, rows.ConvertAll(l => Of(l, today)), await wanted.LongCountAsync(cancel).ConfigureAwait(false));
        }
    }

    private async Task<RevolvingFigures> FiguresAsync(IQueryable<LoanRow> all, string line, DateOnly today, CancellationToken cancel)
    {
        var overdue = all.Where(l => l.ReturnedOn == null && l.DueOn < today);
        var returned = all.Where(l => l.DaysOut != null);
        var uses = await all.LongCountAsync(cancel).ConfigureAwait(false);
        var turnover = await all.SumAsync(l => l.AmountFen, cancel).ConfigureAwait(false);
        var late = await overdue.LongCountAsync(cancel).ConfigureAwait(false);
        var lateFen = await overdue.SumAsync(l => l.AmountFen - l.ReturnedFen, cancel).ConfigureAwait(false);
        var back = await returned.LongCountAsync(cancel).ConfigureAwait(false);
        var days = await returned.SumAsync(l => (long)l.DaysOut!, cancel).ConfigureAwait(false);
        var state = await LineMoney.ReadAsync(database, line, cancel).ConfigureAwait(false);
        return new RevolvingFigures(
            -state.Of(FundStage.Appropriated), state.Of(FundStage.Lent), state.Of(FundStage.Free), uses, new Money(turnover), late, new Money(lateFen),
            back == 0 ? null : decimal.Round((decimal)days / back, 1));
    }

    private static FundLoan Of(LoanRow row, DateOnly today) => new(
        row.Id, new Money(row.AmountFen), new Money(row.AmountFen - row.ReturnedFen), row.LentOn, row.DueOn, row.ReturnedOn,
        Math.Max(0, (row.ReturnedOn ?? today).DayNumber - row.DueOn.DayNumber), row.BorrowerType, row.Borrower, row.Entitlement, row.Contract, row.VoucherId,
        (row.ReturnedOn ?? today).DayNumber - row.LentOn.DayNumber);
}
