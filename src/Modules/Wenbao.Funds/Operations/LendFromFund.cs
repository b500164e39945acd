using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Lends money out of a revolving line (借用循环资金). Nobody has two uses out at a time, and what is out together is never more than the line's capital.</summary>
/// <param name="Line">A revolving line.</param>
/// <param name="Amount">More than nought, up to the line's limit of a use.</param>
/// <param name="Days">Calendar days of use, from 1 up to the line's limit; it is due that many days after today.</param>
/// <param name="BorrowerType">The borrower's subject type.</param>
/// <param name="Borrower">The borrower's public id.</param>
/// <param name="Entitlement">The entitlement it rests on; lent for once.</param>
/// <param name="Contract">The bank's loan contract that the money bridges, 1 to 100 characters.</param>
/// <remarks>Source: mechanism S22; catalogue policy 48 (one use out, limit of a use, days, outstanding at most the fund).</remarks>
[AllowedTo(Duty.System, Duty.FinanceOfficer, Duty.BankOfficer)]
public sealed record LendFromFund(string Line, Money Amount, int Days, string BorrowerType, string Borrower, long Entitlement, string Contract) : IOperation<LentFromFund>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in BudgetWishes.CheckAmount(Amount).Concat(FundUses.CheckReference(Contract, "contract")))
        {
            yield return problem;
        }

        if (Days < 1)
        {
            yield return FundsProblems.FieldWrong.At("days", "使用天数应不少于 1 日", "a use lasts 1 day at least");
        }
    }
}

/// <summary>Money that was lent.</summary>
/// <param name="Loan">The number of the use.</param>
/// <param name="DueOn">The day by which it must be back.</param>
/// <param name="Voucher">The voucher.</param>
public sealed record LentFromFund(long Loan, DateOnly DueOn, long Voucher);

internal sealed class LendFromFundHandler(FundLines lines, Ledger ledger) : IOperationHandler<LendFromFund, LentFromFund>
{
    public async Task<Result<LentFromFund>> HandleAsync(LendFromFund operation, OperationSession session, CancellationToken cancel)
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
        return new LentFromFund(loan.Id, loan.DueOn, posted.Value.Id);
    }

    private static Problem? CheckLimits(FundLine line, LendFromFund operation) =>
        line.LimitPerUse is { } limit && operation.Amount > limit ? FundsProblems.UseTooLarge.With(line.Id, limit, operation.Amount)
        : line.UseDaysMax is { } days && operation.Days > days ? FundsProblems.UseTooLong.With(line.Id, days, operation.Days)
        : null;

    private static async Task<Problem?> CheckOutstandingAsync(LendFromFund operation, FundsDb db, CancellationToken cancel)
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
        LendFromFund operation, OperationSession session, IReadOnlyList<(FundLevel Level, Money Amount)> parts, PostedVoucher posted, CancellationToken cancel)
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
