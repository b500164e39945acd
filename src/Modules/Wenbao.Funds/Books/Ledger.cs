using System.Data.Common;
using System.Globalization;
using Wenbao.Kernel;
using Wenbao.Platform.Audit;
using Wenbao.Platform.Data;

namespace Wenbao.Funds.Books;

/// <summary>The ledger (总账): writes vouchers, and lets none through that would break a ceiling, a stage or a closed month. Whoever posts holds the lines until his unit of work ends.</summary>
/// <remarks>
/// On PostgreSQL writers of one line wait for each other at its row; on SQLite one unit of work is open at a time. An operation that needs several lines asks for them
/// together (<see cref="FreeAsync(IUnitOfWork, IReadOnlyCollection{string}, CancellationToken)"/>) or posts once: lines are always taken in the order of their ids, so that no two operations wait for each other.
/// Per line and to the fen: appropriated = free + committed + payable + in transit + lent + (paid − returned − recovered).
/// </remarks>
internal sealed partial class Ledger(FundLines lines)
{
    private static readonly Column[] EntryColumns =
    [
        new("voucher_id", ColumnType.Integer), new("ordinal", ColumnType.Integer), new("debit_account", ColumnType.Integer),
        new("credit_account", ColumnType.Integer), new("amount_fen", ColumnType.Integer), new("entitlement", ColumnType.Integer),
    ];

    /// <summary>Writes a voucher with its entries, brings the balances up to date, and seals it in the audit chain.</summary>
    /// <param name="work">The operation's unit of work.</param>
    /// <param name="actor">Who.</param>
    /// <param name="at">When (the scope's moment).</param>
    /// <param name="draft">What.</param>
    /// <param name="cancel">Stops the writing; the unit of work must be given up then.</param>
    /// <returns>
    /// The voucher; or what stands in its way, and then nothing was written: <see cref="FundsProblems.VoucherMalformed"/>, <see cref="FundsProblems.LineNotFound"/>,
    /// <see cref="FundsProblems.MonthClosed"/>, <see cref="FundsProblems.CeilingReached"/>, <see cref="FundsProblems.StageShort"/>.
    /// </returns>
    public async Task<Result<PostedVoucher>> PostAsync(IUnitOfWork work, string actor, DateTimeOffset at, VoucherDraft draft, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(draft);
        if (Malformed(draft) is { } malformed)
        {
            return malformed;
        }

        await HoldMonthsAsync(work, isClosing: false, cancel).ConfigureAwait(false);
        if (await LastClosedAsync(work, cancel).ConfigureAwait(false) is { } closed && draft.On < closed.AddMonths(1))
        {
            return FundsProblems.MonthClosed.With(Day(draft.On), Month(closed));
        }

        var opened = await OpenAsync(work, draft.Entries.Select(e => e.Debit.Line), cancel).ConfigureAwait(false);
        if (opened.Problem is { } unknown)
        {
            return unknown;
        }

        var entries = Apply(draft, opened.Value);
        if (opened.Value.Values.Select(l => l.Overdrawn()).FirstOrDefault(p => p is not null) is { } overdrawn)
        {
            return overdrawn;
        }

        var touched = opened.Value.Values.SelectMany(l => l.All).Where(a => a.IsTouched).ToList();
        await StoreAccountsAsync(work, touched, cancel).ConfigureAwait(false);
        var voucher = await StoreVoucherAsync(work, actor, WholeMicroseconds(at), draft, entries, cancel).ConfigureAwait(false);
        await StoreEntriesAsync(work, voucher.Id, draft, entries, cancel).ConfigureAwait(false);
        await StoreBalancesAsync(work, touched.Where(a => a.Id > 0).OrderBy(a => a.Id), cancel).ConfigureAwait(false);

        // Sealed here and not by the operation, because one operation may write several vouchers (a bank's file proves, rejects and returns).
        work.AuditAtCommit(new AuditEntry(at, actor, "PostVoucher", voucher.Subject, voucher.Digest));
        return voucher;
    }

