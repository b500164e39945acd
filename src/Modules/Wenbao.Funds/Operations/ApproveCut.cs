using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Approves a cut and moves the money to the reserve (审批压减). Not by who proposed it. What was spent since the proposal is not cut, and the list says so.</summary>
/// <param name="Cut">The cut.</param>
/// <remarks>Source: mechanism S107.</remarks>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ApproveCut(long Cut) : IOperation<ApprovedCut>;

/// <summary>A cut that was carried out.</summary>
/// <param name="Voucher">The voucher.</param>
/// <param name="Total">What was cut.</param>
/// <param name="NotCut">What should have been cut and was committed or spent already.</param>
public sealed record ApprovedCut(long Voucher, Money Total, Money NotCut);

/// <summary>Rejects a cut; nothing moves (退回压减). Not by who proposed it.</summary>
/// <param name="Cut">The cut.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record RejectCut(long Cut, string Reason) : IOperation<Unit>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate() => BudgetWishes.CheckReason(Reason);
}

internal sealed class ApproveCutHandler(Ledger ledger) : IOperationHandler<ApproveCut, ApprovedCut>
{
    public async Task<Result<ApprovedCut>> HandleAsync(ApproveCut operation, OperationSession session, CancellationToken cancel)
    {
        var found = await CutDecision.FindAsync(session, operation.Cut, cancel).ConfigureAwait(false);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        var row = found.Value;
        var work = session.UnitOfWork;
        var items = await work.Context<FundsDb>().CutItems.Where(i => i.CutId == row.Id).OrderBy(i => i.Line).ToListAsync(cancel).ConfigureAwait(false);
        var held = await ledger.HoldAsync(work, items.Select(i => i.Line).Append(row.Reserve), cancel).ConfigureAwait(false);
        if (held.Problem is { } unknown)
        {
            return unknown;
        }

        foreach (var item in items)
        {
            item.CutFen = CutPlanner.Cuttable(new Money(item.CutFen), held.Value[item.Line]).Fen;
        }

        var total = new Money(items.Sum(i => i.CutFen));
        if (total == Money.Zero)
        {
            return FundsProblems.NothingToCut.With();
        }

        var draft = new VoucherDraft(VoucherKind.Cut, session.Scope.Today, string.Create(CultureInfo.InvariantCulture, $"cut/{row.Id}"), [.. Entries(items, row.Reserve)]);
        var posted = await ledger.PostAsync(work, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
        if (posted.Problem is { } problem)
        {
            return problem;
        }

        CutDecision.Close(row, session, ApprovalState.Approved, note: null);
        row.VoucherId = posted.Value.Id;
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"cut/{row.Id}"));
        session.Raise(new FundsFreed(row.Reserve));
        return new ApprovedCut(posted.Value.Id, total, new Money(items.Sum(i => i.WantedFen - i.CutFen)));
    }

    private static IEnumerable<EntryDraft> Entries(IEnumerable<CutItemRow> items, string reserve)
    {
        foreach (var item in items.Where(i => i.CutFen > 0))
        {
            yield return BudgetEntries.Take(item.Line, new Money(item.CutFen));
            yield return BudgetEntries.Give(reserve, new Money(item.CutFen));
        }
    }
}

internal sealed class RejectCutHandler : IOperationHandler<RejectCut, Unit>
{
    public async Task<Result<Unit>> HandleAsync(RejectCut operation, OperationSession session, CancellationToken cancel)
    {
        var found = await CutDecision.FindAsync(session, operation.Cut, cancel).ConfigureAwait(false);
        if (found.Problem is { } refused)
        {
            return refused;
        }

        CutDecision.Close(found.Value, session, ApprovalState.Rejected, operation.Reason);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"cut/{operation.Cut}"));
        return default(Unit);
    }
}

/// <summary>What approving and rejecting have in common.</summary>
internal static class CutDecision
{
    public static async Task<Result<CutRow>> FindAsync(OperationSession session, long cut, CancellationToken cancel)
    {
        var row = await session.UnitOfWork.Context<FundsDb>().Cuts.FirstOrDefaultAsync(c => c.Id == cut, cancel).ConfigureAwait(false);
        if (row is null)
        {
            return FundsProblems.CutNotFound.With(cut);
        }

        var where = string.Create(CultureInfo.InvariantCulture, $"cut/{cut}");
        return BudgetWishes.CheckDecision(session, new LocalizedText("该压减方案", "This cut"), where, (row.State, row.ProposedBy, row.DecidedBy, row.Version)) is { } problem
            ? problem
            : row;
    }

    public static void Close(CutRow row, OperationSession session, ApprovalState state, string? note)
    {
        row.State = state;
        row.DecidedBy = session.Scope.Actor;
        row.DecidedOn = session.Scope.Today;
        row.Note = note;
        row.Version++;
    }
}
