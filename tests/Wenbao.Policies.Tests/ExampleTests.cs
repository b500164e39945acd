using Wenbao.Kernel;

namespace Wenbao.Policies.Tests;

/// <summary>The worked examples of every policy: outcome, failed and unknown conditions, amount.</summary>
public sealed class ExampleTests
{
    private static readonly CaseRunner Runner = new(JimoPack.Library);

    public static TheoryData<string> Examples => [.. JimoPack.Library.Policies.SelectMany(p => p.Examples.Select(e => $"{p.Id}/{e.Id}"))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_ComesOutAsWritten(string id)
    {
        var parts = id.Split('/');
        var example = JimoPack.Library.Find(parts[0]).ShouldSucceed().Examples.Single(e => e.Id == parts[1]);
        var decided = Runner.Decide(parts[0], example.Inputs, example.Id).ShouldSucceed();
        var expected = example.Expected;
        Assert.Equal(
            (expected.Outcome, Ids(expected.Failed), Ids(expected.Unknown), Money.Round(expected.AmountYuan).ToString()),
            (decided.Outcome, Ids(decided.Failed), Ids(decided.Unknown), decided.Amount));
    }

    [Fact]
    public void Pack_HasSixtyPoliciesAndAllExamplesOfTheCatalogue()
    {
        Assert.Equal(60, JimoPack.Library.Policies.Count);
        Assert.Equal(444, Examples.Count);
    }

    private static string Ids(IReadOnlyList<string> ids) => string.Join(' ', ids);
}