    /// <summary>The free money of a line, held for this unit of work until it ends.</summary>
    /// <returns>The free money; null for a line without a ceiling; or <see cref="FundsProblems.LineNotFound"/>.</returns>
    public async Task<Result<Money?>> FreeAsync(IUnitOfWork work, string line, CancellationToken cancel) =>
        (await FreeAsync(work, [line], cancel).ConfigureAwait(false)).Map(free => free[line]);

    /// <summary>The free money of several lines, held for this unit of work until it ends.</summary>
    /// <returns>By line, null for lines without a ceiling; or <see cref="FundsProblems.LineNotFound"/>.</returns>
    public async Task<Result<IReadOnlyDictionary<string, Money?>>> FreeAsync(IUnitOfWork work, IReadOnlyCollection<string> wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(wanted);
        var opened = await HoldAsync(work, wanted, cancel).ConfigureAwait(false);
        return opened.Problem is { } problem
            ? problem
            : Result<IReadOnlyDictionary<string, Money?>>.Of(opened.Value.ToDictionary(l => l.Key, l => HasCeiling(l.Key) ? l.Value.FreeBefore : (Money?)null, StringComparer.Ordinal));
    }

    /// <summary>The accounts of several lines, held for this unit of work until it ends.</summary>
    /// <returns>By line, in the order of their ids; or <see cref="FundsProblems.LineNotFound"/>.</returns>
    public async Task<Result<SortedDictionary<string, LineAccounts>>> HoldAsync(IUnitOfWork work, IEnumerable<string> wanted, CancellationToken cancel)
    {
        await HoldMonthsAsync(work, isClosing: false, cancel).ConfigureAwait(false);
        return await OpenAsync(work, wanted, cancel).ConfigureAwait(false);
    }

    /// <summary>Whether a line has a ceiling; a line that left the pack keeps the one its money gives it.</summary>
    private bool HasCeiling(string line) => lines.Find(line) is not { Kind: FundLineKind.OpenEnded or FundLineKind.Relief };

    private static Problem? Malformed(VoucherDraft draft)
    {
        if (draft.Entries.Count == 0)
        {
            return FundsProblems.VoucherMalformed.With("没有分录", "it has no entries");
        }

        for (var i = 0; i < draft.Entries.Count; i++)
        {
            var entry = draft.Entries[i];
            var fault = entry.Amount <= Money.Zero ? ("金额应大于零", "an amount must be more than nought")
                : entry.Debit.Line != entry.Credit.Line ? ("借贷双方不属同一资金科目", "debit and credit belong to different lines")
                : entry.Debit == entry.Credit ? ("借贷双方是同一账户", "debit and credit are one account")
                : FundStages.Circle(entry.Debit.Stage) != FundStages.Circle(entry.Credit.Stage) ? ("备查账户不与资金账户对转", "a memorandum account takes nothing from a money account")
                : ((string Zh, string En)?)null;
            if (fault is { } found)
            {
                return FundsProblems.VoucherMalformed.At(string.Create(CultureInfo.InvariantCulture, $"entries[{i}]"), found.Zh, found.En);
            }
        }

        return null;
    }

    private static List<(OpenAccount Debit, OpenAccount Credit)> Apply(VoucherDraft draft, SortedDictionary<string, LineAccounts> opened)
    {
        var entries = new List<(OpenAccount, OpenAccount)>(draft.Entries.Count);
        foreach (var entry in draft.Entries)
        {
            var line = opened[entry.Debit.Line];
            var (debit, credit) = (line.Of(entry.Debit), line.Of(entry.Credit));
            debit.Debit(entry.Amount.Fen);
            credit.Credit(entry.Amount.Fen);
            entries.Add((debit, credit));
        }

        return entries;
    }

    private static DateTimeOffset WholeMicroseconds(DateTimeOffset moment) => moment.ToUniversalTime().AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
