using Wenbao.Kernel;

namespace Wenbao.Funds;

/// <summary>How an amount is shared out among the levels (分担比例), in percent.</summary>
/// <param name="National">Percent of the state, 0 to 100.</param>
/// <param name="Province">Percent of the province.</param>
/// <param name="City">Percent of the city.</param>
/// <param name="District">Percent of the district.</param>
/// <remarks>Source: catalogue rule G9.</remarks>
public readonly record struct FundShares(decimal National, decimal Province, decimal City, decimal District)
{
    /// <summary>Nothing is shared out.</summary>
    public static readonly FundShares None;

    /// <summary>Everything from the district.</summary>
    public static readonly FundShares AllDistrict = new(0, 0, 0, 100);

    /// <summary>Splits an amount: state, province and city each the percent, halves of a fen away from zero; the last level with a share takes what is left. All nought: the whole amount, unshared.</summary>
    /// <returns>The parts that are not nought, in the order of the levels; their sum is the amount to the fen.</returns>
    public IReadOnlyList<(FundLevel Level, Money Amount)> Split(Money amount)
    {
        ReadOnlySpan<decimal> percents = [National, Province, City, District];
        var last = -1;
        for (var i = 0; i < percents.Length; i++)
        {
            last = percents[i] != 0 ? i : last;
        }

        if (last < 0)
        {
            return amount == Money.Zero ? [] : [(FundLevel.Unshared, amount)];
        }

        var parts = new List<(FundLevel, Money)>(4);
        var rest = amount;
        for (var i = 0; i <= last; i++)
        {
            var part = i == last ? rest : Money.Round(amount.Yuan * percents[i] / 100m);
            rest -= part;
            if (part != Money.Zero)
            {
                parts.Add(((FundLevel)i, part));
            }
        }

        return parts;
    }
}
