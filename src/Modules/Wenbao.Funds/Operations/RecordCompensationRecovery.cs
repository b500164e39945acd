using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Records money recovered from a borrower on a compensated loan (补偿后追回): the line gets its percent back and has that much more to pay with; insurer and bank get theirs.</summary>
/// <param name="Line">A compensation line.</param>
/// <param name="Entitlement">The entitlement for which the line paid.</param>
/// <param name="Recovered">What came in from the borrower, all of it.</param>
/// <param name="InsurerPercent">The insurer's share of it, as the cooperation agreement says.</param>
/// <param name="BankPercent">The bank's share; with the line's and the insurer's it makes 100.</param>
/// <param name="Reference">The bank's reference of the incoming money, 1 to 100 characters; recorded once a line.</param>
/// <remarks>Source: mechanism S17; catalogue policy 47, clause 4 (a fixed percent of what is recovered returns to the fund, whatever the fund had paid).</remarks>
[AllowedTo(Duty.System, Duty.FinanceOfficer)]
public sealed record RecordCompensationRecovery(string Line, long Entitlement, Money Recovered, decimal InsurerPercent, decimal BankPercent, string Reference)
    : IOperation<CompensationRecovered>, IValidated
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

/// <summary>How recovered money was shared.</summary>
/// <param name="Fund">Back to the line.</param>
/// <param name="Insurer">To the insurer.</param>
/// <param name="Bank">To the bank: what is left, to the fen; nought when it has no share.</param>
/// <param name="Voucher">The voucher.</param>
public sealed record CompensationRecovered(Money Fund, Money Insurer, Money Bank, long Voucher);

internal sealed class RecordCompensationRecoveryHandler(FundLines lines, Ledger ledger) : IOperationHandler<RecordCompensationRecovery, CompensationRecovered>
{
    public async Task<Result<CompensationRecovered>> HandleAsync(RecordCompensationRecovery operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
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

        var held = await ledger.HoldAsync(work, [operation.Line], cancel).ConfigureAwait(false);
        if ((held.Problem ?? await CheckAsync(operation, work, cancel).ConfigureAwait(false)) is { } problem)
        {
            return problem;
        }

        var fund = Money.Round(operation.Recovered.Yuan * percent / 100m);
        var rest = operation.Recovered - fund;
        var insurer = operation.BankPercent == 0 ? rest : Money.Round(operation.Recovered.Yuan * operation.InsurerPercent / 100m);
        insurer = insurer < rest ? insurer : rest;
        var draft = new VoucherDraft(
            VoucherKind.Recovery, session.Scope.Today, string.Create(CultureInfo.InvariantCulture, $"entitlement/{operation.Entitlement}"),
            [.. found.Value.CapitalShares.Split(fund).Select(p => new EntryDraft(new(operation.Line, p.Level, FundStage.Free), new(operation.Line, p.Level, FundStage.Recovered), p.Amount, operation.Entitlement))]);
        var posted = await ledger.PostAsync(work, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
        if (posted.Problem is { } malformed)
        {
            return malformed;
        }

        var shared = new CompensationRecovered(fund, insurer, rest - insurer, posted.Value.Id);
        Store(operation, session, shared);
        session.Describe(draft.Reference);
        session.Raise(new FundsFreed(operation.Line));
        return shared;
    }

    private static async Task<Problem?> CheckAsync(RecordCompensationRecovery operation, IUnitOfWork work, CancellationToken cancel)
    {
        var db = work.Context<FundsDb>();
        if (await db.CompensationRecoveries.AnyAsync(r => r.Line == operation.Line && r.Reference == operation.Reference, cancel).ConfigureAwait(false))
        {
            return FundsProblems.ReferenceUsed.With(operation.Reference);
        }

        var select = work.Command("SELECT COUNT(*) FROM fnd_entry e JOIN fnd_account a ON a.id = e.debit_account WHERE e.entitlement = @entitlement AND a.line = @line AND a.stage = @paid")
            .With(work.Dialect, "entitlement", ColumnType.Integer, operation.Entitlement)
            .With(work.Dialect, "line", ColumnType.Text, operation.Line)
            .With(work.Dialect, "paid", ColumnType.Text, nameof(FundStage.Paid));
        await using (select.ConfigureAwait(false))
        {
            return (long)(await select.ExecuteScalarAsync(cancel).ConfigureAwait(false))! == 0 ? FundsProblems.NotCompensated.With(operation.Entitlement, operation.Line) : null;
        }
    }

    private static void Store(RecordCompensationRecovery operation, OperationSession session, CompensationRecovered shared) =>
        session.UnitOfWork.Context<FundsDb>().CompensationRecoveries.Add(new CompensationRecoveryRow
        {
            Line = operation.Line,
            Entitlement = operation.Entitlement,
            RecoveredFen = operation.Recovered.Fen,
            FundFen = shared.Fund.Fen,
            InsurerFen = shared.Insurer.Fen,
            BankFen = shared.Bank.Fen,
            Day = session.Scope.Today,
            Reference = operation.Reference,
            RecordedBy = session.Scope.Actor,
            VoucherId = shared.Voucher,
        });
}
