using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Lends for claims that were decided (按申领出借), in the order given; sent by the policies module inside the unit of work that stores the decisions. A use that cannot be had is told apart; the others are lent.</summary>
/// <param name="Uses">The uses. Whoever may claim may cause them; nobody lends by hand, so that all money out rests on a decision.</param>
/// <remarks>Source: mechanism S22; catalogue policy 48: a claim decided at submission is lent at once.</remarks>
[AllowedTo(Duty.System, Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.BankOfficer, Duty.Operator)]
public sealed record LendForClaims(IReadOnlyList<FundUse> Uses) : IOperation<LentForClaims>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => Uses.SelectMany(u => u.Validate());
}

/// <summary>A use of a revolving line that was decided (借用). Nobody has two uses out at a time, and what is out together is never more than the line's capital.</summary>
/// <param name="Line">A revolving line.</param>
/// <param name="Amount">More than nought, up to the line's limit of a use.</param>
/// <param name="Days">Calendar days of use, from 1 up to the line's limit; it is due that many days after today.</param>
/// <param name="BorrowerType">The borrower's subject type.</param>
/// <param name="Borrower">The borrower's public id.</param>
/// <param name="Entitlement">The entitlement that is granted with it; lent for once.</param>
/// <param name="Contract">The bank's loan contract that the money bridges, 1 to 100 characters.</param>
/// <remarks>Source: mechanism S22; catalogue policy 48 (one use out, limit of a use, days, outstanding at most the fund).</remarks>
public sealed record FundUse(string Line, Money Amount, int Days, string BorrowerType, string Borrower, long Entitlement, string Contract) : IValidated
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

/// <summary>What came of it.</summary>
/// <param name="Lent">The uses lent, by entitlement.</param>
/// <param name="Refused">Those that could not be had.</param>
public sealed record LentForClaims(IReadOnlyList<LentUse> Lent, IReadOnlyList<RefusedUse> Refused);

/// <summary>A use that was lent.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Loan">The number of the use.</param>
/// <param name="DueOn">The day by which it must be back.</param>
public sealed record LentUse(long Entitlement, long Loan, DateOnly DueOn);

/// <summary>A use that could not be had.</summary>
/// <param name="Entitlement">The entitlement.</param>
/// <param name="Code">The problem's number.</param>
/// <param name="Reason">The problem in words.</param>
public sealed record RefusedUse(long Entitlement, string Code, LocalizedText Reason);

internal sealed class LendForClaimsHandler(Lending lending) : IOperationHandler<LendForClaims, LentForClaims>
{
    public async Task<Result<LentForClaims>> HandleAsync(LendForClaims operation, OperationSession session, CancellationToken cancel)
    {
        var (lent, refused) = (new List<LentUse>(), new List<RefusedUse>());
        foreach (var use in operation.Uses)
        {
            var done = await lending.LendAsync(use, session, cancel).ConfigureAwait(false);
            if (done.IsSuccess)
            {
                lent.Add(done.Value);
            }
            else
            {
                refused.Add(new RefusedUse(use.Entitlement, done.Problem!.Code, done.Problem.What));
            }
        }

        session.Describe("loans");
        return new LentForClaims(lent, refused);
    }
}
