using System.Globalization;
using CsCheck;

namespace Wenbao.Kernel.Tests;

public sealed class MoneyTests
{
    private static readonly Gen<Money> Amounts = Gen.Long[-1_000_000_000_000_000, 1_000_000_000_000_000].Select(fen => new Money(fen));

    [Fact]
    public void Sums_AreExact_InAnyOrder() => Gen.Select(Amounts, Amounts, Amounts).Sample((a, b, c) =>
    {
        Assert.Equal((a + b) + c, a + (c + b));
        Assert.Equal(a, a + b - b);
        Assert.Equal(Money.Zero, a + -a);
        Assert.Equal(a - b, -(b - a));
        Assert.Equal(a.Add(b), a + b);
        Assert.Equal(a.Subtract(b), a - b);
        Assert.Equal(a.Negate(), -a);
    });

    [Fact]
    public void Order_IsTheOrderOfFen() => Gen.Select(Amounts, Amounts).Sample((a, b) =>
    {
        Assert.Equal(a.Fen < b.Fen, a < b);
        Assert.Equal(a.Fen > b.Fen, a > b);
        Assert.Equal(a.Fen <= b.Fen, a <= b);
        Assert.Equal(a.Fen >= b.Fen, a >= b);
        Assert.Equal(Math.Sign(a.Fen.CompareTo(b.Fen)), Math.Sign(a.CompareTo(b)));
    });

    [Fact]
    public void Yuan_AndBack_IsTheSameAmount() => Amounts.Sample(a =>
    {
        Assert.Equal(a, Money.FromYuan(a.Yuan));
        Assert.Equal(a, Money.Round(a.Yuan));
        Assert.Equal(a, Money.FromYuan(decimal.Parse(a.ToString(), CultureInfo.InvariantCulture)));
    });

    [Fact]
    public void Rounding_MovesByHalfAFenAtMost_AndMirrors() => Gen.Decimal[-1_000_000m, 1_000_000m].Sample(yuan =>
    {
        Assert.True(Math.Abs(Money.Round(yuan).Yuan - yuan) <= 0.005m);
        Assert.Equal(-Money.Round(yuan), Money.Round(-yuan));
    });

    [Theory]
    [InlineData("0.005", 1)]
    [InlineData("0.0049999", 0)]
    [InlineData("-0.005", -1)]
    [InlineData("1.115", 112)]
    [InlineData("1.125", 113)]
    [InlineData("2.675", 268)]
    public void Halves_GoAwayFromZero(string yuan, long fen) =>
        Assert.Equal(fen, Money.Round(decimal.Parse(yuan, CultureInfo.InvariantCulture)).Fen);

    [Fact]
    public void PartOfAFen_IsNotSilentlyLost() => Assert.Throws<ArgumentException>(() => Money.FromYuan(0.001m));

    [Fact]
    public void AmountsBeyondTheRange_AreNotSilentlyWrapped()
    {
        var largest = new Money(long.MaxValue);
        Assert.Equal(92_233_720_368_547_758.07m, largest.Yuan);
        Assert.Throws<OverflowException>(() => largest + new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() => Money.FromYuan(92_233_720_368_547_758.08m));
    }

    [Theory]
    [InlineData(0, "0.00", "0.00 元", "0.00 yuan")]
    [InlineData(600_000, "6000.00", "6,000.00 元", "6,000.00 yuan")]
    [InlineData(-5, "-0.05", "-0.05 元", "-0.05 yuan")]
    [InlineData(999_999, "9999.99", "9,999.99 元", "9,999.99 yuan")]
    [InlineData(1_000_000, "10000.00", "1.00 万元", "10,000.00 yuan")]
    [InlineData(3_015_500_000, "30155000.00", "3,015.50 万元", "30.155 million yuan")]
    [InlineData(123_456_000_000, "1234560000.00", "12.3456 亿元", "1.2346 billion yuan")]
    public void Amount_IsWrittenForMachinesAndForPeople(long fen, string plain, string zh, string en)
    {
        var amount = new Money(fen);
        Assert.Equal(plain, amount.ToString());
        Assert.Equal(zh, amount.ForPeople(CultureInfo.GetCultureInfo("zh-CN")));
        Assert.Equal(en, amount.ForPeople(CultureInfo.GetCultureInfo("en")));
    }

    [Fact]
    public void MachineText_DoesNotDependOnTheCulture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("1234.50", new Money(123_450).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
