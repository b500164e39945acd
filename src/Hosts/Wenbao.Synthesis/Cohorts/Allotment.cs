namespace Wenbao.Synthesis;

/// <summary>Shares a total out in proportion to weights, on whole steps, between bounds, so that the parts add up exactly (分摊).</summary>
internal static class Allotment
{
    /// <summary>The parts, or null when the bounds cannot add up to the total.</summary>
    /// <param name="total">The total in steps.</param>
    /// <param name="weights">What the parts shall be in proportion to; not negative.</param>
    /// <param name="low">The least of each part, in steps.</param>
    /// <param name="high">The most of each part, in steps; not below <paramref name="low"/>.</param>
    public static long[]? Share(long total, ReadOnlySpan<double> weights, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        var parts = new long[weights.Length];
        var (least, most) = (Int128.Zero, Int128.Zero);
        for (var i = 0; i < parts.Length; i++)
        {
            least += low[i];
            most += high[i];
        }

        if (parts.Length == 0 || total < least || total > most)
        {
            return total == 0 && parts.Length == 0 ? parts : null;
        }

        Fill(parts, Factor(total, weights, low, high), weights, low, high);
        var rest = total;
        foreach (var part in parts)
        {
            rest -= part;
        }

        Level(parts, rest, low, high);
        return parts;
    }

    private static double Factor(long total, ReadOnlySpan<double> weights, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        var (below, above) = (0.0, 1e-9);
        while (above < 1e300 && Sum(above, weights, low, high) < total)
        {
            above *= 2;
        }

        for (var round = 0; round < 100; round++)
        {
            var middle = (below + above) / 2;
            if (Sum(middle, weights, low, high) < total)
            {
                below = middle;
            }
            else
            {
                above = middle;
            }
        }

        return below;
    }

    private static double Sum(double factor, ReadOnlySpan<double> weights, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Math.Clamp(factor * weights[i], low[i], high[i]);
        }

        return sum;
    }

    private static void Fill(long[] parts, double factor, ReadOnlySpan<double> weights, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Math.Clamp((long)Math.Min(factor * weights[i], long.MaxValue / 4), low[i], high[i]);
        }
    }

    /// <summary>Puts what is left over, or takes what is too much, one equal slice after the other from those that have room.</summary>
    private static void Level(long[] parts, long rest, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        while (rest != 0)
        {
            var open = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                open += (rest > 0 ? parts[i] < high[i] : parts[i] > low[i]) ? 1 : 0;
            }

            var slice = Math.Max(1, Math.Abs(rest) / Math.Max(1, open));
            for (var i = 0; i < parts.Length && rest != 0; i++)
            {
                var change = rest > 0
                    ? Math.Min(Math.Min(slice, rest), high[i] - parts[i])
                    : -Math.Min(Math.Min(slice, -rest), parts[i] - low[i]);
                parts[i] += change;
                rest -= change;
            }
        }
    }
}
