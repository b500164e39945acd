using Wenbao.Funds.Books;
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

internal sealed class LendFromFundHandler(Lending lending) : IOperationHandler<LendFromFund, LentFromFund>
{
    public Task<Result<LentFromFund>> HandleAsync(LendFromFund operation, OperationSession session, CancellationToken cancel) => lending.LendAsync(operation, session, cancel);
}
