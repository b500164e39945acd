namespace Wenbao.Synthesis;

/// <summary>Random numbers that hang only on a key and a count, never on what was drawn elsewhere: rows may be made in any order, on any number of threads.</summary>
/// <remarks>Source: SplitMix64 (Steele, Lea, Flood 2014) over a mixed key.</remarks>
internal struct Draws(ulong key)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state = key;

    /// <summary>The key of one value: seed, table or cohort, subject, attribute.</summary>
    public static ulong Key(ulong seed, ulong table, ulong subject, ulong attribute) =>
        Mix(Mix(Mix(Mix(seed + Golden) ^ table) + subject * Golden) ^ attribute);

    /// <summary>A number that stands for a name, the same on every machine.</summary>
    public static ulong Salt(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mix(state += Golden);

    /// <summary>A number from 0 (included) to 1 (not included).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number between two, both included.</summary>
    public long Between(long low, long high) => high <= low ? low : low + (long)(((UInt128)Next() * (ulong)(high - low + 1)) >> 64);

    /// <summary>A standard normal deviate.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
