using Wenbao.Kernel;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Entitlements;

/// <summary>What the lines have free while claims are granted one after the other, who waits on them, and what is kept for earlier claims that nobody has decided yet (可用余额、排队与预留).</summary>
/// <remarks>
/// Funds have the last word when they commit; this only keeps the order: the first claim that does not fit blocks those behind it, and none takes money that an earlier one under
/// review would then lack. Source: catalogue rule G8; ADR 0015.
/// </remarks>
internal sealed class GrantMoney
{
    /// <summary>The place of claims that are being made: behind every accepted one.</summary>
    public const long Newest = long.MaxValue;

    private readonly Dictionary<string, Money?> free;
    private readonly Dictionary<string, long> waitedFrom;
    private readonly IReadOnlyDictionary<string, ReservedMoney> reserved;

    /// <summary>Starts with what there is.</summary>
    /// <param name="free">The free money of each line; null for one without a ceiling.</param>
    /// <param name="waitedFrom">The number of acceptance of the first claim that waits on a line.</param>
    /// <param name="reserved">What is kept for claims under review, by line.</param>
    public GrantMoney(IReadOnlyDictionary<string, Money?> free, IReadOnlyDictionary<string, long> waitedFrom, IReadOnlyDictionary<string, ReservedMoney> reserved)
    {
        this.free = free.ToDictionary(StringComparer.Ordinal);
        this.waitedFrom = waitedFrom.ToDictionary(StringComparer.Ordinal);
        this.reserved = reserved;
    }

    /// <summary>Whether somebody waits on a line before a place.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">The number of acceptance, or <see cref="Newest"/>.</param>
    public bool IsBlocked(string line, long number) => waitedFrom.TryGetValue(line, out var first) && first < number;

    /// <summary>Whether somebody waits on a line behind a place.</summary>
    public bool IsWaitedFor(string line, long number) => waitedFrom.TryGetValue(line, out var first) && first > number;

    /// <summary>Takes the money of a claim, or lets it wait, so that those behind it do as well.</summary>
    /// <param name="line">The line.</param>
    /// <param name="amount">What the claim wants.</param>
    /// <param name="number">Its number of acceptance, or <see cref="Newest"/>.</param>
    /// <returns>What it waits for; null when the money is taken.</returns>
    public LocalizedText? Take(string line, Money amount, long number)
    {
        var left = free.GetValueOrDefault(line);
        var kept = left is null ? Money.Zero : Reserved(line, number);
        if (!IsBlocked(line, number) && (left is null || amount + kept <= left))
        {
            free[line] = left is { } money ? money - amount : left;
            return null;
        }

        Block(line, number);
        return WhyWaiting(amount, left, kept);
    }

    /// <summary>What a claim waits for: money, or that earlier claims be decided, for which what there is is kept.</summary>
    /// <param name="wanted">What it wants.</param>
    /// <param name="free">What the line has free; null without a ceiling.</param>
    /// <param name="kept">What is kept for earlier claims under review.</param>
    public static LocalizedText WhyWaiting(Money wanted, Money? free, Money kept) =>
        kept > Money.Zero && free is { } left && wanted <= left ? EntitlementReasons.WaitsForEarlier : EntitlementReasons.WaitsForMoney;

    /// <summary>Takes money without blocking anybody: a claim that takes what is left, or a loan.</summary>
    public void Spend(string line, Money amount)
    {
        if (free.GetValueOrDefault(line) is { } money)
        {
            free[line] = amount > money ? Money.Zero : money - amount;
        }
    }

    /// <summary>Keeps money for a claim that a person decides later, from then on for those behind it.</summary>
    public void Reserve(string line, Money amount, long number)
    {
        if (reserved.TryGetValue(line, out var kept))
        {
            kept.Set(number, amount.Fen);
        }
    }

    /// <summary>Keeps no money for a claim any more: it was decided, or wants none.</summary>
    public void Release(string line, long number)
    {
        if (reserved.TryGetValue(line, out var kept))
        {
            kept.Set(number, 0);
        }
    }

    /// <summary>The line's queue has its turn: whoever waits there is being served.</summary>
    public void Open(string line) => waitedFrom.Remove(line);

    /// <summary>Nothing more is granted from the line behind a place: somebody waits there.</summary>
    public void Block(string line, long number)
    {
        var place = Math.Min(number, Newest - 1);
        waitedFrom[line] = waitedFrom.TryGetValue(line, out var first) ? Math.Min(first, place) : place;
    }

    /// <summary>What a line has free; null when it has no ceiling or is not known.</summary>
    public Money? FreeOf(string line) => free.GetValueOrDefault(line);

    private Money Reserved(string line, long number) => reserved.TryGetValue(line, out var kept) ? new Money(kept.Before(number)) : Money.Zero;
}

/// <summary>The balances as one subject's inputs read them.</summary>
internal sealed class SubjectFunds(GrantMoney money, IReadOnlyDictionary<string, ISet<string>> outstanding, string subject) : IFundView
{
    /// <inheritdoc/>
    public decimal? FreeYuan(string line) => money.FreeOf(line)?.Yuan;

    /// <inheritdoc/>
    public bool? HasOutstanding(string line) => outstanding.TryGetValue(line, out var subjects) ? subjects.Contains(subject) : null;
}
