using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Enters money recovered from a borrower on a compensated loan (登记补偿后追回). Another person approves it as any budget change; then the line gets its percent back and has that much more to pay with, insurer and bank get theirs.</summary>
/// <param name="Line">A compensation line.</param>
/// <param name="Entitlement">The entitlement for which the line paid.</param>
/// <param name="Recovered">What came in from the borrower, all of it.</param>
/// <param name="InsurerPercent">The insurer's share of it, as the cooperation agreement says.</param>
/// <param name="BankPercent">The bank's share; with the line's and the insurer's it makes 100.</param>
/// <param name="Reference">The bank's reference of the incoming money, 1 to 100 characters; recorded once a line.</param>
/// <remarks>Source: mechanism S17; catalogue policy 47, clause 4 (a fixed percent of what is recovered returns to the fund). The line never gets back more on a loan than it paid for it.</remarks>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ProposeCompensationRecovery(string Line, long Entitlement, Money Recovered, decimal InsurerPercent, decimal BankPercent, string Reference)
    : IOperation<ProposedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in BudgetWishes.CheckAmount(Recovered, "recovered").Concat(FundUses.CheckReference(Reference)))
        {
            yield return problem;
        }

        if (InsurerPercent is < 0 or > 100 || BankPercent is < 0 or > 100)
        {
            yield return FundsProblems.FieldWrong.At("insurerPercent", "分配比例应在 0 至 100 之间", "a share is between 0 and 100");
        }
    }
}

internal sealed class ProposeCompensationRecoveryHandler(FundLines lines, CompensationSharing sharing) : IOperationHandler<ProposeCompensationRecovery, ProposedChange>
{
    public async Task<Result<ProposedChange>> HandleAsync(ProposeCompensationRecovery operation, OperationSession session, CancellationToken cancel)
    {
        var found = FundUses.FindLine(lines, operation.Line, FundLineKind.Compensation);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        var percent = found.Value.RecoveryPercent ?? 0;
        if (percent + operation.InsurerPercent + operation.BankPercent != 100)
        {
            return FundsProblems.SharesIncomplete.With(percent, percent + operation.InsurerPercent + operation.BankPercent);
        }

        var row = new BudgetChangeRow
        {
            Kind = BudgetChangeKind.CompensationRecovery,
            Line = operation.Line,
            AmountFen = operation.Recovered.Fen,
            Reason = operation.Reference,
            Entitlement = operation.Entitlement,
            InsurerPercent = operation.InsurerPercent,
            BankPercent = operation.BankPercent,
            ProposedBy = session.Scope.Actor,
            ProposedOn = session.Scope.Today,
            ProposedAt = session.Scope.Now,
            Version = 1,
        };
        var shared = await sharing.ShareAsync(session.UnitOfWork, row, cancel).ConfigureAwait(false);
        if (shared.Problem is { } problem)
        {
            return problem;
        }

        var db = session.UnitOfWork.Context<FundsDb>();
        if (await db.BudgetChanges.AnyAsync(c => c.Kind == row.Kind && c.Line == row.Line && c.Reason == row.Reason && c.State == ApprovalState.Proposed, cancel).ConfigureAwait(false))
        {
            return FundsProblems.ReferenceUsed.With(operation.Reference);
        }

        db.BudgetChanges.Add(row);
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"change/{row.Id}"));
        return new ProposedChange(row.Id, row.Version);
    }
}
