using Wenbao.Feel.Binding;
using Wenbao.Feel.Evaluation;

namespace Wenbao.Feel.Tests.Evaluation;

public sealed class DecisionTableTests
{
    /// <summary>Rules over one number: a cell's tests, then the outputs.</summary>
    private static readonly string[][] Rules = [["< 10", "\"low\"", "1"], ["[5..20]", "\"mid\"", "2"], ["> 15", "\"high\"", "3"]];

    [Theory]
    [InlineData(FeelHitPolicy.Unique, "3", "\"low\"")]
    [InlineData(FeelHitPolicy.Unique, "7", "null")]
    [InlineData(FeelHitPolicy.Unique, "null", "\"none\"")]
    [InlineData(FeelHitPolicy.Any, "7", "null")]
    [InlineData(FeelHitPolicy.First, "7", "\"low\"")]
    [InlineData(FeelHitPolicy.Priority, "7", "\"mid\"")]
    [InlineData(FeelHitPolicy.Priority, "17", "\"high\"")]
    [InlineData(FeelHitPolicy.RuleOrder, "7", "[\"low\", \"mid\"]")]
    [InlineData(FeelHitPolicy.OutputOrder, "7", "[\"mid\", \"low\"]")]
    [InlineData(FeelHitPolicy.Collect, "17", "[\"mid\", \"high\"]")]
    [InlineData(FeelHitPolicy.Collect, "null", "[\"none\"]")]
    public void HitPolicies_Choose(FeelHitPolicy policy, string input, string expected) => Check(policy, FeelAggregation.None, 1, ["结论"], input, expected);

    [Theory]
    [InlineData(FeelAggregation.Sum, "7", "3")]
    [InlineData(FeelAggregation.Count, "7", "2")]
    [InlineData(FeelAggregation.Min, "17", "2")]
    [InlineData(FeelAggregation.Max, "17", "3")]
    public void Collect_Aggregates(FeelAggregation aggregation, string input, string expected) => Check(FeelHitPolicy.Collect, aggregation, 2, ["分"], input, expected);

    [Fact]
    public void SeveralOutputs_AreAContext() => Check(FeelHitPolicy.First, FeelAggregation.None, 1, ["结论", "分"], "7", "{结论: \"low\", 分: 1}");

    private static void Check(FeelHitPolicy policy, FeelAggregation aggregation, int firstColumn, string[] outputs, string input, string expected)
    {
        var layout = new FrameLayout();
        var scope = new BindingScope(layout);
        var given = scope.Define("数", FeelType.Number);
        var tested = new BoundSlot(layout.Allocate(), "数", FeelType.Number, default);
        var columns = Enumerable.Range(firstColumn, outputs.Length).ToArray();
        var rules = Rules.Select(rule => new BoundRule(
            [FeelEngine.BindUnaryTests(rule[0], scope, FeelType.Number, tested).Root],
            [.. columns.Select(column => FeelEngine.Bind(rule[column], scope).Root)],
            null));
        IReadOnlyList<FeelValue> order = [FeelValue.Of("high"), FeelValue.Of("mid"), FeelValue.Of("low")];
        var table = new BoundDecisionTable(
            policy,
            aggregation,
            [new BoundEntry("数", tested, FeelEngine.Bind("数", scope).Root)],
            [.. rules],
            outputs,
            [order],
            [.. columns.Select(_ => FeelEngine.Bind("\"none\"", scope).Root)],
            FeelType.Any,
            default);
        var frame = layout.NewFrame();
        frame[given.Slot] = FeelCheck.Evaluate(input);
        Assert.Equal(FeelCheck.Evaluate(expected), FeelExecutables.Interpret(table).Evaluate(frame));
    }
}
