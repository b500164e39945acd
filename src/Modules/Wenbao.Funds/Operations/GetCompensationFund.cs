using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>The statement of a compensation fund (风险补偿基金报表).</summary>
/// <param name="Line">A compensation line.</param>
/// <param name="InsuredLoans">Loans outstanding that the fund stands behind, as whoever asks knows them; null when not known, and then there is no leverage.</param>
/// <remarks>Source: mechanism S17 (free balance = capital − paid + recovered; leverage = insured loans outstanding ÷ capital).</remarks>
[AllowedTo(Duty.FinanceOfficer, Duty.BankOfficer, Duty.Auditor, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.Operator)]
public sealed record GetCompensationFund(string Line, Money? InsuredLoans = null) : IQuery<CompensationFund>;

/// <summary>A compensation fund.</summary>
/// <param name="Line">The line.</param>
/// <param name="Capital">Given to it.</param>
/// <param name="OnItsWay">Committed, cleared or with the bank, not proven paid.</param>
/// <param name="Paid">Proven paid, less what came back from the bank.</param>
/// <param name="Recovered">Come back from borrowers and payees.</param>
/// <param name="Free">May still be paid: no claim gets more.</param>
/// <param name="Claims">Claims that were paid.</param>
/// <param name="Leverage">Insured loans outstanding ÷ capital, to two decimals; null when not known.</param>
/// <param name="LossPercent">Paid less recovered, in percent of the capital, to two decimals; null without capital.</param>
/// <param name="Recoveries">The newest recoveries and how they were shared, 100 at most.</param>
public sealed record CompensationFund(
    FundLine Line, Money Capital, Money OnItsWay, Money Paid, Money Recovered, Money Free, long Claims, decimal? Leverage, decimal? LossPercent, IReadOnlyList<SharedRecovery> Recoveries)
{
    /// <summary>Whether nothing is left to pay with: new business stops.</summary>
    public bool IsExhausted => Free <= Money.Zero;
}

/// <summary>Money recovered from a borrower and how it was shared.</summary>
/// <param name="Entitlement">The compensation it belongs to.</param>
/// <param name="On">The business day.</param>
/// <param name="Recovered">What came in.</param>
/// <param name="Fund">Back to the fund.</param>
/// <param name="Insurer">To the insurer.</param>
/// <param name="Bank">To the bank.</param>
/// <param name="Voucher">The voucher.</param>
public sealed record SharedRecovery(long Entitlement, DateOnly On, Money Recovered, Money Fund, Money Insurer, Money Bank, long Voucher);

internal sealed class GetCompensationFundHandler(FundLines lines, Database database) : IQueryHandler<GetCompensationFund, CompensationFund>
{
    private const int RecoveriesMax = 100;

    public async Task<Result<CompensationFund>> HandleAsync(GetCompensationFund query, OperationScope scope, CancellationToken cancel)
    {
        var line = FundUses.FindLine(lines, query.Line, FundLineKind.Compensation);
        if (line.Problem is { } problem)
        {
            return problem;
        }

        var money = await LineMoney.ReadAsync(database, query.Line, cancel).ConfigureAwait(false);
        var capital = -money.Of(FundStage.Appropriated);
        var paid = money.Of(FundStage.Paid) + money.Of(FundStage.Returned);
        var recovered = -money.Of(FundStage.Recovered);
        var hasCapital = capital > Money.Zero;
        return new CompensationFund(
            line.Value, capital, money.Of(FundStage.Committed) + money.Of(FundStage.Payable) + money.Of(FundStage.InTransit), paid, recovered, money.Of(FundStage.Free),
            await ClaimsAsync(query.Line, cancel).ConfigureAwait(false),
            hasCapital && query.InsuredLoans is { } loans ? decimal.Round(loans.Yuan / capital.Yuan, 2) : null,
            hasCapital ? decimal.Round(100m * (paid - recovered).Yuan / capital.Yuan, 2) : null,
            await RecoveriesAsync(query.Line, cancel).ConfigureAwait(false));
    }

    private async Task<long> ClaimsAsync(string line, CancellationToken cancel)
    {
        var claims = 0L;
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var select = snapshot.Command("SELECT COUNT(DISTINCT e.entitlement) FROM fnd_entry e JOIN fnd_account a ON a.id = e.debit_account WHERE a.line = @line AND a.stage = @paid")
                .With(snapshot.Dialect, "line", ColumnType.Text, line)
                .With(snapshot.Dialect, "paid", ColumnType.Text, nameof(FundStage.Paid));
            await BookAccounts.ReadAsync(select, row => claims = row.GetInt64(0), cancel).ConfigureAwait(false);
        }

        return claims;
    }

    private async Task<IReadOnlyList<SharedRecovery>> RecoveriesAsync(string line, CancellationToken cancel)
    {
        var db = await database.ReadAsync<FundsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var rows = await db.CompensationRecoveries.Where(r => r.Line == line).OrderByDescending(r => r.Id).Take(RecoveriesMax).ToListAsync(cancel).ConfigureAwait(false);
            return rows.ConvertAll(r => new SharedRecovery(r.Entitlement, r.Day, new Money(r.RecoveredFen), new Money(r.FundFen), new Money(r.InsurerFen), new Money(r.BankFen), r.VoucherId));
        }
    }
}
