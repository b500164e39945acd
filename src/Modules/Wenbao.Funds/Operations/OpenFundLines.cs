using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Gives every line its capital once, from its first day on (开账). Hosts send it when they start and when the business day moves; lines that have theirs are left alone.</summary>
[AllowedTo(Duty.System, Duty.Operator, Duty.FinanceOfficer)]
public sealed record OpenFundLines : IOperation<OpenedFundLines>;

/// <summary>What was opened.</summary>
/// <param name="Lines">The lines that got their capital now.</param>
/// <param name="Vouchers">The vouchers, one a day of opening.</param>
public sealed record OpenedFundLines(IReadOnlyList<string> Lines, IReadOnlyList<long> Vouchers);

/// <summary>Whether lines wait for their capital, so that a host need not send <see cref="OpenFundLines"/> in vain.</summary>
[AllowedTo(Duty.System, Duty.Operator, Duty.FinanceOfficer)]
public sealed record FindLinesToOpen : IQuery<IReadOnlyList<string>>;

/// <summary>Gives the lines of one day their capital; a part of <see cref="OpenFundLines"/>, with a voucher and an audit event of its own.</summary>
/// <param name="On">The day the money is given on.</param>
/// <param name="Lines">The lines' ids; those that have their capital already are passed over.</param>
[AllowedTo(Duty.System, Duty.Operator, Duty.FinanceOfficer)]
public sealed record AppropriateCapital(DateOnly On, IReadOnlyList<string> Lines) : IOperation<OpenedFundLines>;

internal sealed class FindLinesToOpenHandler(FundLines lines, Database database) : IQueryHandler<FindLinesToOpen, IReadOnlyList<string>>
{
    public async Task<Result<IReadOnlyList<string>>> HandleAsync(FindLinesToOpen query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<FundsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            return Result<IReadOnlyList<string>>.Of([.. (await DueAsync(db, lines, scope.Today, cancel).ConfigureAwait(false)).Select(l => l.Id)]);
        }
    }

    /// <summary>The lines that have a capital, whose first day has come, and that have not got it.</summary>
    public static async Task<IReadOnlyList<FundLine>> DueAsync(FundsDb db, FundLines lines, DateOnly today, CancellationToken cancel)
    {
        var opened = await db.Lines.AsNoTracking().Where(l => l.OpenedOn != null).Select(l => l.Line).ToListAsync(cancel).ConfigureAwait(false);
        return [.. lines.All.Where(l => l.Capital is not null && l.OpensOn <= today).ExceptBy(opened, l => l.Id, StringComparer.Ordinal)];
    }
}

internal sealed class OpenFundLinesHandler(FundLines lines) : IOperationHandler<OpenFundLines, OpenedFundLines>
{
    public async Task<Result<OpenedFundLines>> HandleAsync(OpenFundLines operation, OperationSession session, CancellationToken cancel)
    {
        var due = await FindLinesToOpenHandler.DueAsync(session.UnitOfWork.Context<FundsDb>(), lines, session.Scope.Today, cancel).ConfigureAwait(false);
        var closed = await Ledger.LastClosedAsync(session.UnitOfWork, cancel).ConfigureAwait(false);
        var opened = new OpenedFundLines([], []);
        // A line that the pack got late opens today when its own first day lies in a closed month.
        foreach (var day in due.GroupBy(l => l.OpensOn < closed?.AddMonths(1) ? session.Scope.Today : l.OpensOn).OrderBy(g => g.Key))
        {
            var given = await session.SendAsync(new AppropriateCapital(day.Key, [.. day.Select(l => l.Id)]), cancel).ConfigureAwait(false);
            if (given.Problem is { } problem)
            {
                return problem;
            }

            opened = new OpenedFundLines([.. opened.Lines, .. given.Value.Lines], [.. opened.Vouchers, .. given.Value.Vouchers]);
        }

        return opened;
    }
}

internal sealed class AppropriateCapitalHandler(FundLines lines, Ledger ledger) : IOperationHandler<AppropriateCapital, OpenedFundLines>
{
    public async Task<Result<OpenedFundLines>> HandleAsync(AppropriateCapital operation, OperationSession session, CancellationToken cancel)
    {
        var work = session.UnitOfWork;
        var held = await ledger.HoldAsync(work, operation.Lines, cancel).ConfigureAwait(false);
        if (held.Problem is { } unknown)
        {
            return unknown;
        }

        // Looked at again behind the lock: another process may have opened them meanwhile.
        var rows = await work.Context<FundsDb>().Lines.AsNoTracking().Where(l => operation.Lines.Contains(l.Line) && l.OpenedOn == null).Select(l => l.Line).ToListAsync(cancel).ConfigureAwait(false);
        var open = lines.All.Where(l => rows.Contains(l.Id)).ToList();
        var entries = open.SelectMany(Entries).ToList();
        PostedVoucher? posted = null;
        if (entries.Count > 0)
        {
            var draft = new VoucherDraft(VoucherKind.Appropriation, operation.On, "opening/" + operation.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entries);
            var result = await ledger.PostAsync(work, session.Scope.Actor, session.Scope.Now, draft, cancel).ConfigureAwait(false);
            if (result.Problem is { } problem)
            {
                return problem;
            }

            posted = result.Value;
            session.Describe(draft.Reference);
        }

        foreach (var line in open)
        {
            await MarkAsync(work, line.Id, operation.On, posted?.Id, cancel).ConfigureAwait(false);
            session.Raise(new FundsFreed(line.Id));
        }

        return new OpenedFundLines([.. open.Select(l => l.Id)], posted is null ? [] : [posted.Id]);
    }

    private static IEnumerable<EntryDraft> Entries(FundLine line) =>
        line.CapitalShares.Split(line.Capital!.Value).Select(part => new EntryDraft(
            new AccountKey(line.Id, part.Level, FundStage.Free), new AccountKey(line.Id, part.Level, FundStage.Appropriated), part.Amount));

    private static async Task MarkAsync(IUnitOfWork work, string line, DateOnly on, long? voucher, CancellationToken cancel)
    {
        var update = work.Command("UPDATE fnd_line SET opened_on = @on, voucher_id = @voucher WHERE line = @line")
            .With(work.Dialect, "on", ColumnType.Date, on)
            .With(work.Dialect, "voucher", ColumnType.Integer, voucher)
            .With(work.Dialect, "line", ColumnType.Text, line);
        await using (update.ConfigureAwait(false))
        {
            await update.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
    }
}
