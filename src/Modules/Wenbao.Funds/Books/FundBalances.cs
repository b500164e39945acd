using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;

namespace Wenbao.Funds;

/// <summary>Tells modules below what lines have free and who has money of a revolving line out, as it stands within their unit of work (账户余额). It holds nothing: whoever commits has the last word.</summary>
/// <param name="lines">The pack's lines.</param>
public sealed class FundBalances(FundLines lines)
{
    /// <summary>The free money of lines by their ids: null for a line without a ceiling; ids that the pack does not declare are left out.</summary>
    /// <param name="unitOfWork">The unit of work.</param>
    /// <param name="wanted">The lines.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<IReadOnlyDictionary<string, Money?>> FreeAsync(IUnitOfWork unitOfWork, IReadOnlyCollection<string> wanted, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        ArgumentNullException.ThrowIfNull(wanted);
        var free = new Dictionary<string, Money?>(StringComparer.Ordinal);
        foreach (var line in wanted.Select(lines.Find).OfType<FundLine>())
        {
            free[line.Id] = HasCeiling(line) ? Money.Zero : null;
        }

        if (free.Values.Any(f => f is not null))
        {
            var accounts = new BookAccounts(unitOfWork);
            var keys = await accounts.KeysAsync(cancel).ConfigureAwait(false);
            foreach (var (id, sums) in await accounts.RunningAsync(cancel).ConfigureAwait(false))
            {
                if (keys[id] is { Stage: FundStage.Free, Line: var line } && free.GetValueOrDefault(line) is { } before)
                {
                    free[line] = before + new Money(sums.Balance);
                }
            }
        }

        return free;
    }

    /// <summary>Which of some borrowers have money of a revolving line out, by their public ids.</summary>
    /// <param name="unitOfWork">The unit of work.</param>
    /// <param name="line">The line.</param>
    /// <param name="borrowerType">The borrowers' subject type.</param>
    /// <param name="borrowers">Their public ids.</param>
    /// <param name="cancel">Stops the reading.</param>
#pragma warning disable CA1822 // asked of the same object as the free money
    public async Task<IReadOnlySet<string>> OutstandingAsync(
        IUnitOfWork unitOfWork, string line, string borrowerType, IReadOnlyCollection<string> borrowers, CancellationToken cancel = default)
#pragma warning restore CA1822
    {
        ArgumentNullException.ThrowIfNull(unitOfWork);
        ArgumentNullException.ThrowIfNull(borrowers);
        var found = await unitOfWork.Context<FundsDb>().Loans.AsNoTracking()
            .Where(l => l.Line == line && l.BorrowerType == borrowerType && l.ReturnedOn == null && borrowers.Contains(l.Borrower))
            .Select(l => l.Borrower).ToListAsync(cancel).ConfigureAwait(false);
        return found.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether nothing is committed beyond what was given.</summary>
    private static bool HasCeiling(FundLine line) => line.Kind is FundLineKind.Budget or FundLineKind.Revolving or FundLineKind.Compensation;
}
