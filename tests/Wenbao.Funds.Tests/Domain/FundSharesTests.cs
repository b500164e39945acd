using CsCheck;
using Wenbao.Kernel;

namespace Wenbao.Funds.Tests.Domain;

/// <summary>Catalogue rule G9.</summary>
public sealed class FundSharesTests
{
    private static readonly Gen<decimal[]> Percents = Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400], Gen.Int[0, 400], Gen.Int[0, 3], (a, b, c, zero) =>
    {
        // Quarters of a percent that add up to 100, with some levels left out.
        decimal[] shares = [a / 4m, Math.Min(b / 4m, 100 - (a / 4m)), 0, 0];
        shares[2] = Math.Min(c / 4m, 100 - shares[0] - shares[1]);
        shares[3] = 100 - shares[0] - shares[1] - shares[2];
        (shares[zero], shares[3]) = (zero == 3 ? shares[3] : 0, zero == 3 ? shares[3] : shares[3] + shares[zero]);
        return shares;
    });

    [Fact]
    public void AnySplit_AddsUpToTheFen() => Gen.Select(Percents, Gen.Long[0, 1_000_000_000_000]).Sample((percents, fen) =>
    {
        var shares = new FundShares(percents[0], percents[1], percents[2], percents[3]);
        var parts = shares.Split(new Money(fen));
        Assert.Equal(fen, parts.Sum(p => p.Amount.Fen));
        Assert.All(parts, p => Assert.NotEqual(0, percents[(int)p.Level]));
        Assert.Equal(parts.Select(p => p.Level).Distinct().Order(), parts.Select(p => p.Level));
        // Every level but the last gets its percent, halves of a fen away from zero.
        foreach (var part in parts.Where(p => (int)p.Level < Array.FindLastIndex(percents, x => x != 0)))
        {
            Assert.Equal(decimal.ToInt64(decimal.Round(fen * percents[(int)part.Level] / 100m, 0, MidpointRounding.AwayFromZero)), part.Amount.Fen);
        }
    }, iter: 20_000);

    [Theory]
    [InlineData(0, 0, 0, 100, "100.00", "District 100.00")]
    [InlineData(0, 0, 50, 50, "0.01", "City 0.01")]
    [InlineData(0, 0, 50, 50, "0.03", "City 0.02,District 0.01")]
    [InlineData(60, 0, 40, 0, "10.01", "National 6.01,City 4.00")]
    [InlineData(33, 33, 33, 1, "1.00", "National 0.33,Province 0.33,City 0.33,District 0.01")]
    [InlineData(0, 0, 0, 0, "7.00", "Unshared 7.00")]
    [InlineData(0, 0, 0, 0, "0.00", "")]
    public void Examples_AreSplitAsTheRuleSays(int national, int province, int city, int district, string amount, string parts) =>
        Assert.Equal(parts, string.Join(',', new FundShares(national, province, city, district)
            .Split(Money.FromYuan(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))).Select(p => $"{p.Level} {p.Amount}")));
}
