using System.Text.RegularExpressions;

namespace Wenbao.Architecture.Tests;

/// <summary>Scenario tests name the mechanisms of the requirement list (<c>mechanisms.txt</c>) that they cover.</summary>
public sealed partial class MechanismTests
{
    /// <summary>Finding and explaining: the mechanisms that work from the registry and the policies alone.</summary>
    private static readonly int[] Covered = [1, 4, 5, 6, 7, 8, 13, 17, 18, 22, 31, 62, 74, 75, 76, 80, 83, 86, 94, 95, 96, 97, 107, 108, 109, 110, 111, 140, 144];

    [Fact]
    public void List_HasEveryMechanismOnce() =>
        Assert.Equal(Enumerable.Range(1, 154).Select(Id), Listed());

    [Fact]
    public void NamedMechanisms_AreListed() => Assert.Empty(Named().Except(Listed()));

    [Fact]
    public void WhatIsBuilt_IsCovered() => Assert.Empty(Covered.Select(Id).Except(Named()));

    private static string Id(int number) => $"S{number:00}";

    private static IEnumerable<string> Listed() =>
        File.ReadLines(Repository.PathOf("tests/Wenbao.Architecture.Tests/mechanisms.txt")).Select(line => line.Split(' ')[0]);

    private static HashSet<string> Named() =>
        [.. House.Sources("tests", ".cs").SelectMany(source => Mechanism().Matches(source.Text)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("\\bMechanism\\(\"(S\\d+)\"\\)")]
    private static partial Regex Mechanism();
}
