using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Shares what a borrower paid back on a compensated loan among fund, insurer and bank, and says how much may come in at all (追回分配).</summary>
/// <remarks>Source: mechanism S17; catalogue policy 47, clauses 3 and 4: fund, insurer and bank bear the unpaid principal by fixed percents, and what is recovered returns by the same. So the fund's part of
/// everything recovered on a loan is at most what the fund paid for it, and no more can have been unpaid.</remarks>
internal sealed class CompensationSharing(FundLines lines)
{
    /// <summary>What came in, shared.</summary>
    /// <param name="Fund">Back to the line.</param>
    /// <param name="Insurer">To the insurer.</param>
    /// <param name="Bank">To the bank: what is left, to the fen; nought when it has no share.</param>
    internal readonly record struct Shares(Money Fund, Money Insurer, Money Bank);

    /// <summary>Shares a recovery; what counts is what the books hold at the time.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="wish">A recovery on a compensated loan.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <returns>The shares; or why it cannot have come in.</returns>
    public async Task<Result<Shares>> ShareAsync(IUnitOfWork work, BudgetChangeRow wish, CancellationToken cancel)
    {
        var before = await work.Context<FundsDb>().CompensationRecoveries.AsNoTracking().Where(r => r.Line == wish.Line && (r.Entitlement == wish.Entitlement || r.Reference == wish.Reason))
            .Select(r => new { r.Entitlement, r.Reference, r.RecoveredFen, r.FundFen }).ToListAsync(cancel).ConfigureAwait(false);
        if (before.Any(r => r.Reference == wish.Reason))
        {
            return FundsProblems.ReferenceUsed.With(wish.Reason);
        }

        var (paid, still) = await PaidAsync(work, wish, cancel).ConfigureAwait(false);
        if (paid == 0)
        {
            return FundsProblems.NotCompensated.With(wish.Entitlement, wish.Line);
        }

        // Rounded on the sum of all recoveries, so that many small ones come to the same as one large one.
        var percent = lines.Find(wish.Line)!.RecoveryPercent ?? 0;
        var recovered = new Money(wish.AmountFen);
        var total = new Money(before.Sum(r => r.RecoveredFen)) + recovered;
        var fund = Money.Round(total.Yuan * percent / 100m) - new Money(before.Sum(r => r.FundFen));
        if (fund > still)
        {
            return FundsProblems.RecoveryBeyondLoss.With(wish.Entitlement, wish.Line, still, fund);
        }

        var rest = recovered - fund;
        var insurer = wish.BankPercent == 0 ? rest : Money.Round(recovered.Yuan * wish.InsurerPercent!.Value / 100m);
        insurer = insurer < rest ? insurer : rest;
        return new Shares(fund, insurer, rest - insurer);
    }

    /// <summary>The entries that give the line its part back.</summary>
    public IReadOnlyList<EntryDraft> Entries(BudgetChangeRow wish, Money fund) =>
        [.. lines.Find(wish.Line)!.CapitalShares.Split(fund).Select(p => new EntryDraft(new(wish.Line, p.Level, FundStage.Free), new(wish.Line, p.Level, FundStage.Recovered), p.Amount, wish.Entitlement))];

    /// <summary>How often the line paid for the entitlement, and how much of that has not come back by any way.</summary>
    private static async Task<(long Paid, Money Still)> PaidAsync(IUnitOfWork work, BudgetChangeRow wish, CancellationToken cancel)
    {
        const string Spent = $"('{nameof(FundStage.Paid)}', '{nameof(FundStage.Returned)}', '{nameof(FundStage.Recovered)}')";
        var select = work.Command(
                $"""
                SELECT COALESCE(SUM(CASE WHEN d.stage = '{nameof(FundStage.Paid)}' THEN 1 ELSE 0 END), 0),
                  COALESCE(SUM(CASE WHEN d.stage IN {Spent} THEN e.amount_fen ELSE 0 END) - SUM(CASE WHEN c.stage IN {Spent} THEN e.amount_fen ELSE 0 END), 0)
                FROM fnd_entry e JOIN fnd_account d ON d.id = e.debit_account JOIN fnd_account c ON c.id = e.credit_account WHERE e.entitlement = @entitlement AND d.line = @line
                """)
            .With(work.Dialect, "entitlement", ColumnType.Integer, wish.Entitlement)
            .With(work.Dialect, "line", ColumnType.Text, wish.Line);
        await using (select.ConfigureAwait(false))
        {
            var row = await select.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (row.ConfigureAwait(false))
            {
                await row.ReadAsync(cancel).ConfigureAwait(false);
                return (Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture), new Money(Convert.ToInt64(row.GetValue(1), CultureInfo.InvariantCulture)));
            }
        }
    }
}
