using Microsoft.EntityFrameworkCore;
using Wenbao.Funds.Persistence;
using Wenbao.Kernel;
using Wenbao.Platform.Data;
using Wenbao.Platform.Operations;

namespace Wenbao.Funds;

/// <summary>Cuts with their lists and what became of the money, the newest first (压减清单和资金去向).</summary>
/// <param name="Cut">One cut only; null for all.</param>
/// <remarks>Source: mechanism S107.</remarks>
[AllowedTo(Duty.FinanceOfficer, Duty.Auditor, Duty.Operator)]
public sealed record GetCuts(long? Cut = null) : IQuery<IReadOnlyList<CutStatement>>;

/// <summary>A cut.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Percent">The percent.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reserve">The line that takes the money.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="ProposedOn">The business day.</param>
/// <param name="DecidedBy">Who decided; null until then.</param>
/// <param name="DecidedOn">The business day; null until then.</param>
/// <param name="Note">Why it was rejected; else null.</param>
/// <param name="Voucher">The voucher; null unless approved.</param>
/// <param name="Version">Its version, which a decision expects.</param>
/// <param name="Items">The list, exempt lines included.</param>
/// <param name="NewUses">The approved transfers that name the cut, in order: where the money went.</param>
public sealed record CutStatement(
    long Id, decimal Percent, string Reason, string Reserve, ApprovalState State, string ProposedBy, DateOnly ProposedOn, string? DecidedBy, DateOnly? DecidedOn, string? Note, long? Voucher, long Version,
    IReadOnlyList<CutItem> Items, IReadOnlyList<BudgetChange> NewUses)
{
    /// <summary>What is cut, in all.</summary>
    public Money Total => new(Items.Sum(i => i.Cut.Fen));

    /// <summary>The part from general expenditure.</summary>
    public Money General => Of(FundLineClass.General);

    /// <summary>The part from business fees and special funds.</summary>
    public Money BusinessAndSpecial => Of(FundLineClass.BusinessFee) + Of(FundLineClass.SpecialFund);

    /// <summary>What should have been cut and was committed or spent already.</summary>
    public Money NotCut => new(Items.Sum(i => i.NotCut.Fen));

    /// <summary>Of an approved cut, what has a new use.</summary>
    public Money Reallocated => new(NewUses.Sum(u => u.Amount.Fen));

    private Money Of(FundLineClass cut) => new(Items.Where(i => i.Class == cut).Sum(i => i.Cut.Fen));
}

internal sealed class GetCutsHandler(Database database) : IQueryHandler<GetCuts, IReadOnlyList<CutStatement>>
{
    public async Task<Result<IReadOnlyList<CutStatement>>> HandleAsync(GetCuts query, OperationScope scope, CancellationToken cancel)
    {
        var db = await database.ReadAsync<FundsDb>(cancel).ConfigureAwait(false);
        await using (db.ConfigureAwait(false))
        {
            var cuts = await db.Cuts.Where(c => query.Cut == null || c.Id == query.Cut).OrderByDescending(c => c.Id).ToListAsync(cancel).ConfigureAwait(false);
            if (query.Cut is { } wanted && cuts.Count == 0)
            {
                return FundsProblems.CutNotFound.With(wanted);
            }

            var items = (await db.CutItems.Where(i => query.Cut == null || i.CutId == query.Cut).ToListAsync(cancel).ConfigureAwait(false)).ToLookup(i => i.CutId);
            var uses = (await db.BudgetChanges.Where(c => c.FromCut != null && c.State == ApprovalState.Approved && (query.Cut == null || c.FromCut == query.Cut)).ToListAsync(cancel).ConfigureAwait(false))
                .ToLookup(c => c.FromCut!.Value);
            return cuts.ConvertAll(cut => Of(cut, items[cut.Id], uses[cut.Id]));
        }
    }

    private static CutStatement Of(CutRow cut, IEnumerable<CutItemRow> items, IEnumerable<BudgetChangeRow> uses) => new(
        cut.Id, cut.Percent, cut.Reason, cut.Reserve, cut.State, cut.ProposedBy, cut.ProposedOn, cut.DecidedBy, cut.DecidedOn, cut.Note, cut.VoucherId, cut.Version,
        [.. items.OrderBy(i => i.Class).ThenBy(i => i.Line, StringComparer.Ordinal).Select(Of)],
        [.. uses.OrderBy(u => u.Id).Select(GetBudgetChangesHandler.Of)]);

    private static CutItem Of(CutItemRow row) => new(
        row.Line, row.Class, new Money(row.BaseFen), new Money(row.WantedFen), new Money(row.CutFen), row.Exemption, row.EvidenceZh is null ? null : new LocalizedText(row.EvidenceZh, row.EvidenceEn ?? ""));
}
