using System.Globalization;

namespace Wenbao.Kernel.Tests;

public sealed class CodeTreeTests
{
    private static readonly CodeTree Industries = Read();

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 97)]
    [InlineData(3, 473)]
    [InlineData(4, 1382)]
    public void Industries_HaveAsManyEntriesALevelAsTheStandard(int level, int count) =>
        Assert.Equal(count, Industries.Entries.Count(e => e.Level == level));

    [Fact]
    public void EveryIndustry_RollsUpThroughEachLevelAboveIt()
    {
        foreach (var entry in Industries.Entries)
        {
            Assert.Equal(Enumerable.Range(1, entry.Level).Reverse(), Industries.PathOf(entry.Code).Select(e => e.Level));
            Assert.Equal(entry, Industries.RollUp(entry.Code, entry.Level));
            Assert.Null(Industries.RollUp(entry.Code, entry.Level + 1));
            Assert.All(Industries.ChildrenOf(entry.Code), child => Assert.Equal(entry.Level + 1, child.Level));
        }

        Assert.Equal(Industries.Entries.Count - 20, Industries.Entries.Sum(e => Industries.ChildrenOf(e.Code).Count()));
    }

    [Theory]
    [InlineData("0111", 1, "A")]
    [InlineData("0111", 3, "011")]
    [InlineData("3812", 1, "C")]
    [InlineData("6422", 2, "64")]
    public void Industry_RollsUp(string code, int level, string above) => Assert.Equal(above, Industries.RollUp(code, level)?.Code);

    [Fact]
    public void UnknownCode_HasNoPath()
    {
        Assert.Null(Industries.Find("9999"));
        Assert.Empty(Industries.PathOf("9999"));
        Assert.Null(Industries.RollUp("9999", 1));
        Assert.False(Industries.IsWithin("9999", "A"));
    }

    [Fact]
    public void Within_MeansTheCodeItselfOrBelow()
    {
        Assert.True(Industries.IsWithin("0111", "A"));
        Assert.True(Industries.IsWithin("A", "A"));
        Assert.False(Industries.IsWithin("A", "0111"));
        Assert.False(Industries.IsWithin("0111", "B"));
    }

    [Fact]
    public void BrokenTrees_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new CodeTree([Entry("1", null), Entry("1", null)]));
        Assert.Throws<ArgumentException>(() => new CodeTree([Entry("1", "2")]));
        Assert.Throws<ArgumentException>(() => new CodeTree([Entry("1", "2"), Entry("2", "1")]));
        Assert.Throws<ArgumentException>(() => new CodeTree([Entry("0", null), Entry("1", "1")]));
    }

    private static CodeEntry Entry(string code, string? parent) => new(code, new LocalizedText(code, code), parent, parent is null ? 1 : 2);

    private static CodeTree Read() => new(ReferenceRows.Of("gbt4754.csv").Select(row =>
        new CodeEntry(row[0], new LocalizedText(row[1], row[1]), row[2].Length == 0 ? null : row[2], int.Parse(row[3], CultureInfo.InvariantCulture))));
}
