using CsCheck;

namespace Wenbao.Kernel.Tests;

public sealed class PeriodTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[0, 4000].Select(n => new DateOnly(2015, 1, 1).AddDays(n));
    private static readonly Gen<Period> Periods = Gen.Select(Days, Gen.Int[0, 800]).Select((from, more) => new Period(from, from.AddDays(more)));

    [Fact]
    public void BothEnds_AreWithin_AndTheirNeighboursAreNot() => Periods.Sample(p =>
    {
        Assert.True(p.Contains(p.From) && p.Contains(p.To));
        Assert.False(p.Contains(p.From.AddDays(-1)) || p.Contains(p.To.AddDays(1)));
    });

    [Fact]
    public void Overlap_HoldsExactlyTheDaysThatAreInBoth() => Gen.Select(Periods, Periods, Days).Sample((a, b, day) =>
    {
        Assert.Equal(a.Contains(day) && b.Contains(day), a.Overlap(b)?.Contains(day) ?? false);
        Assert.Equal(a.Overlap(b), b.Overlap(a));
        Assert.Equal(a, a.Overlap(a));
    });

    [Fact]
    public void Days_AreCounted_WithBothEnds()
    {
        Assert.Equal(1, new Period(new DateOnly(2020, 2, 29), new DateOnly(2020, 2, 29)).Days);
        Assert.Equal(366, new Period(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)).Days);
    }

    [Fact]
    public void MonthEnds_AreTheLastDaysOfMonthsWithin() => Periods.Sample(p =>
    {
        var wanted = Enumerable.Range(0, p.Days).Select(n => p.From.AddDays(n)).Where(day => day.AddDays(1).Day == 1);
        Assert.Equal(wanted, p.MonthEnds());
    });
}
