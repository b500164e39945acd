using System.Globalization;

namespace Wenbao.Kernel;

/// <summary>An amount of renminbi in whole fen (金额). Sums are exact; there is no floating point anywhere near money.</summary>
/// <param name="Fen">The amount in fen, one hundredth of a yuan; negative for what is owed back.</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>Nothing.</summary>
    public static readonly Money Zero = new(0);

    /// <summary>The amount in yuan with exactly two decimals' worth of precision.</summary>
    public decimal Yuan => Fen / 100m;

    /// <summary>The amount of a number of yuan that has at most two decimals.</summary>
    /// <exception cref="ArgumentException">The number has a part smaller than a fen: round it first, by the rule that applies.</exception>
    /// <exception cref="OverflowException">The amount is beyond ±92,233,720,368,547,758.07 yuan.</exception>
    public static Money FromYuan(decimal yuan)
    {
        var fen = yuan * 100m;
        return fen == decimal.Truncate(fen)
            ? new Money(decimal.ToInt64(fen))
            : throw new ArgumentException($"{yuan.ToString(CultureInfo.InvariantCulture)} yuan is not a whole number of fen.", nameof(yuan));
    }

    /// <summary>The nearest amount to a number of yuan, halves away from zero (四舍五入到分).</summary>
    public static Money Round(decimal yuan) => new(decimal.ToInt64(decimal.Round(yuan * 100m, 0, MidpointRounding.AwayFromZero)));

    /// <summary>The sum.</summary>
    public static Money operator +(Money left, Money right) => new(checked(left.Fen + right.Fen));

    /// <summary>The difference.</summary>
    public static Money operator -(Money left, Money right) => new(checked(left.Fen - right.Fen));

    /// <summary>The same amount, owed the other way.</summary>
    public static Money operator -(Money value) => new(checked(-value.Fen));

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Fen < right.Fen;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Fen > right.Fen;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    public static bool operator <=(Money left, Money right) => left.Fen <= right.Fen;

    /// <summary>Whether the left amount is larger or equal.</summary>
    public static bool operator >=(Money left, Money right) => left.Fen >= right.Fen;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>The sum; the named form of the operator.</summary>
    public Money Add(Money other) => this + other;

    /// <summary>The difference; the named form of the operator.</summary>
    public Money Subtract(Money other) => this - other;

    /// <summary>The opposite; the named form of the operator.</summary>
    public Money Negate() => -this;

    /// <summary>The amount for machines: yuan with a point and two decimals, such as <c>6000.00</c>.</summary>
    public override string ToString() => Yuan.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The amount to the fen for tables that name the unit elsewhere: yuan, such as <c>6,000.00</c>.</summary>
    public string Grouped() => Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>The amount for people: <c>6,000.00 元</c>, from ten thousand yuan in 万元, from a hundred million in 亿元; English in yuan, million or billion.</summary>
    /// <param name="culture">The reader's culture; null means <see cref="CultureInfo.CurrentUICulture"/>.</param>
    public string ForPeople(CultureInfo? culture = null)
    {
        culture ??= CultureInfo.CurrentUICulture;
        var absolute = Math.Abs(Yuan);
        if (LocalizedText.IsChinese(culture))
        {
            return absolute >= 100_000_000m ? Scaled(100_000_000m, "亿元")
                : absolute >= 10_000m ? Scaled(10_000m, "万元")
                : Grouped() + " 元";
        }

        return absolute >= 1_000_000_000m ? Scaled(1_000_000_000m, "billion yuan")
            : absolute >= 1_000_000m ? Scaled(1_000_000m, "million yuan")
            : Grouped() + " yuan";
    }

    private string Scaled(decimal unit, string name) =>
        (Yuan / unit).ToString("#,##0.00##", CultureInfo.InvariantCulture) + " " + name;
}
