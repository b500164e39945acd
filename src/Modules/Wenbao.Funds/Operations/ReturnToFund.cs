using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Takes money of a use back into its revolving line, all of it or a part (归还循环资金).</summary>
/// <param name="Loan">The use.</param>
/// <param name="Amount">More than nought, at most what is out.</param>
/// <param name="Reference">The bank's reference of the incoming money, 1 to 100 characters; recorded once a use.</param>
/// <remarks>Source: mechanism S22.</remarks>
[AllowedTo(Duty.System, Duty.FinanceOfficer, Duty.BankOfficer)]
public sealed record ReturnToFund(long Loan, Money Amount, string Reference) : IOperation<ReturnedToFund>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => BudgetWishes.CheckAmount(Amount).Concat(FundUses.CheckReference(Reference));
}

/// <summary>Money that came back.</summary>
/// <param name="Outstanding">What is still out.</param>
/// <param name="DaysOverdue">Days after the due day; 0 when it came in time.</param>
/// <param name="Voucher">The voucher.</param>
public sealed record ReturnedToFund(Money Outstanding, int DaysOverdue, long Voucher);

internal sealed class ReturnToFundHandler(Ledger ledger) : IOperationHandler<ReturnToFund, ReturnedToFund>
{
    public async Task<Result<ReturnedToFund>> HandleAsync(ReturnToFund operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var db = work.Context<FundsDb>();
        var loan = await db.Loans.FirstOrDefaultAsync(l => l.Id == operation.Loan, cancel).ConfigureAwait(false);
        if (loan is null)
        {
            return FundsProblems.UseNotFound.With(operation.Loan);
        }

        var held = await ledger.HoldAsync(work, [loan.Line], cancel).ConfigureAwait(false);
        if (held.Problem is { } unknown)
        {
            return unknown;
        }

        // Read again behind the lock: somebody else may have returned some meanwhile.
        await db.Entry(loan).ReloadAsync(cancel).ConfigureAwait(false);
        if (await CheckAsync(operation, loan, db, cancel).ConfigureAwait(false) is { } refused)
        {
            return refused;
        }

        var posted = await PostAsync(operation, session, loan, cancel).ConfigureAwait(false);
        if (posted.Problem is { } problem)
        {
            return problem;
        }

        Record(operation, session, loan, posted.Value, db);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"loan/{loan.Id}"));
        session.Raise(new FundsFreed(loan.Line));
        if (loan.ReturnedOn is { } on)
        {
            session.Raise(new UseReturned(loan.Entitlement, on));
        }

        return new ReturnedToFund(new Money(loan.AmountFen - loan.ReturnedFen), Math.Max(0, session.Scope.Today.DayNumber - loan.DueOn.DayNumber), posted.Value.Id);
    }

    private static async Task<Problem?> CheckAsync(ReturnToFund operation, LoanRow loan, FundsDb db, CancellationToken cancel)
    {
        if (await db.LoanReturns.AnyAsync(r => r.LoanId == loan.Id && r.Reference == operation.Reference, cancel).ConfigureAwait(false))
        {
            return FundsProblems.ReferenceUsed.With(operation.Reference);
        }

        var outstanding = new Money(loan.AmountFen - loan.ReturnedFen);
        return operation.Amount > outstanding ? FundsProblems.ReturnTooLarge.With(loan.Id, outstanding, operation.Amount) : null;
    }

    private async Task<Result<PostedVoucher>> PostAsync(ReturnToFund operation, OperationSession session, LoanRow loan, CancellationToken cancel)
    {
        var shares = await session.UnitOfWork.Context<FundsDb>().LoanShares.Where(s => s.LoanId == loan.Id && s.OutstandingFen > 0).ToListAsync(cancel).ConfigureAwait(false);
        shares.Sort((a, b) => a.Level.CompareTo(b.Level));
        var parts = FundUses.InProportion([.. shares.Select(s => new Money(s.OutstandingFen))], operation.Amount);
        var entries = new List<EntryDraft>();
        for (var i = 0; i < shares.Count; i++)
        {
            shares[i].OutstandingFen -= parts[i].Fen;
            if (parts[i] > Money.Zero)
            {
                entries.Add(new EntryDraft(new(loan.Line, shares[i].Level, FundStage.Free), new(loan.Line, shares[i].Level, FundStage.Lent), parts[i], loan.Entitlement));
            }
        }

        var draft = new VoucherDraft(VoucherKind.Repayment, session.Scope.Today, string.Create(CultureInfo.InvariantCulture, $"loan/{loan.Id}"), entries);
        return await ledger.PostAsync(session.UnitOfWork, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
    }

    private static void Record(ReturnToFund operation, OperationSession session, LoanRow loan, PostedVoucher posted, FundsDb db)
    {
        loan.ReturnedFen += operation.Amount.Fen;
        loan.Version++;
        if (loan.ReturnedFen == loan.AmountFen)
        {
            loan.ReturnedOn = session.Scope.Today;
            loan.DaysOut = session.Scope.Today.DayNumber - loan.LentOn.DayNumber;
        }

        db.LoanReturns.Add(new LoanReturnRow
        {
            LoanId = loan.Id,
            AmountFen = operation.Amount.Fen,
            Day = session.Scope.Today,
            Reference = operation.Reference,
            ReceivedBy = session.Scope.Actor,
            VoucherId = posted.Id,
        });
    }
}
