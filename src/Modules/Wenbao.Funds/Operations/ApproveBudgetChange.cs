using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Approves a budget change and carries it out (审批预算调整). Not by who proposed it. Expects the version that was seen.</summary>
/// <param name="Change">The change.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ApproveBudgetChange(long Change) : IOperation<ApprovedChange>;

/// <summary>A change that was carried out.</summary>
/// <param name="Voucher">The voucher.</param>
public sealed record ApprovedChange(long Voucher);

/// <summary>Rejects a budget change; nothing moves (退回预算调整). Not by who proposed it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record RejectBudgetChange(long Change, string Reason) : IOperation<Unit>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => BudgetWishes.CheckReason(Reason);
}

internal sealed class ApproveBudgetChangeHandler(Ledger ledger, CompensationSharing sharing) : IOperationHandler<ApproveBudgetChange, ApprovedChange>
{
    public async Task<Result<ApprovedChange>> HandleAsync(ApproveBudgetChange operation, OperationSession session, CancellationToken cancel)
    {
        var found = await BudgetChangeDecision.FindAsync(session, operation.Change, cancel).ConfigureAwait(false);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        var row = found.Value;
        var work = session.UnitOfWork;
        var held = await ledger.HoldAsync(work, row.ToLine is null ? [row.Line] : [row.Line, row.ToLine], cancel).ConfigureAwait(false);
        if ((held.Problem ?? await CutMoney.CheckAsync(work, row.FromCut, row.Line, new Money(row.AmountFen), cancel).ConfigureAwait(false)) is { } problem)
        {
            return problem;
        }

        var shares = default(CompensationSharing.Shares);
        if (row.Kind == BudgetChangeKind.CompensationRecovery)
        {
            // Judged again behind the lock: somebody else may have recovered some meanwhile.
            var shared = await sharing.ShareAsync(work, row, cancel).ConfigureAwait(false);
            if (shared.Problem is { } beyond)
            {
                return beyond;
            }

            shares = shared.Value;
        }

        var entries = row.Kind == BudgetChangeKind.CompensationRecovery ? sharing.Entries(row, shares.Fund) : [.. Entries(row)];
        var draft = new VoucherDraft(KindOf(row.Kind), session.Scope.Today, string.Create(CultureInfo.InvariantCulture, $"change/{row.Id}"), entries);
        var posted = await ledger.PostAsync(work, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
        if (posted.Problem is { } overdrawn)
        {
            return overdrawn;
        }

        BudgetChangeDecision.Close(row, session, ApprovalState.Approved, note: null);
        row.VoucherId = posted.Value.Id;
        if (row.Kind == BudgetChangeKind.CompensationRecovery)
        {
            Record(row, session, shares, posted.Value);
        }

        session.Describe(draft.Reference);
        if (row.Kind != BudgetChangeKind.Cut)
        {
            session.Raise(new FundsFreed(row.ToLine ?? row.Line));
        }

        return new ApprovedChange(posted.Value.Id);
    }

    private static void Record(BudgetChangeRow row, OperationSession session, CompensationSharing.Shares shares, PostedVoucher posted) =>
        session.UnitOfWork.Context<FundsDb>().CompensationRecoveries.Add(new CompensationRecoveryRow
        {
            Line = row.Line,
            Entitlement = row.Entitlement!.Value,
            RecoveredFen = row.AmountFen,
            FundFen = shares.Fund.Fen,
            InsurerFen = shares.Insurer.Fen,
            BankFen = shares.Bank.Fen,
            Day = session.Scope.Today,
            Reference = row.Reason,
            RecordedBy = row.ProposedBy,
            VoucherId = posted.Id,
        });

    private static VoucherKind KindOf(BudgetChangeKind kind) => kind switch
    {
        BudgetChangeKind.Appropriate => VoucherKind.Appropriation,
        BudgetChangeKind.Transfer => VoucherKind.Transfer,
        BudgetChangeKind.CompensationRecovery => VoucherKind.Recovery,
        _ => VoucherKind.Cut,
    };

    /// <summary>A transfer takes from one line's capital and gives to the other's, so that each line stays whole by itself.</summary>
    private static IEnumerable<EntryDraft> Entries(BudgetChangeRow row)
    {
        var amount = new Money(row.AmountFen);
        if (row.Kind != BudgetChangeKind.Appropriate)
        {
            yield return BudgetEntries.Take(row.Line, amount);
        }

        if (row.Kind != BudgetChangeKind.Cut)
        {
            yield return BudgetEntries.Give(row.ToLine ?? row.Line, amount);
        }
    }
}

internal sealed class RejectBudgetChangeHandler : IOperationHandler<RejectBudgetChange, Unit>
{
    public async Task<Result<Unit>> HandleAsync(RejectBudgetChange operation, OperationSession session, CancellationToken cancel)
    {
        var found = await BudgetChangeDecision.FindAsync(session, operation.Change, cancel).ConfigureAwait(false);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        BudgetChangeDecision.Close(found.Value, session, ApprovalState.Rejected, operation.Reason);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"change/{operation.Change}"));
        return default(Unit);
    }
}

/// <summary>What approving and rejecting have in common.</summary>
internal static class BudgetChangeDecision
{
    public static async Task<Result<BudgetChangeRow>> FindAsync(OperationSession session, long change, CancellationToken cancel)
    {
        var row = await session.UnitOfWork.Context<FundsDb>().BudgetChanges.FirstOrDefaultAsync(c => c.Id == change, cancel).ConfigureAwait(false);
        if (row is null)
        {
            return FundsProblems.ChangeNotFound.With(change);
        }

        var where = string.Create(CultureInfo.InvariantCulture, $"change/{change}");
        return BudgetWishes.CheckDecision(session, new LocalizedText("该预算调整", "This budget change"), where, (row.State, row.ProposedBy, row.DecidedBy, row.Version)) is { } problem
            ? problem
            : row;
    }

    public static void Close(BudgetChangeRow row, OperationSession session, ApprovalState state, string? note)
    {
        row.State = state;
        row.DecidedBy = session.Scope.Actor;
        row.DecidedOn = session.Scope.Today;
        row.Note = note;
        row.Version++;
    }
}
