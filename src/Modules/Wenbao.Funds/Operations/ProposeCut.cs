using System.Globalization;
using Wenbao.Funds.Books;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Proposes a cut of the same percent over classes of lines (提出压减). Lines of basic livelihood and lines bound by agreement are left out with their evidence, and of each line no more is cut than is free. Another person approves it.</summary>
/// <param name="Percent">The percent of what the district gave, more than 0 and up to 100.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
/// <param name="Classes">The classes; null for general expenditure, business fees and special funds.</param>
/// <remarks>Source: mechanism S107.</remarks>
[AllowedTo(Duty.FinanceOfficer)]
public sealed record ProposeCut(decimal Percent, string Reason, IReadOnlyList<FundLineClass>? Classes = null) : IOperation<ProposedCut>, IValidated
{
    /// <inheritdoc/>
    public IEnumerable<Problem> Validate()
    {
        foreach (var problem in BudgetWishes.CheckReason(Reason))
        {
            yield return problem;
        }

        if (Percent is <= 0 or > 100)
        {
            yield return FundsProblems.FieldWrong.At("percent", "压减比例应大于 0、至多 100", "a percentage is more than 0 and up to 100");
        }

        if (Classes is { Count: 0 } || Classes?.Contains(FundLineClass.OffBudget) == true)
        {
            yield return FundsProblems.FieldWrong.At("classes", "压减的类别应为一般性支出、业务费、专项资金中的一类或几类", "the classes are some of general expenditure, business fees and special funds");
        }
    }
}

/// <summary>A cut that waits for approval.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Version">Its version, which the approval expects.</param>
/// <param name="Total">What would be cut.</param>
/// <param name="Items">The list, exempt lines included.</param>
public sealed record ProposedCut(long Id, long Version, Money Total, IReadOnlyList<CutItem> Items);

internal sealed class ProposeCutHandler(FundLines lines, Ledger ledger) : IOperationHandler<ProposeCut, ProposedCut>
{
    private static readonly FundLineClass[] Everything = [FundLineClass.General, FundLineClass.BusinessFee, FundLineClass.SpecialFund];

    public async Task<Result<ProposedCut>> HandleAsync(ProposeCut operation, OperationSession session, CancellationToken cancel)
    {
        if (lines.Reserve is not { } reserve)
        {
            return FundsProblems.ReserveMissing.With();
        }

        var classes = operation.Classes ?? Everything;
        var held = await ledger.HoldAsync(session.UnitOfWork, CutPlanner.Candidates(lines, classes).Select(l => l.Id), cancel).ConfigureAwait(false);
        if (held.Problem is { } unknown)
        {
            return unknown;
        }

        var items = CutPlanner.Plan(lines, operation.Percent, classes, held.Value);
        var total = new Money(items.Sum(i => i.Cut.Fen));
        if (total == Money.Zero)
        {
            return FundsProblems.NothingToCut.With();
        }

        var row = await StoreAsync(operation, session, reserve, items, cancel).ConfigureAwait(false);
        session.Describe(string.Create(CultureInfo.InvariantCulture, $"cut/{row.Id}"));
        return new ProposedCut(row.Id, row.Version, total, items);
    }

    private static async Task<CutRow> StoreAsync(ProposeCut operation, OperationSession session, string reserve, IReadOnlyList<CutItem> items, CancellationToken cancel)
    {
        var db = session.UnitOfWork.Context<FundsDb>();
        var row = new CutRow
        {
            Percent = operation.Percent,
            Reason = operation.Reason,
            Reserve = reserve,
            ProposedBy = session.Scope.Actor,
            ProposedOn = session.Scope.Today,
            Version = 1,
        };
        db.Cuts.Add(row);
        await session.UnitOfWork.SaveAsync(cancel).ConfigureAwait(false);
        db.CutItems.AddRange(items.Select(item => new CutItemRow
        {
            CutId = row.Id,
            Line = item.Line,
            Class = item.Class,
            BaseFen = item.Base.Fen,
            WantedFen = item.Wanted.Fen,
            CutFen = item.Cut.Fen,
            Exemption = item.Exemption,
            EvidenceZh = item.Evidence?.Zh,
            EvidenceEn = item.Evidence?.En,
        }));
        return row;
    }
}
