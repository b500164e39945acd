using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds.Books;

/// <summary>Lends money out of revolving lines (出借).</summary>
/// <remarks>Source: mechanism S22; catalogue policy 48.</remarks>
internal sealed class Lending(FundLines lines, Ledger ledger)
{
    /// <summary>Lends for one use.</summary>
    /// <returns>The use; or what stands in its way, and then nothing was written.</returns>
    public async Task<Result<LentUse>> LendAsync(FundUse operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var found = FundUses.FindLine(lines, operation.Line, FundLineKind.Revolving);
        if ((found.Problem ?? CheckLimits(found.Value, operation)) is { } refused)
        {
            return refused;
        }

        // The line is held before looking, so that two loans to one borrower see each other.
        var held = await ledger.HoldAsync(work, [operation.Line], cancel).ConfigureAwait(false);
        if ((held.Problem ?? await CheckOutstandingAsync(operation, work.Context<FundsDb>(), cancel).ConfigureAwait(false)) is { } problem)
        {
            return problem;
        }

        var parts = found.Value.CapitalShares.Split(operation.Amount);
        var draft = new VoucherDraft(
            VoucherKind.Loan, session.Scope.Today, string.Create(CultureInfo.InvariantCulture, $"entitlement/{operation.Entitlement}"),
            [.. parts.Select(p => new EntryDraft(new(operation.Line, p.Level, FundStage.Lent), new(operation.Line, p.Level, FundStage.Free), p.Amount, operation.Entitlement))]);
        var posted = await ledger.PostAsync(work, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
        if (posted.Problem is { } overdrawn)
        {
            return overdrawn;
        }

        var loan = await StoreAsync(operation, session, parts, posted.Value, cancel).ConfigureAwait(false);
        session.Describe(draft.Reference);
        return new LentUse(loan.Entitlement, loan.Id, loan.DueOn);
    }

    private static Problem? CheckLimits(FundLine line, FundUse operation) =>
        line.LimitPerUse is { } limit && operation.Amount > limit ? FundsProblems.UseTooLarge.With(line.Id, limit, operation.Amount)
        : line.UseDaysMax is { } days && operation.Days > days ? FundsProblems.UseTooLong.With(line.Id, days, operation.Days)
        : null;

    private static async Task<Problem?> CheckOutstandingAsync(FundUse operation, FundsDb db, CancellationToken cancel)
    {
        var before = await db.Loans.AsNoTracking().Where(l =>
                l.Entitlement == operation.Entitlement
                || (l.Line == operation.Line && l.BorrowerType == operation.BorrowerType && l.Borrower == operation.Borrower && l.ReturnedOn == null))
            .OrderBy(l => l.Id).FirstOrDefaultAsync(cancel).ConfigureAwait(false);
        return before is null ? null
            : before.Entitlement == operation.Entitlement ? FundsProblems.UseExists.With(operation.Entitlement, before.Id)
            : FundsProblems.UseOutstanding.With(operation.Line, before.Id);
    }

    private static async Task<LoanRow> StoreAsync(
        FundUse operation, OperationSession session, IReadOnlyList<(FundLevel Level, Money Amount)> parts, PostedVoucher posted, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<FundsDb>();
        var loan = new LoanRow
        {
            Line = operation.Line,
            AmountFen = operation.Amount.Fen,
            Days = operation.Days,
            LentOn = session.Scope.Today,
            DueOn = session.Scope.Today.AddDays(operation.Days),
            BorrowerType = operation.BorrowerType,
            Borrower = operation.Borrower,
            Entitlement = operation.Entitlement,
            Contract = operation.Contract,
            LentBy = session.Scope.Actor,
            VoucherId = posted.Id,
            Version = 1,
        };
        db.Loans.Add(loan);
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        db.LoanShares.AddRange(parts.Select(p => new LoanShareRow { LoanId = loan.Id, Level = p.Level, OutstandingFen = p.Amount.Fen }));
        return loan;
    }
}
