using Wenbao.Kernel;
using Wenbao.Policies.Matching;

namespace Wenbao.Policies.Entitlements;

/// <summary>What the lines have free while claims are granted one after the other, and on which of them somebody waits (可用余额与排队).</summary>
/// <remarks>Funds have the last word when they commit; this only keeps the order: the first claim that does not fit blocks those behind it. Source: catalogue rule G8.</remarks>
internal sealed class GrantMoney
{
    private readonly Dictionary<string, Money?> free;
    private readonly HashSet<string> blocked;

    /// <summary>Starts with what there is.</summary>
    /// <param name="free">The free money of each line; null for one without a ceiling.</param>
    /// <param name="blocked">Lines on which earlier claims wait.</param>
    public GrantMoney(IReadOnlyDictionary<string, Money?> free, IEnumerable<string> blocked)
    {
        this.free = free.ToDictionary(StringComparer.Ordinal);
        this.blocked = [.. blocked];
    }

    /// <summary>Whether somebody waits on a line already.</summary>
    public bool IsBlocked(string line) => blocked.Contains(line);

    /// <summary>Takes the money of a claim, or blocks the line.</summary>
    /// <returns>Whether it fits.</returns>
    public bool TryTake(string line, Money amount)
    {
        if (blocked.Contains(line))
        {
            return false;
        }

        if (!free.TryGetValue(line, out var left) || left is not { } money)
        {
            return true;
        }

        if (amount > money)
        {
            blocked.Add(line);
            return false;
        }

        free[line] = money - amount;
        return true;
    }

    /// <summary>Takes money without blocking anybody: a claim that takes what is left, or a loan.</summary>
    public void Spend(string line, Money amount)
    {
        if (free.GetValueOrDefault(line) is { } money)
        {
            free[line] = amount > money ? Money.Zero : money - amount;
        }
    }

    /// <summary>The line's queue has its turn: whoever waits there is being served.</summary>
    public void Open(string line) => blocked.Remove(line);

    /// <summary>Nothing more is granted from the line: funds had less than was thought.</summary>
    public void Block(string line) => blocked.Add(line);

    /// <summary>What a line has free; null when it has no ceiling or is not known.</summary>
    public Money? FreeOf(string line) => free.GetValueOrDefault(line);
}

/// <summary>The balances as one subject's inputs read them.</summary>
internal sealed class SubjectFunds(GrantMoney money, IReadOnlyDictionary<string, ISet<string>> outstanding, string subject) : IFundView
{
    /// <inheritdoc/>
    public decimal? FreeYuan(string line) => money.FreeOf(line)?.Yuan;

    /// <inheritdoc/>
    public bool? HasOutstanding(string line) => outstanding.TryGetValue(line, out var subjects) ? subjects.Contains(subject) : null;
}
