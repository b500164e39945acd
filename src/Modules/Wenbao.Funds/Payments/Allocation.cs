using Wenbao.Kernel;

namespace Wenbao.Funds.Payments;

/// <summary>Who gets money and who waits (核拨次序).</summary>
/// <param name="Granted">The claims that get it, in order, with what each gets.</param>
/// <param name="Waiting">The claims that wait, in order.</param>
/// <remarks>Source: catalogue rule G8.</remarks>
internal sealed record Allocation(IReadOnlyList<Allocation.Grant> Granted, IReadOnlyList<FundsClaim> Waiting)
{
    /// <summary>A claim and what it gets.</summary>
    internal readonly record struct Grant(FundsClaim Claim, Money Amount);

    /// <summary>On each line with a ceiling the longest prefix that fits; what is only booked always fits, because it takes no money.</summary>
    /// <param name="claims">The claims, in order of acceptance.</param>
    /// <param name="free">The free money of each line; null for lines without a ceiling.</param>
    public static Allocation Make(IReadOnlyList<FundsClaim> claims, IReadOnlyDictionary<string, Money?> free)
    {
        var left = free.ToDictionary(StringComparer.Ordinal);
        var blocked = new HashSet<string>(StringComparer.Ordinal);
        var (granted, waiting) = (new List<Grant>(claims.Count), new List<FundsClaim>());
        foreach (var claim in claims)
        {
            var room = claim.IsPaid ? left[claim.Line] : null;
            if (room is null)
            {
                granted.Add(new Grant(claim, claim.Amount));
                continue;
            }

            var amount = claim.PaysPartially && claim.Amount > room.Value ? room.Value : claim.Amount;
            if (blocked.Contains(claim.Line) || amount > room.Value || amount <= Money.Zero)
            {
                blocked.Add(claim.Line);
                waiting.Add(claim);
                continue;
            }

            left[claim.Line] = room.Value - amount;
            granted.Add(new Grant(claim, amount));
        }

        return new Allocation(granted, waiting);
    }
}
