using Wenbao.Kernel;

namespace Wenbao.Funds.Payments;

/// <summary>An amount shared out among the levels, in fen (分担金额).</summary>
internal readonly record struct LevelAmounts(long National, long Province, long City, long District, long Unshared)
{
    /// <summary>Splits an amount by shares.</summary>
    public static LevelAmounts Of(FundShares shares, Money amount)
    {
        Span<long> fen = stackalloc long[5];
        foreach (var (level, part) in shares.Split(amount))
        {
            fen[(int)level] = part.Fen;
        }

        return new LevelAmounts(fen[0], fen[1], fen[2], fen[3], fen[4]);
    }

    /// <summary>The parts that are not nought, in the order of the levels.</summary>
    public IEnumerable<(FundLevel Level, Money Amount)> Parts()
    {
        for (var level = FundLevel.National; level <= FundLevel.Unshared; level++)
        {
            if (Of(level) is var fen and not 0)
            {
                yield return (level, new Money(fen));
            }
        }
    }

    /// <summary>Entries that move it from one stage to another, one a level; a negative part moves the other way.</summary>
    public IEnumerable<EntryDraft> Entries(string line, long entitlement, FundStage debit, FundStage credit)
    {
        foreach (var (level, amount) in Parts())
        {
            var (to, from) = (new AccountKey(line, level, debit), new AccountKey(line, level, credit));
            yield return amount > Money.Zero ? new EntryDraft(to, from, amount, entitlement) : new EntryDraft(from, to, -amount, entitlement);
        }
    }

    /// <summary>A part of the whole, shared out as the whole is: each level in proportion, rounded down, and what is left over goes fen by fen to the levels in order.</summary>
    /// <param name="part">The part, not more than the whole.</param>
    /// <param name="taken">What was taken out of each level before, so that several parts never take more than a level holds.</param>
    public LevelAmounts Take(Money part, LevelAmounts taken)
    {
        Span<long> left = stackalloc long[5];
        Span<long> take = stackalloc long[5];
        long whole = 0;
        for (var i = 0; i < 5; i++)
        {
            left[i] = Of((FundLevel)i) - taken.Of((FundLevel)i);
            whole += left[i];
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(part.Fen, whole);
        var rest = part.Fen;
        for (var i = 0; i < 5; i++)
        {
            take[i] = whole == 0 ? 0 : (long)((Int128)left[i] * part.Fen / whole);
            rest -= take[i];
        }

        for (var i = 0; i < 5 && rest > 0; i++)
        {
            var more = Math.Min(rest, left[i] - take[i]);
            take[i] += more;
            rest -= more;
        }

        return new LevelAmounts(take[0], take[1], take[2], take[3], take[4]);
    }

    /// <summary>The sum, level by level.</summary>
    public LevelAmounts Plus(LevelAmounts other) =>
        new(National + other.National, Province + other.Province, City + other.City, District + other.District, Unshared + other.Unshared);

    /// <summary>The difference, level by level; a level may come out negative.</summary>
    public LevelAmounts Less(LevelAmounts other) =>
        new(National - other.National, Province - other.Province, City - other.City, District - other.District, Unshared - other.Unshared);

    private long Of(FundLevel level) => level switch
    {
        FundLevel.National => National,
        FundLevel.Province => Province,
        FundLevel.City => City,
        FundLevel.District => District,
        _ => Unshared,
    };
}
