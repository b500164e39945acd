using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Proposes to give a line more money, to move money to another line, or to take free money back (提出预算调整). Another person approves it.</summary>
/// <param name="Kind">What is wanted.</param>
/// <param name="Line">The line that gets the money, or gives it for transfers and cuts.</param>
/// <param name="Amount">More than nought.</param>
/// <param name="Reason">Why, 1 to 500 characters; no personal data.</param>
/// <param name="ToLine">For transfers, the line that gets it; else null.</param>
/// <param name="FromCut">For transfers, the cut whose money is put to a new use; null for other money.</param>
/// <remarks>Source: mechanism S107 for money of cuts.</remarks>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ProposeBudgetChange(BudgetChangeKind Kind, string Line, Money Amount, string Reason, string? ToLine = null, long? FromCut = null)
    : IOperation<ProposedChange>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in BudgetWishes.CheckAmount(Amount).Concat(BudgetWishes.CheckReason(Reason)))
        {
            yield return problem;
        }

        if (Kind == BudgetChangeKind.CompensationRecovery)
        {
            yield return FundsProblems.FieldWrong.At("kind", "补偿后追回另行登记", "a recovery on a compensated loan is entered by its own operation");
        }

        if (Kind == BudgetChangeKind.Transfer ? ToLine is null || ToLine == Line : ToLine is not null)
        {
            yield return FundsProblems.FieldWrong.At("toLine", "调剂应写明另一个资金科目，追加和收回不写", "a transfer names another line, other changes name none");
        }

        if (FromCut is not null && Kind != BudgetChangeKind.Transfer)
        {
            yield return FundsProblems.FieldWrong.At("fromCut", "只有调剂可以使用压减的资金", "only a transfer uses money of a cut");
        }
    }
}

/// <summary>A change that waits for approval.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">Its version, which the approval expects.</param>
public sealed record ProposedChange(long Id, long Version);

internal sealed class ProposeBudgetChangeHandler(FundLines lines, Ledger ledger) : IOperationHandler<ProposeBudgetChange, ProposedChange>
{
    public async Task<Result<ProposedChange>> HandleAsync(ProposeBudgetChange operation, OperationSession session, CancellationToken cancel)
    {
        var problem = CheckLine(operation.Line)
            ?? (operation.ToLine is { } to ? CheckLine(to) : null)
            ?? CheckExempt(operation)
            ?? await CheckMoneyAsync(operation, session, cancel).ConfigureAwait(false)
            ?? await CutMoney.CheckAsync(session.UnitOfWork, operation.FromCut, operation.Line, operation.Amount, cancel).ConfigureAwait(false);
        if (problem is not null)
        {
            return problem;
        }

        var row = new BudgetChangeRow
        {
            Kind = operation.Kind,
            Line = operation.Line,
            ToLine = operation.ToLine,
            AmountFen = operation.Amount.Fen,
            Reason = operation.Reason,
            FromCut = operation.FromCut,
            ProposedBy = session.Scope.Actor,
            ProposedOn = session.Scope.Today,
            ProposedAt = session.Scope.Now,
            Version = 1,
        };
        session.UnitOfWork.Context<FundsDb>().BudgetChanges.Add(row);
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"change/{row.Id}"));
        return new ProposedChange(row.Id, row.Version);
    }

    private Problem? CheckLine(string id)
    {
        var line = lines.Get(id);
        return line.Problem ?? (line.Value.Capital is null ? FundsProblems.LineWithoutCeiling.With(id) : null);
    }

    private Problem? CheckExempt(ProposeBudgetChange operation)
    {
        var line = lines.Find(operation.Line)!;
        return operation.Kind == BudgetChangeKind.Cut && (line.BasicLivelihood ?? line.BoundByAgreement) is { } evidence
            ? FundsProblems.LineExempt.With(line.Id, evidence.Zh, evidence.En)
            : null;
    }

    /// <summary>Money that is not free now is refused at once; what counts is what is free when it is approved.</summary>
    private async Task<Problem?> CheckMoneyAsync(ProposeBudgetChange operation, OperationSession session, CancellationToken cancel)
    {
        if (operation.Kind == BudgetChangeKind.Appropriate)
        {
            return null;
        }

        var free = await ledger.FreeAsync(session.UnitOfWork, operation.Line, cancel).ConfigureAwait(false);
        return free.Problem ?? (free.Value < operation.Amount ? FundsProblems.CeilingReached.With(operation.Line, free.Value, operation.Amount) : null);
    }
}
