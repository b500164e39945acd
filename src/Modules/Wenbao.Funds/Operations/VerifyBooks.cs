using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Jobs;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>
/// Proves the books (核账): every voucher's digest, stored, recomputed and sealed by the audit; balances are the sums of entries; each line's money adds up; no stage is below nought;
/// closed months are what they were. It stops at the first fault and names it.
/// </summary>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record VerifyBooks : IQuery<VerifiedBooks>;

/// <summary>What was proved.</summary>
/// <param name="Vouchers">Vouchers.</param>
/// <param name="Entries">Entries.</param>
/// <param name="Accounts">Accounts.</param>
/// <param name="ClosedMonths">Closed months.</param>
/// <param name="Turnover">The sum of all debits, which is that of all credits.</param>
public sealed record VerifiedBooks(long Vouchers, long Entries, long Accounts, long ClosedMonths, Money Turnover);

internal sealed class VerifyBooksHandler(Database database, JobProgress progress) : IQueryHandler<VerifyBooks, VerifiedBooks>
{
    public async Task<Result<VerifiedBooks>> HandleAsync(VerifyBooks query, OperationScope scope, CancellationToken cancel)
    {
        progress.Begin(new LocalizedText("核账", "Proving the books"));
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var told = 0L;
            using var verifier = new BooksVerifier(snapshot);
            return await verifier.VerifyAsync(
                seen =>
                {
                    progress.Advance((int)(seen - told));
                    told = seen;
                },
                cancel).ConfigureAwait(false);
        }
    }
}
