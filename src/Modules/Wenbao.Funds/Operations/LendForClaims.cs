using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Lends for claims that were decided (按申领出借), in the order given; sent by the policies module inside the unit of work that stores the decisions. A use that cannot be had is told apart; the others are lent.</summary>
/// <param name="Uses">The uses. Whoever may claim may cause them, which is why lending by hand has an operation of its own.</param>
/// <remarks>Source: mechanism S22; catalogue policy 48: a claim decided at submission is lent at once.</remarks>
[AllowedTo(Duty.System, Duty.Owner, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.FinanceOfficer, Duty.BankOfficer, Duty.Operator)]
public sealed record LendForClaims(IReadOnlyList<LendFromFund> Uses) : IOperation<LentForClaims>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => Uses.SelectMany(u => u.Validate());
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
                lent.Add(new LentUse(use.Entitlement, done.Value.Loan, done.Value.DueOn));
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
