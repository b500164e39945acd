using Wenbao.Funds.Books;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Every fund line and where its money stands (资金科目总览).</summary>
/// <param name="Line">One line only; null for all.</param>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.PolicyOfficer, Duty.DepartmentOfficer, Duty.BankOfficer, Duty.Operator)]
public sealed record GetFundLines(string? Line = null) : IQuery<IReadOnlyList<FundLineState>>;

/// <summary>Where the money of a line stands, over all levels.</summary>
/// <param name="Line">The line as the pack declares it; one that left the pack keeps its id as its name.</param>
/// <param name="IsInPack">Whether the pack still declares it.</param>
/// <param name="Appropriated">Given to it so far; for lines without a ceiling what was drawn.</param>
/// <param name="Free">May still be committed; nought for lines without a ceiling.</param>
/// <param name="Committed">Promised by decisions, not yet cleared.</param>
/// <param name="Payable">Cleared for payment.</param>
/// <param name="InTransit">With the bank, not proven to have left.</param>
/// <param name="Paid">Proven to have left, gross.</param>
/// <param name="Returned">Come back from the bank.</param>
/// <param name="Recovered">Come back from payees.</param>
/// <param name="Lent">Out of a revolving line.</param>
/// <param name="Receivable">Claimed back, not yet received.</param>
/// <param name="Booked">Relief booked.</param>
public sealed record FundLineState(
    FundLine Line, bool IsInPack, Money Appropriated, Money Free, Money Committed, Money Payable, Money InTransit, Money Paid, Money Returned, Money Recovered, Money Lent, Money Receivable, Money Booked)
{
    /// <summary>Paid less what came back.</summary>
    public Money NetPaid => Paid - Returned - Recovered;

    /// <summary>Of what was given, the percent that is committed, on its way, paid or lent; null when nothing was given.</summary>
    public decimal? UsedPercent => Appropriated <= Money.Zero ? null : decimal.Round(100m * (Appropriated - Free).Fen / Appropriated.Fen, 2);
}

internal sealed class GetFundLinesHandler(FundLines lines, Database database) : IQueryHandler<GetFundLines, IReadOnlyList<FundLineState>>
{
    public async Task<Result<IReadOnlyList<FundLineState>>> HandleAsync(GetFundLines query, OperationScope scope, CancellationToken cancel)
    {
        var balances = new Dictionary<(string Line, FundStage Stage), long>();
        var used = new SortedSet<string>(StringComparer.Ordinal);
        var snapshot = await BookSnapshot.OpenAsync(database, cancel).ConfigureAwait(false);
        await using (snapshot.ConfigureAwait(false))
        {
            var accounts = new BookAccounts(snapshot);
            var keys = await accounts.KeysAsync(cancel).ConfigureAwait(false);
            foreach (var (id, sums) in await accounts.RunningAsync(cancel).ConfigureAwait(false))
            {
                var key = keys[id];
                used.Add(key.Line);
                balances[(key.Line, key.Stage)] = balances.GetValueOrDefault((key.Line, key.Stage)) + sums.Balance;
            }
        }

        var left = used.Where(id => lines.Find(id) is null).Select(FundLines.Departed);
        var wanted = lines.All.Concat(left).Where(l => query.Line is null || l.Id == query.Line).Select(l => State(l, balances)).ToList();
        return query.Line is not null && wanted.Count == 0 ? FundsProblems.LineNotFound.With(query.Line) : wanted;
    }

    private FundLineState State(FundLine line, Dictionary<(string, FundStage), long> balances)
    {
        Money Of(FundStage stage)
        {
            var fen = balances.GetValueOrDefault((line.Id, stage));
            return new Money(FundStages.IsCredit(stage) ? -fen : fen);
        }

        return new FundLineState(
            line, lines.Find(line.Id) is not null, Of(FundStage.Appropriated), Of(FundStage.Free), Of(FundStage.Committed), Of(FundStage.Payable), Of(FundStage.InTransit), Of(FundStage.Paid),
            Of(FundStage.Returned), Of(FundStage.Recovered), Of(FundStage.Lent), Of(FundStage.Receivable), Of(FundStage.Booked));
    }
}
