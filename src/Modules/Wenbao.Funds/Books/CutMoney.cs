using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>Follows the money of cuts to its new use: transfers that name a cut never use more than it freed.</summary>
/// <remarks>Source: mechanism S107.</remarks>
internal static class CutMoney
{
    /// <summary>What stands in the way of a transfer that names a cut; null when nothing does or it names none. The caller holds the line.</summary>
    public static async Task<Problem?> CheckAsync(IUnitOfWork work, long? cut, string line, Money amount, CancellationToken cancel)
    {
        if (cut is not { } id)
        {
            return null;
        }

        var db = work.Context<FundsDb>();
        var row = await db.Cuts.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancel).ConfigureAwait(false);
        if (row is null)
        {
            return FundsProblems.CutNotFound.With(id);
        }

        if (row.Reserve != line || row.State != ApprovalState.Approved)
        {
            return FundsProblems.CutMoneyElsewhere.With(id, row.Reserve);
        }

        var freed = await db.CutItems.AsNoTracking().Where(i => i.CutId == id).SumAsync(i => i.CutFen, cancel).ConfigureAwait(false);
        var used = await db.BudgetChanges.AsNoTracking().Where(c => c.FromCut == id && c.State == ApprovalState.Approved).SumAsync(c => c.AmountFen, cancel).ConfigureAwait(false);
        return freed - used < amount.Fen ? FundsProblems.CutMoneyUsedUp.With(id, new Money(freed - used), amount) : null;
    }
}
